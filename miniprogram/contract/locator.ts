/** Which contract: the vendor's number of it, or the customer's. */
export type ContractLocator = { contractId: string } | { bizId: string }

const shape = /^[\w.-]{1,64}$/
/** Signs of a number. */
export const longestNumber = 64

export function locatorOf(kind: 'contractId' | 'bizId', value: string): ContractLocator | null {
  const text = value.trim()
  if (!shape.test(text)) return null
  return kind === 'contractId' ? { contractId: text } : { bizId: text }
}

/** What a person typed: the vendor's number. */
export function locatorOfNumber(typed: string): ContractLocator | null {
  return locatorOf('contractId', typed)
}

export function locatorQuery(found: ContractLocator): string {
  return 'contractId' in found ? `contractId=${found.contractId}` : `bizId=${found.bizId}`
}
