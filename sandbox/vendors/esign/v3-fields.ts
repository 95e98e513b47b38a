/** What the v3 endpoints take (pages 获取个人/机构认证&授权页面链接), closed: no other key passes. */
import { checked, listOf, object, oneOf, optional, type Parse, required, text, truth } from '../kit/shape'
import { account, bankCard, certificateProblem, mobile, notifyUrl, plain, WrongForm } from './values'

const PERSON_MODES = ['PSN_FACE', 'PSN_MOBILE3', 'PSN_BANKCARD4'] as const
const DETAILED_MODES = ['PSN_MOBILE3', 'PSN_BANKCARD4'] as const
const ORG_MODES = ['ORG_BANK_TRANSFER', 'ORG_ALIPAY_CREDIT', 'ORG_LEGALREP_INVOLVED'] as const

const PERSON_CERTS = [
  'CRED_PSN_CH_IDCARD',
  'CRED_PSN_CH_HONGKONG',
  'CRED_PSN_CH_MACAO',
  'CRED_PSN_CH_TWCARD',
  'CRED_PSN_PASSPORT',
] as const
const ORG_CERTS = ['CRED_ORG_USCC', 'CRED_ORG_REGCODE'] as const

const PERSON_SCOPES = [
  'get_psn_identity_info',
  'psn_initiate_sign',
  'manage_psn_resource',
  'psn_sign_file_storage',
  'apply_psn_evidence',
] as const
const ORG_SCOPES = [
  ...PERSON_SCOPES,
  'get_org_identity_info',
  'org_initiate_sign',
  'manage_org_member',
  'manage_org_seal',
  'manage_org_template',
  'use_org_template',
  'manage_org_resource',
  'org_sign_file_storage',
  'org_approval_info',
  'use_org_order',
  'apply_org_evidence',
  'org_function_benefits',
  'manage_org_contract',
] as const

const psnInfoFields = object({
  psnName: optional(text),
  psnIDCardNum: optional(plain),
  psnIDCardType: optional(oneOf(PERSON_CERTS)),
  psnMobile: optional(mobile),
  bankCardNum: optional(bankCard),
  psnIdentityVerify: optional(truth),
})
const psnInfo: Parse<ReturnType<typeof psnInfoFields>> = (value, at) => {
  const parsed = psnInfoFields(value, at)
  const problem = certificateProblem(parsed.psnIDCardNum, parsed.psnIDCardType)
  if (problem) throw new WrongForm(`${at}.psnIDCardNum ${problem}`)
  return parsed
}

const psnAuthPageConfig = object({
  psnDefaultAuthMode: optional(oneOf(PERSON_MODES)),
  psnAvailableAuthModes: optional(listOf(oneOf(PERSON_MODES))),
  advancedVersion: optional(listOf(oneOf(DETAILED_MODES))),
  psnEditableFields: optional(listOf(oneOf(['name', 'IDCardNum', 'mobile', 'bankCardNum']))),
})

const personRef = { psnAccount: optional(account), psnId: optional(text), psnInfo: optional(psnInfo) }

const oneOfTwo = (a: string, b: string) => (given: Record<string, unknown>) =>
  given[a] !== undefined && given[b] !== undefined
    ? `has ${a} and ${b}; only one of them is taken`
    : undefined

/** A whole number of seconds, written as text. */
const seconds = checked(text, value =>
  /^\d{1,4}$/.test(value) ? undefined : 'must be a whole number of seconds, as a string',
)

/** Documented: http or https, but for apps and mini-programs. */
const redirectUrl = checked(text, value =>
  /^[a-z][a-z0-9+.-]*:\/\/\S+$/i.test(value) ? undefined : 'must be an address with its scheme',
)

const commonFields = {
  redirectConfig: optional(
    object({ redirectUrl: optional(redirectUrl), redirectDelayTime: optional(seconds) }),
  ),
  clientType: optional(oneOf(['ALL', 'H5', 'PC'])),
  appScheme: optional(text),
  notifyUrl: optional(notifyUrl),
}

const scopes = (allowed: readonly string[]) =>
  optional(object({ authorizedScopes: optional(listOf(oneOf(allowed))) }))

export const personLinkShape = object({
  ...commonFields,
  psnAuthConfig: required(
    checked(
      object({ ...personRef, psnAuthPageConfig: optional(psnAuthPageConfig) }),
      oneOfTwo('psnAccount', 'psnId'),
    ),
  ),
  authorizeConfig: scopes(PERSON_SCOPES),
})

const orgInfo = object({
  orgIDCardNum: optional(plain),
  orgIDCardType: optional(oneOf(ORG_CERTS)),
  legalRepName: optional(text),
  legalRepIDCardNum: optional(plain),
  legalRepIDCardType: optional(oneOf(PERSON_CERTS)),
  orgBankAccountNum: optional(plain),
})

export const organizationLinkShape = object({
  ...commonFields,
  orgAuthConfig: required(
    checked(
      object({
        orgName: optional(text),
        orgId: optional(text),
        orgInfo: optional(orgInfo),
        orgAuthPageConfig: optional(
          object({
            orgDefaultAuthMode: optional(oneOf(ORG_MODES)),
            orgAvailableAuthModes: optional(listOf(oneOf(ORG_MODES))),
            orgEditableFields: optional(listOf(oneOf(['orgNum', 'legalRepName', 'orgBankAccountNum']))),
          }),
        ),
        transactorInfo: optional(checked(object(personRef), oneOfTwo('psnAccount', 'psnId'))),
        transactorAuthPageConfig: optional(psnAuthPageConfig),
      }),
      oneOfTwo('orgName', 'orgId'),
    ),
  ),
  authorizeConfig: scopes(ORG_SCOPES),
  transactorUseSeal: optional(truth),
  orgIdentityVerify: optional(truth),
})

const personNeedsOne = ['psnId', 'psnAccount', 'psnIDCardNum']
export const personIdentityShape = checked(
  object({
    psnId: optional(text),
    psnAccount: optional(account),
    psnIDCardNum: optional(plain),
    psnIDCardType: optional(oneOf(PERSON_CERTS)),
  }),
  query =>
    identityProblem(query, personNeedsOne) ??
    (query.psnIDCardNum && !query.psnIDCardType ? 'has psnIDCardNum without psnIDCardType' : undefined),
)

const orgNeedsOne = ['orgId', 'orgName', 'orgIDCardNum']
export const organizationIdentityShape = checked(
  object({
    orgId: optional(text),
    orgName: optional(text),
    orgIDCardNum: optional(plain),
    orgIDCardType: optional(oneOf(ORG_CERTS)),
  }),
  query =>
    identityProblem(query, orgNeedsOne) ??
    (query.orgIDCardNum && !query.orgIDCardType ? 'has orgIDCardNum without orgIDCardType' : undefined),
)

function identityProblem(query: Record<string, unknown>, names: readonly string[]): string | undefined {
  return names.some(name => query[name] !== undefined) ? undefined : `needs one of ${names.join(', ')}`
}

export type PersonLink = ReturnType<typeof personLinkShape>
export type OrganizationLink = ReturnType<typeof organizationLinkShape>
export type PersonRef = NonNullable<OrganizationLink['orgAuthConfig']['transactorInfo']>
export type PersonPageConfig = ReturnType<typeof psnAuthPageConfig>
