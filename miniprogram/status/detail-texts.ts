import type { FailureReason, State } from '../cloud/types'
import { defineTexts } from '../i18n'

/** A word of the contract without its text fails the type-check here. */
type Required = Record<State | `reason.${FailureReason}`, string>

/** What a state means for the person, in a sentence. */
const zh = {
  created: '正在向{vendor}提交，请稍候。',
  indeterminate: '正在向{vendor}核对，您不需要重复填写。',
  ready: '申请已提交，请前往{vendor}的页面完成认证。',
  processing: '如已在{vendor}完成，请查询结果；如中途离开，可以继续认证。',
  verified: '您不需要再做任何操作。',
  rejected: '{vendor}没有通过这次认证。请核对姓名、证件号码和手机号后重试。',
  'rejected.organization': '{vendor}没有通过这次认证。请核对企业全称、统一社会信用代码和法定代表人后重试。',
  already: '该企业此前已在{vendor}完成认证，不需要重新认证。如需使用，请联系该企业在{vendor}的系统管理员。',
  'already.person': '您填写的姓名和证件号码此前已在{vendor}完成认证，不需要重新认证。',
  'already.unproven':
    '该企业此前已在{vendor}完成认证，{vendor}不会再办一次，这次没有通过。请换一家认证机构，或联系该企业在{vendor}的系统管理员。',
  'already.person.unproven':
    '您填写的姓名和证件号码此前已在{vendor}完成认证，{vendor}不会再办一次，这次没有通过。请换一家认证机构，或联系客服。',
  'already.person.limits': '这只说明该证件的持有人已认证，不能证明正在使用手机的就是本人。',
  'already.limits': '这不能证明您可以代表该企业，也不表示您是它的管理员。',
  'reason.basicInformation':
    '企业基本信息没有通过核对。请对照营业执照，核对企业全称、统一社会信用代码和法定代表人后重试。',
  'reason.authorizationLetter':
    '企业授权书没有通过审核。请按{vendor}页面的要求重新准备授权书（内容完整、盖章清晰），再重新认证。',
  expired: '没有在有效期内完成。可以重新发起认证。',
  canceled: '这次认证已取消。需要时可以重新发起。',
  revoked: '{vendor}撤销了这次认证的结果。如有疑问，请联系客服。',
  reviewing: '{vendor}的工作人员正在核对，可能需要一段时间。可以离开，结果出来后回来查看。',
  blocked: '需要客服处理后才能继续，已填写的内容没有丢失。',
  unanswered: '没有及时收到{vendor}的答复。可以继续认证，不需要重复填写。',
  waiting: '正在等待{vendor}给出结果，请稍候。',
  unconfirmed:
    '{vendor}说，这个手机号的账号已经实名；但这还不能说明是您本人。请用微信确认，这个手机号是您的。',
} satisfies Required & Record<string, string>

const en: Record<keyof typeof zh, string> = {
  created: 'Your request is on its way to {vendor}.',
  indeterminate: 'We are asking {vendor}. No need to fill it in again.',
  ready: 'Your request is in. Please verify on the page of {vendor}.',
  processing: 'If you have finished at {vendor}, check the result; if you left half-way, continue.',
  verified: 'There is nothing else for you to do.',
  rejected: '{vendor} did not confirm it. Check name, ID number and mobile number and try again.',
  'rejected.organization':
    '{vendor} did not confirm it. Check company name, register number and legal representative and try again.',
  already:
    'This company was verified at {vendor} before; no need to do it again. To use it, ask its system administrator at {vendor}.',
  'already.person': 'The name and number you gave were verified at {vendor} before; no need to do it again.',
  'already.unproven':
    'This company was verified at {vendor} before, which does not do it again; this time it did not pass. Choose another provider, or ask its system administrator at {vendor}.',
  'already.person.unproven':
    'The name and number you gave were verified at {vendor} before, which does not do it again; this time it did not pass. Choose another provider, or contact support.',
  'already.person.limits':
    'It only says that the holder of this document is verified, not that it is the holder who uses the phone.',
  'already.limits':
    'This does not prove that you may act for the company, nor that you are its administrator.',
  'reason.basicInformation':
    'The company data were not confirmed. Compare company name, register number and legal representative with the business licence and try again.',
  'reason.authorizationLetter':
    'The letter of authorization was not accepted. Prepare it as the page of {vendor} asks (complete, with a clear seal) and verify again.',
  expired: 'It was not finished in time. You can start a new one.',
  canceled: 'This verification was cancelled. You can start a new one whenever you need it.',
  revoked: '{vendor} withdrew the result. Please contact support if you have questions.',
  reviewing:
    'Staff of {vendor} are checking; this may take a while. You may leave and come back for the result.',
  blocked: 'Support has to act first. What you typed is not lost.',
  unanswered: '{vendor} did not answer in time. You can continue; no need to fill it in again.',
  waiting: 'Waiting for the result from {vendor}.',
  unconfirmed:
    '{vendor} says that the account of this number is verified, but not that it is yours. Let WeChat confirm that the number is yours.',
}

export const detailText = defineTexts({ zh, en })
