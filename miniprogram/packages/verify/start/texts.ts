import { textsOf } from '../../../i18n'

/** What forms say about fields that are filled in, by the inviting side or by WeChat. */
const zh = {
  'lead.invited': '{controller}邀请您办理“{title}”。这些信息将提交给{vendor}，用于核验。',
  'given.locked': '由邀请方填写',
  'given.note': '由邀请方填写，有误可以修改',
  'given.wrong': '这一项由邀请方填写，请联系邀请方更正。',
  'given.change': '修改',
  'given.keep': '恢复邀请方填写的内容',
  'missing.consent': '勾选同意后，即可开始。',
  'mode.fixed': '认证方式由邀请方指定。',
  'phone.fill': '使用微信手机号',
  'phone.filling': '正在获取…',
  'phone.refused': '没有授权手机号，可以直接填写。',
  'phone.unavailable': '微信没有提供手机号，请直接填写。',
  'phone.failed': '没有取得手机号：{reason}。可以再试，或直接填写。',
}

const en: Record<keyof typeof zh, string> = {
  'lead.invited':
    '{controller} invites you to “{title}”. These details are passed to {vendor} for the verification.',
  'given.locked': 'Filled in by whoever invited you',
  'given.note': 'Filled in by whoever invited you; change it if it is wrong',
  'given.wrong': 'Whoever invited you has filled this in; ask them to correct it.',
  'given.change': 'Change',
  'given.keep': 'Back to what was filled in',
  'missing.consent': 'Tick the consent to start.',
  'mode.fixed': 'Whoever invited you has chosen the way.',
  'phone.fill': 'Use my WeChat number',
  'phone.filling': 'Asking…',
  'phone.refused': 'No number was shared; you can simply type it.',
  'phone.unavailable': 'WeChat gave no number; please type it.',
  'phone.failed': 'No number: {reason}. Try again, or type it.',
}

export const st = textsOf({ zh, en })
