import type { ContractRequest } from '../driver'
import { contactOf } from './person'

export const contractPaths = {
  sign: '/v2/contract/miniappexchange',
  view: '/v2/contract/miniappexchange/view',
} as const

/** `NO VIEW PERMISSION`, and the page-dependent codes of a contract that does not exist. */
export const invisibleCodes: readonly string[] = ['1110', '3004', '11101003', '11011126']

/** Source: 生成合同签署令牌. The view twin knows no user. */
export function contractBody(request: ContractRequest): Record<string, unknown> {
  const { contractId, bizId, tenantName } = request
  return {
    ...(contractId && { contractId }),
    ...(bizId && { bizId }),
    ...(tenantName && { tenantName }),
    ...(request.intent === 'sign' && { user: contactOf(request.contact) }),
  }
}
