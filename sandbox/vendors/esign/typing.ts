/** What a person types on a page: locked, missing or taken. */
import type { Flow } from './flows'
import { personWayNow } from './stages'
import { type FactName, type Facts, PERSON_WAYS } from './ways'

export type Typed = Facts

const ORG_FACTS: readonly FactName[] = ['orgName', 'orgNumber', 'legalRepName']

/** What must be known before the stage can be left. A v3 page also asks for the account when nobody told it. */
export function needed(flow: Flow, stage: 'person-form' | 'org-info'): FactName[] {
  if (stage === 'org-info') return [...ORG_FACTS]
  const way = personWayNow(flow)
  const asked: readonly FactName[] = way ? PERSON_WAYS[way].asks : []
  return flow.family === 'v3' ? ['account', ...asked] : [...asked]
}

export function isLocked(flow: Flow, name: FactName): boolean {
  return flow.facts[name] !== undefined && flow.request.locked.includes(name)
}

/** Takes what was typed into the flow, or says why not and takes nothing. */
export function takeTyped(flow: Flow, typed: Typed, asked: readonly FactName[]): string | undefined {
  for (const name of Object.keys(typed) as FactName[]) {
    if (!asked.includes(name)) return `${name} is not asked for here`
    if (isLocked(flow, name)) return `${name} is prefilled and locked`
  }
  const missing = asked.find(name => typed[name] === undefined && flow.facts[name] === undefined)
  if (missing) return `${missing} is missing`
  Object.assign(flow.facts, typed)
  return undefined
}

/** What is said to have been typed when nobody sits at a page. Obviously invented; the check digits are right. */
const TYPED_BY_NOBODY: Required<Facts> = {
  account: '10020039999',
  name: '测试员癸',
  idNumber: '110101199001019992',
  mobile: '10020039999',
  bankCard: '6200000000000000000',
  orgName: '示例科技有限公司',
  orgNumber: '91110000MA0000000H',
  legalRepName: '测试法人',
}

export function filledIn(flow: Flow, asked: readonly FactName[], typed: Typed): Typed {
  const rest = asked.filter(name => typed[name] === undefined && flow.facts[name] === undefined)
  return { ...typed, ...Object.fromEntries(rest.map(name => [name, TYPED_BY_NOBODY[name]])) }
}
