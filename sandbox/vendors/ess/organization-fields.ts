/** What the actions around a single organization take. */
import {
  checked,
  listOf,
  object,
  oneOf,
  optional,
  type Parse,
  Refusal,
  required,
  text,
  truth,
  wholeNumber,
} from '../kit/shape'
import { BATCH_ENDPOINTS } from './batch-fields'
import { agentField, coded, idCardType, ids, longest, numberProblem, operatorField, userData } from './fields'
import { type FileRule, fileProblem, LETTER, LICENCE } from './files'
import { hasHalfWidthBrackets, isCreditCode, isMobile } from './identity'
import { ApiFault } from './protocol'

const file = (rule: FileRule): Parse<string> =>
  coded(
    'InvalidParameter.FileType',
    checked(text, value => fileProblem(value, rule)),
  )

const name = checked(text, value =>
  hasHalfWidthBrackets(value) ? 'must have full-width brackets （）' : undefined,
)
const creditCode = checked(text, value => (isCreditCode(value) ? undefined : 'is not a valid code'))
const mobile = checked(text, value => (isMobile(value) ? undefined : 'is not a mobile number'))

/** Several of a few numbers, each once. */
function numbersOf(allowed: readonly number[]): Parse<number[]> {
  return checked(listOf(wholeNumber(0, 100)), values => {
    const isRight = values.length > 0 && values.every(one => allowed.includes(one))
    if (!isRight) return `must be of ${allowed.join(', ')}`
    return new Set(values).size === values.length ? undefined : 'must not repeat a value'
  })
}

const jumpEvent = object({
  JumpEventType: required(wholeNumber(1, 3)),
  JumpUrl: required(coded('InvalidParameter.JumpUrl', longest(1000))),
})

const flag = optional(truth)

const fields = object({
  ...operatorField,
  OrganizationName: optional(name),
  UniformSocialCreditCode: optional(creditCode),
  LegalName: optional(text),
  OrganizationAddress: optional(longest(500)),
  AdminName: optional(text),
  AdminMobile: optional(mobile),
  AdminIdCardNumber: optional(text),
  AdminIdCardType: optional(idCardType),
  AuthorizationTypes: optional(coded('InvalidParameter.AuthorizationType', numbersOf([2, 5]))),
  AuthorizationMethod: optional(numbersOf([1, 2, 3])),
  Endpoint: optional(coded('InvalidParameter.EndPoint', oneOf(BATCH_ENDPOINTS))),
  Initialization: optional(numbersOf([1, 2])),
  JumpEvents: optional(listOf(jumpEvent)),
  AutoJumpUrl: optional(coded('InvalidParameter.JumpUrl', longest(500))),
  UserData: optional(userData(4096)),
  BusinessLicense: optional(file(LICENCE)),
  PowerOfAttorneys: optional(listOf(file(LETTER))),
  BankAccountNumber: optional(text),
  OrganizationIdCardType: optional(
    oneOf(['USCC', 'PRACTICELICENSEOFMEDICALINSTITUTION', 'CLINICFILLINGCERTIFICATE']),
  ),
  UniformSocialCreditCodeSame: flag,
  LegalNameSame: flag,
  AdminNameSame: flag,
  AdminIdCardNumberSame: flag,
  AdminMobileSame: flag,
  OrganizationNameSame: flag,
  BankAccountNumberSame: flag,
  OrganizationIdCardTypeSame: flag,
  HideBizLicense: flag,
  AddressSame: flag,
  BizLicenseSame: flag,
})
export type OrganizationRequest = ReturnType<typeof fields>

export const organizationShape: Parse<OrganizationRequest> = (value, at) => {
  const given = fields(value, at)
  const { Endpoint: endpoint = 'PC', PowerOfAttorneys: letters } = given
  const number = numberProblem(given.AdminIdCardNumber, given.AdminIdCardType)
  if (number) throw new Refusal(`AdminIdCardNumber ${number}`, 'value', 'AdminIdCardNumber')
  if (endpoint.endsWith('H5') && given.OrganizationName === undefined) {
    throw new Refusal('OrganizationName is required for H5', 'missing', 'OrganizationName')
  }
  if (endpoint.endsWith('H5') && given.AuthorizationMethod?.some(one => one !== 1)) {
    throw new Refusal('AuthorizationMethod of H5 is 1', 'value', 'AuthorizationMethod')
  }
  if (endpoint === 'APP' && given.JumpEvents?.some(one => one.JumpUrl !== 'true')) {
    throw new ApiFault('InvalidParameter.JumpUrl', 'JumpUrl is "true" for the endpoint APP.')
  }
  if (letters) checkLetters(given)
  return given
}

/** The official example has 5 for a letter. */
function checkLetters({ AuthorizationTypes: types, AdminName, AdminMobile }: OrganizationRequest): void {
  if (!AdminName) throw new Refusal('AdminName is required with a letter', 'missing', 'AdminName')
  if (!AdminMobile) throw new Refusal('AdminMobile is required with a letter', 'missing', 'AdminMobile')
  if (types?.join() !== '5') {
    throw new ApiFault('InvalidParameter.AuthorizationType', 'AuthorizationTypes must be [5] with a letter.')
  }
}

export const statusShape: Parse<ReturnType<typeof statusFields>> = (value, at) => {
  const given = statusFields(value, at)
  if (given.OrganizationName === undefined && given.UniformSocialCreditCode === undefined) {
    throw new ApiFault(
      'MissingParameter.OrgNameOrUniformSocialCreditCode',
      'OrganizationName和UniformSocialCreditCode不能同时为空',
    )
  }
  return given
}

const statusFields = object({
  ...operatorField,
  OrganizationName: optional(text),
  UniformSocialCreditCode: optional(text),
  LegalName: optional(text),
  AuthorizationInfoId: optional(text),
})

export const deletionShape = object({
  ...operatorField,
  ...agentField,
  AuthorizationIds: optional(ids),
  AdminName: optional(text),
  AdminMobile: optional(coded('InvalidParameter.Mobile', mobile)),
})

export const LETTER_ENDPOINTS = ['HTTP', 'HTTP_SHORT_URL', 'APP', 'PC'] as const
export type LetterEndpoint = (typeof LETTER_ENDPOINTS)[number]

export const letterShape = object({
  ...operatorField,
  ...agentField,
  AuthorizationId: optional(text),
  Endpoint: optional(oneOf(LETTER_ENDPOINTS)),
})
