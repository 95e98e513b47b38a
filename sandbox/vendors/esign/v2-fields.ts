/** What the four v2 start endpoints take, closed: no other key passes. */
import { checked, object, oneOf, optional, type Parse, Refusal, required, text } from '../kit/shape'
import {
  bankCard,
  certificateProblem,
  listOrText,
  mobile,
  notifyUrl,
  plain,
  textOrEmpty,
  truthOrText,
  WrongForm,
} from './values'
import { FACE_VENDORS, ORG_WAYS, PERSON_WAYS } from './ways'

const PERSON_TYPES = Object.values(PERSON_WAYS).map(way => way.v2)
const ORG_TYPES = Object.values(ORG_WAYS).map(way => way.v2)
const FACE_TYPES = Object.keys(FACE_VENDORS)
const DETAILED_TYPES = [PERSON_WAYS.bankCard.v2, PERSON_WAYS.telecom.v2]

const CERT_TYPES = [
  'INDIVIDUAL_CH_IDCARD',
  'INDIVIDUAL_CH_TWCARD',
  'INDIVIDUAL_CH_HONGKONG_MACAO',
  'INDIVIDUAL_PASSPORT',
  'INDIVIDUAL_CH_RESIDENCE_PERMIT_HK_MO_TW',
  'INDIVIDUAL_CH_GREEN_CARD',
] as const

const contextInfo = checked(
  object({
    contextId: optional(text),
    notifyUrl: optional(notifyUrl),
    origin: optional(oneOf(['BROWSER', 'APP'])),
    redirectUrl: optional(textOrEmpty),
    showResultPage: optional(truthOrText),
  }),
  ({ origin, redirectUrl = '' }) =>
    origin === 'APP' && !redirectUrl.includes('esignAppScheme')
      ? 'has origin APP; then redirectUrl must carry esignAppScheme'
      : undefined,
)

interface Certificate {
  field: string
  number: string | undefined
  type?: string
}

/** Numbers must fit the kind of certificate they belong to. */
function withCertificates<T>(parse: Parse<T>, certificates: (given: T) => Certificate[]): Parse<T> {
  return (value, at) => {
    const parsed = parse(value, at)
    for (const { field, number, type } of certificates(parsed)) {
      const problem = certificateProblem(number, type)
      if (problem) throw new WrongForm(`${at}.${field} ${problem}`)
    }
    return parsed
  }
}

const indivInfo = withCertificates(
  object({
    name: optional(plain),
    certType: optional(oneOf(CERT_TYPES)),
    certNo: optional(plain),
    mobileNo: optional(mobile),
    bankCardNo: optional(bankCard),
    nationality: optional(text),
  }),
  ({ certNo, certType }) => [{ field: 'certNo', number: certNo, type: certType }],
)

const personFields = {
  authType: optional(oneOf(PERSON_TYPES)),
  availableAuthTypes: optional(listOrText(oneOf(PERSON_TYPES))),
  authAdvancedEnabled: optional(listOrText(oneOf(DETAILED_TYPES))),
  receiveUrlMobileNo: optional(mobile),
  contextInfo: optional(contextInfo),
  indivInfo: optional(indivInfo),
  configParams: optional(
    object({
      indivUneditableInfo: optional(listOrText(oneOf(['name', 'certNo', 'mobileNo', 'bankCardNo']))),
    }),
  ),
}

export const personShape = object(personFields)
export const accountPersonShape = object({ ...personFields, repeatIdentity: optional(truthOrText) })

/** 1 company, 2 sole trader, 99 other; whether a number or a text is not documented. */
const organizationType: Parse<string> = (value, at) => {
  const found = ['1', '2', '99'].find(one => one === String(value))
  if (found === undefined) throw new Refusal(`${at} must be one of 1, 2, 99`)
  return found
}

const orgEntity = withCertificates(
  object({
    name: optional(plain),
    certNo: optional(plain),
    organizationType: optional(organizationType),
    legalRepName: optional(plain),
    legalRepCertNo: optional(plain),
    legalRepCertType: optional(oneOf(CERT_TYPES)),
    agentName: optional(plain),
    agentIdNo: optional(plain),
  }),
  ({ legalRepCertNo, legalRepCertType, agentIdNo }) => [
    { field: 'legalRepCertNo', number: legalRepCertNo, type: legalRepCertType },
    { field: 'agentIdNo', number: agentIdNo },
  ],
)

const organizationFields = {
  authType: optional(oneOf(ORG_TYPES)),
  availableAuthTypes: optional(listOrText(oneOf(ORG_TYPES))),
  agentAvailableAuthTypes: optional(listOrText(oneOf([...PERSON_TYPES, ...FACE_TYPES]))),
  agentAuthAdvancedEnabled: optional(listOrText(oneOf(DETAILED_TYPES))),
  receiveUrlMobileNo: optional(mobile),
  contextInfo: optional(contextInfo),
  orgEntity: optional(orgEntity),
  configParams: optional(
    object({
      orgUneditableInfo: optional(
        listOrText(oneOf(['name', 'certNo', 'legalRepName', 'legalRepCertNo', 'agentName', 'agentIdNo'])),
      ),
    }),
  ),
}

export const organizationShape = object(organizationFields)
export const accountOrganizationShape = object({
  ...organizationFields,
  agentAccountId: required(text),
  repeatIdentity: optional(truthOrText),
})

export type V2Person = ReturnType<typeof accountPersonShape>
export type V2Organization = ReturnType<typeof organizationShape> & {
  agentAccountId?: string
  repeatIdentity?: boolean
}
