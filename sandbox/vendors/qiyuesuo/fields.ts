/** What the two personal endpoints take (pages 生成个人认证令牌 and 获取个人认证链接), closed: no other key passes. */
import { checked, listOf, object, oneOf, optional, required, text, webUrl } from '../kit/shape'

export const CONTACT_TYPES = ['MOBILE', 'EMAIL'] as const
const REQUEST_MODES = ['DEFAULT', 'IVS', 'FACE', 'BANK', 'ALIPAY'] as const
const OTHER_MODES = ['IVS', 'FACE', 'ALIPAY', 'BANK', 'MANUAL'] as const
const PAPER_TYPES = ['IDCARD', 'PASSPORT', 'HKMP', 'MTPS'] as const
/** `MOBILE` is in no table, only in the page's PHP example; what it does is not known. */
const MODIFY_FIELDS = ['USERNAME', 'IDCARDNO', 'BANKNO', 'BANKMOBILE', 'MOBILE'] as const

export type ContactType = (typeof CONTACT_TYPES)[number]
export type Mode = (typeof OTHER_MODES)[number]
export const MODES = OTHER_MODES

const CONTACT_RULES: Record<ContactType, { pattern: RegExp; problem: string }> = {
  MOBILE: { pattern: /^1\d{10}$/, problem: 'is not a mobile number of 11 digits' },
  EMAIL: { pattern: /^[^\s@]+@[^\s@]+\.[^\s@]+$/, problem: 'is not an e-mail address' },
}

/** The page's Python example prints a contact with its middle left out. */
const DOCUMENTED_CONTACT = '151****64046497'

export function contactProblem(contact: string, type: ContactType): string | undefined {
  if (contact === DOCUMENTED_CONTACT) return undefined
  const rule = CONTACT_RULES[type]
  return rule.pattern.test(contact) ? undefined : `contact ${rule.problem}`
}

export function wrongContact(user: { contact: string; contactType: ContactType }): string | undefined {
  const problem = contactProblem(user.contact, user.contactType)
  return problem && `is wrong: ${problem}`
}

/** `name` is in no page: the vendor's own Go client has it. */
const user = checked(
  object({
    contact: required(text),
    contactType: required(oneOf(CONTACT_TYPES)),
    name: optional(text),
  }),
  wrongContact,
)

export const themeColor = checked(text, value =>
  /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.test(value) ? undefined : 'must be a colour such as #1677ff',
)

/** What link endpoints take about their page's look; companies' as well. */
export const lang = oneOf(['cn', 'en'])
export const pageStyle = object({ themeColor: optional(themeColor) })

const tokenFields = {
  user: required(user),
  mode: optional(oneOf(REQUEST_MODES)),
  otherModes: optional(listOf(oneOf(OTHER_MODES))),
  paperType: optional(oneOf(PAPER_TYPES)),
  username: optional(text),
  idCardNo: optional(text),
  bankNo: optional(text),
  bankMobile: optional(text),
  modifyFields: optional(listOf(oneOf(MODIFY_FIELDS))),
  callbackUrl: optional(webUrl),
}

export const tokenShape = object(tokenFields)

export const linkShape = object({
  ...tokenFields,
  callbackPage: optional(webUrl),
  lang: optional(lang),
  pageStyle: optional(pageStyle),
})

export const resultShape = checked(
  object({
    authId: optional(text),
    contact: optional(text),
    contactType: optional(oneOf(CONTACT_TYPES)),
  }),
  query => {
    if (query.authId !== undefined) return undefined
    if (query.contact === undefined && query.contactType === undefined) {
      return 'needs authId, or contact with contactType'
    }
    if (query.contact === undefined) return 'has contactType without contact'
    if (query.contactType === undefined) return 'has contact without contactType'
    const problem = contactProblem(query.contact, query.contactType)
    return problem && `is wrong: ${problem}`
  },
)

/** A link's request; a ticket's is the same without the last three fields. */
export type PersonRequest = ReturnType<typeof linkShape>
export type ResultQuery = ReturnType<typeof resultShape>
