/** The three elements of a row as the commercial registry would answer: by order, by the name, else right. */
import { oneOf } from '../kit/shape'
import { hasHalfWidthBrackets } from './identity'

export const ROW_OUTCOMES = ['pass', 'threeElements', 'notInRegistry', 'alreadyVerified'] as const
export type RowOutcome = (typeof ROW_OUTCOMES)[number]
export const rowOutcome = oneOf(ROW_OUTCOMES)

/** Parts of an organization's name that bring an outcome without an order. */
const MAGIC: readonly [string, RowOutcome][] = [
  ['三要素不符', 'threeElements'],
  ['未收录', 'notInRegistry'],
  ['已认证', 'alreadyVerified'],
]

export function alreadyVerified(maskedAdmin: string): string {
  return `认证失败，错误信息:此企业已经完成认证，请联系此企业的超级管理员（${maskedAdmin}）加入该企业`
}

export const THREE_ELEMENTS = '企业三要素不通过'

const MESSAGES: Record<RowOutcome, string> = {
  pass: '',
  threeElements: THREE_ELEMENTS,
  notInRegistry: '三要素校验失败: 工商库未能查询到企业信息，请核实信息或切换为上传营业执照认证。',
  alreadyVerified: alreadyVerified('典*谦'),
}

export interface RowOrder {
  outcome: RowOutcome
  /** Instead of the vendor's text. */
  message?: string
}

export function createRegistryCheck() {
  const orders = new Map<string, RowOrder>()
  return {
    order: (organizationName: string, order: RowOrder): void => void orders.set(organizationName, order),
    orders: () => [...orders].map(([organizationName, order]) => ({ organizationName, ...order })),

    /** Why this row fails; empty when it does not. */
    failureOf(organizationName: string): string {
      const order = orders.get(organizationName)
      if (order) return order.message ?? MESSAGES[order.outcome]
      if (hasHalfWidthBrackets(organizationName)) return MESSAGES.threeElements
      const outcome = MAGIC.find(([part]) => organizationName.includes(part))?.[1] ?? 'pass'
      return MESSAGES[outcome]
    },

    clear: (): void => orders.clear(),
  }
}

export type RegistryCheck = ReturnType<typeof createRegistryCheck>
