import type { Language } from '../../domain/batch/headings'
import type { failureOf } from '../../domain/ending'
import type { InvitationState } from '../../domain/invitation/lifecycle'
import type { State } from '../../domain/lifecycle'
import type { Assurance, Subject } from '../../domain/words'

/** What the files and their columns are called. */
export const sheetTexts = {
  zh: {
    verifications: '认证记录',
    invitations: '邀请名单',
    id: '认证单号',
    vendor: '认证机构',
    subject: '认证主体',
    name: '姓名或企业名称',
    contact: '联系方式',
    state: '状态',
    rawStatus: '机构状态',
    assurance: '证明力',
    reason: '未成功原因',
    bizId: '业务编号',
    createdAt: '发起时间（北京）',
    updatedAt: '更新时间（北京）',
    verifiedAt: '认证时间（北京）',
    number: '序号',
    title: '邀请事项',
    openedAt: '打开时间（北京）',
    invitedAt: '邀请时间（北京）',
    expiresAt: '失效时间（北京）',
    verified: '已认证人数',
  },
  en: {
    verifications: 'Verifications',
    invitations: 'Invitations',
    id: 'Verification',
    vendor: 'Vendor',
    subject: 'Subject',
    name: 'Name',
    contact: 'Contact',
    state: 'State',
    rawStatus: 'Vendor status',
    assurance: 'Proves',
    reason: 'Why it failed',
    bizId: 'Business number',
    createdAt: 'Started (Beijing)',
    updatedAt: 'Updated (Beijing)',
    verifiedAt: 'Verified (Beijing)',
    number: 'Number',
    title: 'Title',
    openedAt: 'Opened (Beijing)',
    invitedAt: 'Invited (Beijing)',
    expiresAt: 'Expires (Beijing)',
    verified: 'People verified',
  },
} as const satisfies Record<Language, Record<string, string>>

export const subjectTexts: Record<Language, Record<Subject, string>> = {
  zh: { person: '个人', organization: '企业' },
  en: { person: 'Person', organization: 'Organization' },
}

export const stateTexts: Record<Language, Record<State, string>> = {
  zh: {
    created: '提交中',
    indeterminate: '待核对',
    ready: '待办理',
    processing: '办理中',
    verified: '已认证',
    rejected: '未通过',
    expired: '已过期',
    canceled: '已取消',
    revoked: '已失效',
  },
  en: {
    created: 'Being sent',
    indeterminate: 'To be checked',
    ready: 'Ready',
    processing: 'Under way',
    verified: 'Verified',
    rejected: 'Not passed',
    expired: 'Expired',
    canceled: 'Canceled',
    revoked: 'No longer valid',
  },
}

export const assuranceTexts: Record<Language, Record<Assurance, string>> = {
  zh: {
    attempt: '通过了这一次认证',
    observed: '认证之前没有实名，之后实名了',
    owned: '账号已实名，并确认是本人的',
    account: '账号已实名，可能是此前完成的',
  },
  en: {
    attempt: 'This very attempt',
    observed: 'Not verified before, verified after',
    owned: 'Account verified, and the person’s own',
    account: 'Account verified, perhaps before',
  },
}

export const reasonTexts: Record<Language, Record<NonNullable<ReturnType<typeof failureOf>>, string>> = {
  zh: {
    basicInformation: '企业基本信息没有通过核对',
    authorizationLetter: '授权书没有通过审核',
    vendorRefused: '机构没有接受申请',
    vendorRejected: '机构没有通过',
    timeUp: '没有在有效期内完成',
    userCanceled: '用户取消',
    vendorRevoked: '机构撤销了结果',
  },
  en: {
    basicInformation: 'The company data were not confirmed',
    authorizationLetter: 'The letter was not accepted',
    vendorRefused: 'The vendor did not accept the request',
    vendorRejected: 'The vendor did not confirm it',
    timeUp: 'Not finished in time',
    userCanceled: 'Canceled by the user',
    vendorRevoked: 'The vendor withdrew the result',
  },
}

export const invitationStateTexts: Record<Language, Record<InvitationState, string>> = {
  zh: {
    pending: '待开始',
    started: '办理中',
    verified: '已认证',
    finished: '已完成',
    expired: '已过期',
    revoked: '已收回',
  },
  en: {
    pending: 'Not begun',
    started: 'Under way',
    verified: 'Verified',
    finished: 'Finished',
    expired: 'Expired',
    revoked: 'Withdrawn',
  },
}
