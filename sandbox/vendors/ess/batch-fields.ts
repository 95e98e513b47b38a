/** What the four batch actions take, and the rules of a single row. */
import { listOf, object, oneOf, optional, type Parse, required, text, wholeNumber } from '../kit/shape'
import { agentField, idCardType, ids, operatorField } from './fields'
import { fileProblem, LETTER, LICENCE } from './files'
import { isAddress, isCreditCode, isMobile, isNumberOf } from './identity'
import { ApiFault } from './protocol'

/** Of making tasks; the link of many flows has other ones. */
export const BATCH_ENDPOINTS = ['PC', 'SHORT_URL', 'APP', 'H5', 'SHORT_H5'] as const
export type BatchEndpoint = (typeof BATCH_ENDPOINTS)[number]

export const LINK_ENDPOINTS = ['HTTP', 'HTTP_SHORT_URL', 'APP', 'QR_CODE'] as const
export type LinkEndpoint = (typeof LINK_ENDPOINTS)[number]

const MOST_ROWS = 10

const row = object({
  OrganizationName: required(text),
  UniformSocialCreditCode: required(text),
  LegalName: required(text),
  Address: optional(text),
  AdminName: optional(text),
  AdminMobile: optional(text),
  AdminIdCardNumber: optional(text),
  AdminIdCardType: optional(idCardType),
  AuthorizationTypes: optional(listOf(wholeNumber(0, 100))),
  BusinessLicense: optional(text),
  PowerOfAttorneys: optional(listOf(text)),
})
export type Row = ReturnType<typeof row>

const batchMethod: Parse<0 | 1> = (value, at) => (wholeNumber(0, 1)(value, at) === 1 ? 1 : 0)

export const registrationShape = object({
  ...operatorField,
  ...agentField,
  RegistrationOrganizations: required(listOf(row)),
  Endpoint: optional(oneOf(BATCH_ENDPOINTS)),
  BatchAuthMethod: optional(batchMethod),
})

export const urlsShape = object({ ...operatorField, ...agentField, TaskId: required(text) })

export const tasksShape = object({ ...operatorField, ...agentField, TaskIds: optional(ids) })

export const linkShape = object({
  ...operatorField,
  ...agentField,
  AdminName: required(text),
  AdminMobile: required(text),
  SubTaskIds: optional(ids),
  AdminIdCardType: optional(idCardType),
  AdminIdCardNumber: optional(text),
  Endpoint: optional(oneOf(LINK_ENDPOINTS)),
})

/** 1 letter, 2 by the legal person, 5 letter and bank transfer. */
const AUTHORIZATION_TYPES = [1, 2, 5]
const BY_LETTER = 1

interface RowRule {
  isBroken(row: Row, method: 0 | 1): boolean
  problem: string
}

const RULES: readonly RowRule[] = [
  {
    isBroken: ({ UniformSocialCreditCode }) => !isCreditCode(UniformSocialCreditCode),
    problem: '统一社会信用代码不正确',
  },
  { isBroken: ({ Address }) => Address !== undefined && !isAddress(Address), problem: '地址参数不正确' },
  {
    isBroken: ({ AdminMobile }) => AdminMobile !== undefined && !isMobile(AdminMobile),
    problem: '超管手机号不正确',
  },
  {
    isBroken: ({ AdminIdCardNumber, AdminIdCardType }) =>
      AdminIdCardNumber !== undefined && !isNumberOf(AdminIdCardType ?? 'ID_CARD', AdminIdCardNumber),
    problem: '超管证件号不正确',
  },
  {
    isBroken: ({ AuthorizationTypes: types }) =>
      types !== undefined && (types.length !== 1 || !AUTHORIZATION_TYPES.includes(types[0] ?? 0)),
    problem: '授权方式只支持1、2、5中的一种',
  },
  {
    isBroken: ({ PowerOfAttorneys: letters }) => letters !== undefined && letters.length === 0,
    problem: '授权书不能为空',
  },
  {
    isBroken: ({ PowerOfAttorneys: letters, AuthorizationTypes: types }) =>
      letters !== undefined && types?.[0] !== BY_LETTER,
    problem: '上传授权书时授权方式只能是1',
  },
  {
    isBroken: ({ PowerOfAttorneys: letters, AdminName, AdminMobile, AdminIdCardNumber }) =>
      letters !== undefined && !(AdminName && AdminMobile && AdminIdCardNumber),
    problem: '上传授权书时超管姓名、手机号、证件号不能为空',
  },
  {
    isBroken: ({ PowerOfAttorneys: letters, AuthorizationTypes: types }, method) =>
      method === 1 && types?.[0] === BY_LETTER && letters === undefined,
    problem: '单链接方式使用授权书时必须上传授权书',
  },
]

/** What is wrong with a row, without its place; `undefined` when nothing is. */
function rowProblem(given: Row, method: 0 | 1): string | undefined {
  const broken = RULES.find(rule => rule.isBroken(given, method))
  if (broken) return broken.problem
  const licence =
    given.BusinessLicense === undefined ? undefined : fileProblem(given.BusinessLicense, LICENCE)
  if (licence) return `营业执照${licence}`
  const letter = (given.PowerOfAttorneys ?? []).map(file => fileProblem(file, LETTER)).find(Boolean)
  return letter && `授权书${letter}`
}

/** One text a row, empty for a right one. Rows are counted from zero, as in the vendor's example. */
export function rowErrors(rows: readonly Row[], method: 0 | 1): string[] {
  return rows.map((one, index) => {
    const problem = rowProblem(one, method)
    return problem ? `第【${index}】条注册信息参数错误，${problem},请确认后再试` : ''
  })
}

/** What refuses the call as a whole. */
export function checkRows(rows: readonly Row[]): void {
  if (rows.length === 0 || rows.length > MOST_ROWS) {
    throw new ApiFault('InvalidParameterValue', `企业注册信息个数必须在1到${MOST_ROWS}之间`)
  }
  const name = repeated(rows.map(one => one.OrganizationName))
  if (name) throw new ApiFault('InvalidParameterValue', `企业名称[${name}]重复`)
  const code = repeated(rows.map(one => one.UniformSocialCreditCode))
  if (code) throw new ApiFault('InvalidParameterValue', `统一社会信用代码[${code}]重复`)
}

const repeated = (values: readonly string[]) => values.find((value, index) => values.indexOf(value) !== index)
