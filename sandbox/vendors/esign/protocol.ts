/** e签宝's headers, addresses and codes, as documented, and its two kinds of answer: gateway and business. */
import { type Answer, json } from '../kit/http'
import type { ScriptedError } from '../kit/script'

/** Lower-case, as Node reads them. */
export const HEADERS = {
  appId: 'x-tsign-open-app-id',
  mode: 'x-tsign-open-auth-mode',
  token: 'x-tsign-open-token',
  timestamp: 'x-tsign-open-ca-timestamp',
  signature: 'x-tsign-open-ca-signature',
  signedHeaders: 'x-tsign-open-ca-signature-headers',
  algorithm: 'x-tsign-open-ca-signature-algorithm',
  dnsAppId: 'x-tsign-dns-app-id',
} as const

export const PATHS = {
  token: '/v1/oauth2/access_token',
  refresh: '/v1/oauth2/refresh_token',
  person: '/v2/identity/auth/web/indivAuthUrl',
  organization: '/v2/identity/auth/web/orgAuthUrl',
  accountPerson: '/v2/identity/auth/web/:accountId/indivIdentityUrl',
  accountOrganization: '/v2/identity/auth/web/:accountId/orgIdentityUrl',
  outline: '/v2/identity/auth/api/common/:flowId/outline',
  detail: '/v2/identity/auth/api/common/:flowId/detail',
  personLink: '/v3/psn-auth-url',
  organizationLink: '/v3/org-auth-url',
  authFlow: '/v3/auth-flow/:authFlowId',
  personIdentity: '/v3/persons/identity-info',
  organizationIdentity: '/v3/organizations/identity-info',
  invitations: '/v1/invitations/search',
} as const

/** Messages of the gateway; all but the last come with HTTP 401. */
export const GATEWAY = {
  missing: '缺少参数',
  strategy: 'AUTHSTRATEGY_NOT_FOUND',
  app: '无效的应用',
  noToken: 'TOKEN_CANT_BE_NULL',
  token: 'TOKEN错误',
  timestamp: 'INVALID_TIMESTAMP',
  signature: 'INVALID_SIGNATURE',
  ip: 'IP白名单不匹配',
} as const

export interface Code {
  code: number
  message: string
}

/** `:%s` of the documented texts is what `failure` puts after a colon. */
export const CODES = {
  flowMissing: { code: 30500001, message: '认证流程不存在' },
  flowOver: { code: 30500003, message: '认证流程已过有效期' },
  detailMissing: { code: 30500004, message: '流程不存在' },
  missing: { code: 30500100, message: '缺少参数' },
  bad: { code: 30500101, message: '参数错误' },
  characters: { code: 30500116, message: '参数包含非法字符' },
  verified: { code: 30500152, message: '该账号已实名' },
  accountMissing: { code: 30500156, message: 'accountId不存在' },
  v3Missing: { code: 1450001, message: '缺少参数' },
  v3Bad: { code: 1450002, message: '参数错误' },
  v3Format: { code: 1450003, message: '参数格式错误' },
  personVerified: { code: 1450005, message: '个人用户已实名' },
  organizationVerified: { code: 1450006, message: '企业用户已实名' },
  authFlowMissing: { code: 1450007, message: '授权流程id不存在' },
  userMissing: { code: 1450008, message: '未找到用户信息，请检查查询数据的正确性' },
  appStopped: { code: 72000032, message: '应用停用或应用不存在' },
  /** The legacy search documents no code at all. */
  invitations: { code: -1, message: 'SANDBOX' },
} as const satisfies Record<string, Code>

export function success(data: Record<string, unknown>, note?: string): Answer {
  return json({ code: 0, message: '成功', data }, { note })
}

/** HTTP 200 is an inference; the documentation names no status for business errors. */
export function failure({ code, message }: Code, detail = '', note?: string): Answer {
  const told = detail ? `${message}：${detail}` : message
  return json({ code, message: told, data: null }, { note: note ?? told })
}

/** Documented: `success`, `code` and `message`, no `data`. */
export function refusedByGateway(message: string, why: string, status = 401): Answer {
  return json({ success: false, code: status, message }, { status, note: `${message}: ${why}` })
}

/** Of the gateway, in a case for which no message is documented. */
export function sandboxRefusal(sentence: string, status = 401): Answer {
  return refusedByGateway(`SANDBOX: ${sentence}`, sentence, status)
}

export function scriptedFailure({ code, message, httpStatus }: ScriptedError): Answer {
  const status = httpStatus ?? ([401, 403].includes(Number(code)) ? Number(code) : 200)
  const body =
    status === 401 || status === 403 ? { success: false, code, message } : { code, message, data: null }
  return json(body, { status })
}
