import type { OrganizationFields, PersonFields } from '../../domain/verification'
import type {
  EditableField,
  FallbackMode,
  IdType,
  OrganizationEditableField,
  PersonMode,
} from '../../domain/words'
import type { StartRequest } from '../driver'

export const v3Paths = { person: '/v3/psn-auth-url', organization: '/v3/org-auth-url' } as const

/** null: the page for persons has no such way. */
const authModes: Record<PersonMode | FallbackMode, string | null> = {
  any: null,
  threeFactor: 'PSN_MOBILE3',
  bankCard: 'PSN_BANKCARD4',
  face: 'PSN_FACE',
  alipay: null,
  manualReview: null,
}
const personEditable: Record<EditableField, string> = {
  name: 'name',
  idNumber: 'IDCardNum',
  bankMobile: 'mobile',
  bankNumber: 'bankCardNum',
}
/** null: the page has no such field, or never lets it be changed. */
const organizationEditable: Record<OrganizationEditableField, string | null> = {
  name: null,
  registerNumber: 'orgNum',
  legalPerson: 'legalRepName',
  licence: null,
}

/** Source: 获取个人认证&授权页面链接. No scopes are asked for: this is about verifying alone. */
export function personBody(person: PersonFields, request: StartRequest): object {
  const { contact, account, editableFields } = person
  const pageConfig = {
    ...authModesOf(person),
    ...(editableFields && { psnEditableFields: editableFields.map(field => personEditable[field]) }),
  }
  return {
    psnAuthConfig: {
      ...(account ? { psnId: account } : { psnAccount: contact.value }),
      ...nonEmpty('psnInfo', psnInfo(person)),
      ...nonEmpty('psnAuthPageConfig', pageConfig),
    },
    ...common(request),
  }
}

/** Source: 获取机构认证&授权页面链接. The applicant becomes the organization's administrator. */
export function organizationBody(organization: OrganizationFields, request: StartRequest): object {
  const { name, account, registerNumber, legalPerson, applicant, editableFields } = organization
  const orgInfo = {
    ...(registerNumber && {
      orgIDCardNum: registerNumber,
      orgIDCardType: registerNumber.length === 18 ? 'CRED_ORG_USCC' : 'CRED_ORG_REGCODE',
    }),
    ...(legalPerson && { legalRepName: legalPerson }),
  }
  return {
    orgAuthConfig: {
      ...(account ? { orgId: account } : { orgName: name }),
      ...nonEmpty('orgInfo', orgInfo),
      ...(editableFields && {
        orgAuthPageConfig: {
          orgEditableFields: editableFields.flatMap(field => organizationEditable[field] ?? []),
        },
      }),
      transactorInfo: {
        ...(applicant.account ? { psnId: applicant.account } : { psnAccount: applicant.contact.value }),
        ...(applicant.name && { psnInfo: { psnName: applicant.name } }),
      },
    },
    ...common(request),
  }
}

/** The way back out of the vendor's mini-program; a browser stays where it is. */
function common({ noticeUrl, way }: StartRequest): object {
  return { notifyUrl: noticeUrl, ...(way === 'app' && { redirectConfig: { redirectUrl: 'wechat://back' } }) }
}

function psnInfo({ name, idType, idNumber, bankNumber, bankMobile }: PersonFields): object {
  const type = cardType(idType, idNumber)
  return {
    ...(name && { psnName: name }),
    ...(idNumber && { psnIDCardNum: idNumber }),
    ...(type && { psnIDCardType: type }),
    ...(bankMobile && { psnMobile: bankMobile }),
    ...(bankNumber && { bankCardNum: bankNumber }),
    // Otherwise an account that is verified as somebody else would count for whoever was named here.
    ...((name || idNumber) && { psnIdentityVerify: true }),
  }
}

/** Two documents of the vendor's are one of ours: the number begins with H or M. null: it cannot be told. */
function cardType(idType: IdType, idNumber = ''): string | null {
  switch (idType) {
    case 'residentId':
      return 'CRED_PSN_CH_IDCARD'
    case 'passport':
      return 'CRED_PSN_PASSPORT'
    case 'taiwanPermit':
      return 'CRED_PSN_CH_TWCARD'
    case 'hkMacauPermit':
      if (idNumber === '') return null
      return /^m/i.test(idNumber) ? 'CRED_PSN_CH_MACAO' : 'CRED_PSN_CH_HONGKONG'
  }
}

function authModesOf({ mode, fallbackModes = [] }: PersonFields): object {
  const authMode = authModes[mode]
  if (authMode === null) return {}
  const others = fallbackModes.flatMap(each => authModes[each] ?? [])
  return { psnDefaultAuthMode: authMode, psnAvailableAuthModes: [...new Set([authMode, ...others])] }
}

function nonEmpty(name: string, value: object): object {
  return Object.keys(value).length > 0 ? { [name]: value } : {}
}
