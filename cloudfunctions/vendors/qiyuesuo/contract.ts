import type { ContractRequest } from '../driver'
import { contactOf } from './person'

export const contractPaths = {
  sign: '/v2/contract/miniappexchange',
  view: '/v2/contract/miniappexchange/view',
} as const

/** Source: 生成合同签署令牌. */
export function contractBody(request: ContractRequest): Record<string, unknown> {
  return request.intent === 'sign' ? signBody(request) : viewBody(request)
}

function signBody(request: ContractRequest): Record<string, unknown> {
  const { hidePasswordSettings, allowPasswordSign } = request
  return {
    ...located(request),
    user: contactOf(request.contact),
    hidePasswordSettings,
    allowPasswordSign,
  }
}

const languages = { zh: 'cn', en: 'en' } as const

/** The view twin knows no user. Source: the vendor's Go SDK. */
function viewBody(request: ContractRequest): Record<string, unknown> {
  const { documentId, language, themeColor } = request
  return {
    ...located(request),
    ...(documentId && { documentId }),
    ...(language && { lang: languages[language] }),
    ...(themeColor && { themeColor }),
  }
}

function located({ contractId, bizId, tenantName }: ContractRequest): Record<string, unknown> {
  return { ...(contractId && { contractId }), ...(bizId && { bizId }), ...(tenantName && { tenantName }) }
}
