/** What the company endpoints take (pages 生成企业认证令牌, 企业认证链接 and the SDK's beans), closed. */
import {
  checked,
  object,
  oneOf,
  optional,
  type Parse,
  Refusal,
  required,
  text,
  truth,
  webUrl,
} from '../kit/shape'
import { CONTACT_TYPES, lang, pageStyle, wrongContact } from './fields'
import { licenceFile } from './licence'

const MODIFY_FIELDS = ['corpName', 'registerNo', 'legalPerson'] as const
const LICENCE_MODIFY_FIELDS = [...MODIFY_FIELDS, 'license'] as const
/** Links name the legal representative's contact, too. */
const LINK_MODIFY_FIELDS = [...MODIFY_FIELDS, 'legalContact'] as const
export type CompanyField = (typeof MODIFY_FIELDS)[number]

/** Unlike a person's list, a company's is one text with commas. */
function commaList(allowed: readonly string[]): Parse<string> {
  return checked(text, value => {
    const wrong = value.split(',').find(part => !allowed.includes(part))
    return wrong === undefined
      ? undefined
      : `must be names of ${allowed.join(', ')}, separated by commas alone, not "${wrong.slice(0, 20)}"`
  })
}

const applicant = checked(
  object({
    name: optional(text),
    contact: required(text),
    contactType: required(oneOf(CONTACT_TYPES)),
  }),
  wrongContact,
)

/** A JSON text inside a form field. */
function jsonText<T>(parse: Parse<T>): Parse<T> {
  return (value, at) => {
    const written = text(value, at)
    let parsed: unknown
    try {
      parsed = JSON.parse(written)
    } catch {
      throw new Refusal(`${at} must be a JSON text`)
    }
    return parse(parsed, at)
  }
}

const commonFields = {
  companyName: required(text),
  registerNo: optional(text),
  legalPerson: optional(text),
  callbackUrl: optional(webUrl),
}

const jsonFields = {
  ...commonFields,
  applicant: required(applicant),
  closeButton: optional(truth),
  modifyFields: optional(commaList(MODIFY_FIELDS)),
}

export const companyTokenShape = object(jsonFields)

export const companyLinkShape = object({
  ...jsonFields,
  modifyFields: optional(commaList(LINK_MODIFY_FIELDS)),
  legalContact: optional(text),
  lang: optional(lang),
  pageStyle: optional(pageStyle),
})

const licenceFields = {
  ...commonFields,
  applicantInfo: required(jsonText(applicant)),
  closeButton: optional(oneOf(['true', 'false'])),
  license: required(licenceFile),
  modifyFields: optional(commaList(LICENCE_MODIFY_FIELDS)),
}

const licenceTokenForm = object(licenceFields)

const licenceLinkForm = object({
  ...licenceFields,
  legalContact: optional(text),
  lang: optional(lang),
  pageStyleInfo: optional(jsonText(pageStyle)),
})

/** The forms, in the words of the JSON endpoints. */
export const licenceTokenShape: Parse<CompanyRequest> = (value, at) =>
  inJsonWords(licenceTokenForm(value, at))

export const licenceLinkShape: Parse<CompanyRequest> = (value, at) => {
  const { pageStyleInfo, ...rest } = licenceLinkForm(value, at)
  return { ...inJsonWords(rest), pageStyle: pageStyleInfo }
}

function inJsonWords<T extends ReturnType<typeof licenceTokenForm>>({
  applicantInfo,
  closeButton,
  ...rest
}: T) {
  return {
    ...rest,
    applicant: applicantInfo,
    closeButton: closeButton === undefined ? undefined : closeButton === 'true',
  }
}

export type CompanyRequest = ReturnType<typeof companyLinkShape> & {
  license?: ReturnType<typeof licenceFile>
}

export function mayModify(request: CompanyRequest, field: CompanyField | 'license'): boolean {
  return request.modifyFields?.split(',').includes(field) ?? false
}

const oneNeeded = (names: readonly [string, string]) => (query: Record<string, unknown>) =>
  names.some(name => query[name] !== undefined) ? undefined : `needs ${names.join(' or ')}`

export const companyResultShape = checked(
  object({ requestId: optional(text), companyName: optional(text) }),
  oneNeeded(['requestId', 'companyName']),
)

export const companyDetailShape = checked(
  object({ companyName: optional(text), registerNo: optional(text) }),
  oneNeeded(['companyName', 'registerNo']),
)

export const companyRefShape = checked(
  object({ requestId: optional(text), companyName: optional(text) }),
  ({ requestId, companyName }) =>
    (requestId === undefined) === (companyName === undefined)
      ? 'needs requestId or companyName, one of them'
      : undefined,
)
