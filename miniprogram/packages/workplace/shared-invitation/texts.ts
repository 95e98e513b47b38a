import type { InvitationState, InviteeField } from '../../../cloud/types'
import { defineTexts } from '../../../i18n'

type Required = Record<
  `state.${InvitationState}` | `part.${InvitationState}` | `field.${InviteeField}`,
  string
>

/** What every page about invitations says. */
const zh = {
  'state.pending': '待开始',
  'state.started': '进行中',
  'state.verified': '已认证',
  'state.finished': '已完成',
  'state.expired': '已过期',
  'state.revoked': '已收回',

  'part.pending': '待开始 {n}',
  'part.started': '进行中 {n}',
  'part.verified': '已认证 {n}',
  'part.finished': '已完成 {n}',
  'part.expired': '已过期 {n}',
  'part.revoked': '已收回 {n}',

  'field.name': '姓名',
  'field.name.organization': '企业名称',
  'field.mobile': '手机号',
  'field.idNumber': '身份证号码',
  'field.registerNumber': '统一社会信用代码',
  'field.legalPerson': '法定代表人',
  'field.applicantName': '经办人姓名',
  'field.applicantMobile': '经办人手机号',
  'field.licence': '营业执照',
  manualReview: '人工审核',
  'field.email': '电子邮箱',
  'field.bankNumber': '银行卡号',
  'field.bankMobile': '预留手机号',
  'field.applicantEmail': '经办人邮箱',
  'field.bizId': '业务编号',

  nobody: '未指定',
  anyVendor: '不限',

  'error.NOT_FOUND': '没有找到这份邀请',
  'error.KEY_CONFLICT': '内容有变化，请再点一次“{button}”。',
  'error.SHEET_EMPTY': '表格里没有受邀人，请按模板填写后再试',
  'error.TOO_MANY_ROWS': '一次最多 1000 份邀请，请把表格分成几份',
  'error.VENDOR_OFF': '选择的认证机构没有开放，请换一家',
} satisfies Required & Record<string, string>

const en: Record<keyof typeof zh, string> = {
  'state.pending': 'Not begun',
  'state.started': 'Under way',
  'state.verified': 'Verified',
  'state.finished': 'Finished',
  'state.expired': 'Expired',
  'state.revoked': 'Revoked',

  'part.pending': '{n} not begun',
  'part.started': '{n} under way',
  'part.verified': '{n} verified',
  'part.finished': '{n} finished',
  'part.expired': '{n} expired',
  'part.revoked': '{n} revoked',

  'field.name': 'Name',
  'field.name.organization': 'Organization',
  'field.mobile': 'Mobile',
  'field.idNumber': 'ID number',
  'field.registerNumber': 'Credit code',
  'field.legalPerson': 'Legal person',
  'field.applicantName': 'Applicant',
  'field.applicantMobile': 'Applicant’s mobile',
  'field.licence': 'Business licence',
  manualReview: 'Manual review',
  'field.email': 'E-mail',
  'field.bankNumber': 'Bank card',
  'field.bankMobile': 'Mobile at the bank',
  'field.applicantEmail': 'Applicant’s e-mail',
  'field.bizId': 'Business ID',

  nobody: 'Anybody',
  anyVendor: 'Any',

  'error.NOT_FOUND': 'Invitation not found',
  'error.KEY_CONFLICT': 'Something changed; please tap “{button}” again.',
  'error.SHEET_EMPTY': 'The spreadsheet names nobody; fill in the template and try again',
  'error.TOO_MANY_ROWS': 'At most 1000 invitations at once; please split the spreadsheet',
  'error.VENDOR_OFF': 'The chosen provider is not available; please choose another',
}

export const invitationText = defineTexts({ zh, en })
