/** 契约锁's envelope, headers and codes, as documented on its page API协议 and seen in its error replies. */
import { type Answer, json } from '../kit/http'
import type { Route } from '../kit/router'
import type { ScriptedError } from '../kit/script'

export const HEADERS = {
  token: 'x-qys-open-accesstoken',
  timestamp: 'x-qys-open-timestamp',
  nonce: 'x-qys-open-nonce',
  signature: 'x-qys-open-signature',
} as const

export const PATHS = {
  token: '/v2/personalauth/miniappexchange',
  link: '/v2/personalauth',
  result: '/v2/personalauth/result',
  companyToken: '/companyauth/miniappexchange',
  companyLicenceToken: '/companyauth/miniappexchangewithlicense',
  companyH5Link: '/companyauth/h5page',
  companyPcLink: '/companyauth/pcpage',
  companyLicenceH5Link: '/companyauth/h5pagewithlicense',
  companyLicencePcLink: '/companyauth/pcpagewithlicense',
  companyResult: '/companyauth/result',
  companyDetail: '/v2/company/detail',
  signToken: '/v2/contract/miniappexchange',
  viewToken: '/v2/contract/miniappexchange/view',
  health: '/v2/checkhealth',
} as const

interface Code {
  code: number
  /** Not every code has a known long form. */
  responseCode?: string
  message: string
}

export const CODES = {
  headerRequired: { code: 441, responseCode: '11990441', message: 'HEADER REQUIRED' },
  invalidToken: { code: 442, responseCode: '11990442', message: 'INVALID TOKEN' },
  internal: { code: 1001, responseCode: '21990001', message: 'ERROR' },
  permissionDenied: { code: 1002, responseCode: '14990002', message: 'PERMISSION DENIED' },
  invalidParam: { code: 1005, responseCode: '11990005', message: 'INVALID PARAM' },
  noViewPermission: { code: 1110, message: 'NO VIEW PERMISSION' },
  insufficientBalance: { code: 1601, message: 'INSUFFICIENT BALANCE' },
  invalidAuthId: { code: 1604, message: 'INVALID_AUTHID' },
  companyAlreadyAuthed: { code: 1605, message: 'COMPANY ALREADY AUTHED' },
  /** The code is one of several seen for a missing contract; its message is ours. */
  contractMissing: { code: 3004, message: 'SANDBOX: no such contract' },
} as const satisfies Record<string, Code>

/** Codes that double as HTTP status; everything else comes with 200, which is an inference. */
const STATUS_CODES: readonly number[] = [CODES.headerRequired.code, CODES.invalidToken.code]

export function success(result: Record<string, unknown>, note?: string): Answer {
  return json({ code: 0, message: 'SUCCESS', result }, { note })
}

/** `detail` follows the message after a comma, as the vendor does with the name of a missing header. */
export function failure(code: Code, detail = '', note?: string): Answer {
  const message = detail ? `${code.message},${detail}` : code.message
  return body(code.code, message, code.responseCode, httpStatus(code.code), note ?? message)
}

/** A refusal whose real code nobody has seen: said openly instead of inventing one. */
export function sandboxRefusal(sentence: string): Answer {
  const { code, responseCode } = CODES.invalidParam
  return body(code, `SANDBOX: ${sentence}`, responseCode, httpStatus(code), sentence)
}

/** A code of eight digits is of the newer family: it comes with its short one where that is known, else alone. */
export function scriptedFailure({ code: ordered, message, httpStatus: status }: ScriptedError): Answer {
  const known: readonly Code[] = Object.values(CODES)
  const isLong = /^\d{8}$/.test(String(ordered))
  const found = known.find(one =>
    isLong ? one.responseCode === String(ordered) : one.code === Number(ordered),
  )
  const code = isLong ? found?.code : ordered
  const responseCode = isLong ? String(ordered) : found?.responseCode
  return body(code, message, responseCode, status ?? httpStatus(Number(code)))
}

/** Seen in the vendor's SDK alone; what it answers beyond success is not known. */
export const healthRoute: Route = {
  method: 'GET',
  path: PATHS.health,
  kind: 'api',
  handle: () => success({}),
}

export function noSuchEndpoint(method: string, path: string): Answer {
  return json(
    { message: `SANDBOX: ${method} ${path} is not simulated`, code: 404 },
    { status: 404, note: 'not simulated' },
  )
}

function httpStatus(code: number): number {
  return STATUS_CODES.includes(code) ? code : 200
}

function body(
  code: number | string | undefined,
  message: string,
  responseCode: string | undefined,
  status: number,
  note?: string,
): Answer {
  return json({ message, code, ...(responseCode ? { responseCode } : {}) }, { status, note })
}
