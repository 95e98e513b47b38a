/** For tests only: calls that between them carry every field the vendor's SDK declares, each answered well. */
import { ADMIN, CODES, OPERATOR, PNG, row } from './test-support'

type Json = Record<string, unknown>
/** Sends one call and returns its answer; throws when it is refused. */
export type Ask = (action: string, parameters: Json) => Promise<Json>

const Operator = { ...OPERATOR, Channel: 'x', OpenId: 'x', ClientIp: '8.8.8.8', ProxyIp: '8.8.8.8' }
const Agent = { AppId: 'x', ProxyAppId: 'x', ProxyOrganizationId: 'yDsubsidiary', ProxyOperator: 'x' }
const picture = PNG.toString('base64')
const UserData = Buffer.from('x').toString('base64')
const JumpUrl = 'https://example.com/back'
const PERSON = { Name: '张小三', IdCardNumber: '110101199003070003', IdCardType: 'ID_CARD' }

const ORGANIZATION = {
  OrganizationName: '示例单家科技有限公司',
  UniformSocialCreditCode: CODES[2],
  LegalName: '王小二',
  OrganizationAddress: '深圳市南山区1000号示例大厦',
  ...ADMIN,
  AdminIdCardType: 'ID_CARD',
  AuthorizationTypes: [5],
  AuthorizationMethod: [1],
  Endpoint: 'APP',
  Initialization: [1, 2],
  JumpEvents: [{ JumpEventType: 1, JumpUrl: 'true' }],
  AutoJumpUrl: JumpUrl,
  UserData,
  BusinessLicense: picture,
  PowerOfAttorneys: [picture],
  BankAccountNumber: '6200000000000000000',
  OrganizationIdCardType: 'USCC',
  HideBizLicense: true,
  ...Object.fromEntries(
    [
      'UniformSocialCreditCode',
      'LegalName',
      'AdminName',
      'AdminIdCardNumber',
      'AdminMobile',
      'OrganizationName',
      'BankAccountNumber',
      'OrganizationIdCardType',
      'Address',
      'BizLicense',
    ].map(name => [`${name}Same`, true]),
  ),
}

/** The actions in an order in which each finds what it needs. `rejectLetter` makes the vendor send one back. */
export async function sendEveryField(ask: Ask, rejectLetter: (organization: string) => Promise<unknown>) {
  const byLetter = { AuthorizationTypes: [1], AdminIdCardType: 'ID_CARD', BusinessLicense: picture }
  const { TaskId } = await ask('CreateBatchOrganizationRegistrationTasks', {
    Operator,
    Agent,
    RegistrationOrganizations: [row(0, { ...byLetter, PowerOfAttorneys: [picture] })],
    Endpoint: 'APP',
    BatchAuthMethod: 1,
  })
  const { OrganizationAuthUrls } = await ask('DescribeBatchOrganizationRegistrationUrls', {
    Operator,
    Agent,
    TaskId,
  })
  const SubTaskIds = (OrganizationAuthUrls as { SubTaskId: string }[]).map(one => one.SubTaskId)
  await ask('DescribeBatchOrganizationRegistrationTasks', { Operator, Agent, TaskIds: SubTaskIds })
  const link = { ...ADMIN, AdminIdCardType: 'ID_CARD', SubTaskIds, Endpoint: 'HTTP' }
  await ask('CreateBatchOrganizationAuthorizationUrl', { Operator, Agent, ...link })

  const person = { Operator, ...PERSON, Mobile: '13900000000', UserData }
  await ask('CreateUserVerifyUrl', { ...person, Endpoint: 'APP', AutoJumpBack: true })
  await ask('CreateUserVerifyUrl', { ...person, Endpoint: 'H5', JumpUrl })
  await ask('DescribeUserVerifyStatus', { Operator, ...PERSON })

  await ask('CreateOrganizationAuthUrl', { Operator, ...ORGANIZATION })
  await rejectLetter(ORGANIZATION.OrganizationName)
  const { OrganizationName, UniformSocialCreditCode, LegalName } = ORGANIZATION
  const status = { OrganizationName, UniformSocialCreditCode, LegalName }
  await ask('DescribeOrganizationAuthStatus', { Operator, ...status, AuthorizationInfoId: 'yDanything' })
  await ask('CreateModifyAdminAuthorizationUrl', { Operator, Agent, Endpoint: 'HTTP' })
  const { AdminName, AdminMobile } = ADMIN
  await ask('DeleteOrganizationAuthorizations', { Operator, Agent, AdminName, AdminMobile })
  // Named so that they count as sent; each is refused, as a flow nobody has.
  return {
    CreateModifyAdminAuthorizationUrl: { Operator, AuthorizationId: 'yDunknown' },
    DeleteOrganizationAuthorizations: { Operator, AuthorizationIds: ['yDunknown'] },
  }
}

/** `Operator`, `Operator.UserId`, … of whatever was sent; lists count as their items. */
export function fieldsOf(value: unknown, at = ''): string[] {
  if (Array.isArray(value)) return value.flatMap(one => fieldsOf(one, at))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => {
    const place = at ? `${at}.${name}` : name
    return [place, ...fieldsOf(inner, place)]
  })
}
