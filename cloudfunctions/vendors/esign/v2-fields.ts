import type { OrganizationFields, PersonFields } from '../../domain/verification'
import type {
  EditableField,
  FallbackMode,
  IdType,
  OrganizationEditableField,
  PersonMode,
} from '../../domain/words'

const web = '/v2/identity/auth/web'

/** null: the page for persons has no such way. */
const authTypes: Record<PersonMode | FallbackMode, string | null> = {
  any: null,
  threeFactor: 'PSN_TELECOM_AUTHCODE',
  bankCard: 'PSN_BANK4_AUTHCODE',
  face: 'PSN_FACEAUTH_BYURL',
  alipay: null,
  manualReview: null,
}
const certTypes: Record<IdType, string> = {
  residentId: 'INDIVIDUAL_CH_IDCARD',
  passport: 'INDIVIDUAL_PASSPORT',
  hkMacauPermit: 'INDIVIDUAL_CH_HONGKONG_MACAO',
  taiwanPermit: 'INDIVIDUAL_CH_TWCARD',
}
const personLocks: Record<EditableField, string> = {
  name: 'name',
  idNumber: 'certNo',
  bankMobile: 'mobileNo',
  bankNumber: 'bankCardNo',
}
type Lockable = Exclude<OrganizationEditableField, 'licence'>
const organizationLocks: Record<Lockable, string> = {
  name: 'name',
  registerNumber: 'certNo',
  legalPerson: 'legalRepName',
}

/** Where the caller is told the result. Without a `redirectUrl`: the jump into the mini-program forbids it. */
export interface Context {
  reference: string
  noticeUrl: string
}

export function personPath({ account }: PersonFields): string {
  return account ? `${web}/${encodeURIComponent(account)}/indivIdentityUrl` : `${web}/indivAuthUrl`
}

/** What is not set is left to the vendor's page. Source: 获取个人核身认证地址, 获取个人实名认证地址. */
export function personBody(person: PersonFields, context: Context): object {
  const { name, idType, idNumber, bankNumber, bankMobile, contact } = person
  const mobileNo = bankMobile ?? (contact.type === 'mobile' ? contact.value : undefined)
  const locked = locksOf(personLocks, person, person.editableFields)
  return {
    ...authTypesOf(person),
    contextInfo: contextInfo(context),
    indivInfo: {
      certType: certTypes[idType],
      ...(name && { name }),
      ...(idNumber && { certNo: idNumber }),
      ...(mobileNo && { mobileNo }),
      ...(bankNumber && { bankCardNo: bankNumber }),
    },
    ...(locked && { configParams: { indivUneditableInfo: locked } }),
  }
}

/** Both accounts or none: with one of them alone only the call without accounts is left. */
function hasAccounts({ account, applicant }: OrganizationFields): boolean {
  return account !== undefined && applicant.account !== undefined
}

export function organizationPath(organization: OrganizationFields): string {
  if (!hasAccounts(organization)) return `${web}/orgAuthUrl`
  return `${web}/${encodeURIComponent(organization.account ?? '')}/orgIdentityUrl`
}

/** Source: 获取组织机构核身认证地址, 获取组织机构实名认证地址. */
export function organizationBody(organization: OrganizationFields, context: Context): object {
  const { name, registerNumber, legalPerson, applicant, editableFields } = organization
  const locked = locksOf(organizationLocks, organization, editableFields)
  return {
    ...(hasAccounts(organization) && { agentAccountId: applicant.account }),
    contextInfo: contextInfo(context),
    orgEntity: {
      name,
      ...(registerNumber && { certNo: registerNumber }),
      ...(legalPerson && { legalRepName: legalPerson }),
      ...(applicant.name && { agentName: applicant.name }),
    },
    ...(locked && { configParams: { orgUneditableInfo: locked } }),
  }
}

function contextInfo({ reference, noticeUrl }: Context): object {
  return { contextId: reference, notifyUrl: noticeUrl }
}

function authTypesOf({ mode, fallbackModes = [] }: PersonFields): object {
  const authType = authTypes[mode]
  if (authType === null) return {}
  const others = fallbackModes.flatMap(each => authTypes[each] ?? [])
  return { authType, availableAuthTypes: [...new Set([authType, ...others])] }
}

/**
 * The vendor asks for the opposite of ours: what may not be changed. What is not prefilled is never locked, or nobody
 * could go on. null: we were not told, and the vendor's own rule holds (all of it can be changed).
 */
function locksOf<K extends string>(
  names: Record<K, string>,
  given: { [F in K]?: unknown },
  editable: readonly string[] | undefined,
): string[] | null {
  if (!editable) return null
  const fields = Object.keys(names) as K[]
  return fields.filter(field => given[field] && !editable.includes(field)).map(field => names[field])
}
