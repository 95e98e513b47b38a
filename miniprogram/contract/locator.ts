/** Which contract: the vendor's number of it, or the customer's. */
export type ContractLocator = { contractId: string } | { bizId: string }

type Query = Partial<Record<string, string>>

const shape = /^[\w.-]{1,64}$/

/** From the query of the page, also when it was opened through a code whose content stands in `scene`. */
export function locatorOfQuery(query: Query): ContractLocator | null {
  const { scene, contractId, bizId } = query
  if (contractId !== undefined) return locator('contractId', contractId)
  if (bizId !== undefined) return locator('bizId', bizId)
  return scene === undefined ? null : locatorOfScene(scene)
}

/** What a person typed: the vendor's number. */
export function locatorOfNumber(typed: string): ContractLocator | null {
  return locator('contractId', typed)
}

/** What was scanned: the path of a mini-program code, an address, the content of a scene, or the bare number. */
export function locatorOfScan(scanned: string): ContractLocator | null {
  const text = scanned.trim()
  const mark = text.indexOf('?')
  if (mark >= 0) return locatorOfQuery(parseQuery(text.slice(mark + 1)))
  return locatorOfScene(text) ?? locatorOfNumber(text)
}

export function locatorQuery(found: ContractLocator): string {
  return 'contractId' in found ? `contractId=${found.contractId}` : `bizId=${found.bizId}`
}

function locatorOfScene(scene: string): ContractLocator | null {
  const [, key, value = ''] = /^([cb])=(.*)$/.exec(decoded(scene)) ?? []
  if (key === undefined) return null
  return locator(key === 'c' ? 'contractId' : 'bizId', value)
}

function locator(kind: 'contractId' | 'bizId', value: string): ContractLocator | null {
  const text = decoded(value).trim()
  if (!shape.test(text)) return null
  return kind === 'contractId' ? { contractId: text } : { bizId: text }
}

function parseQuery(text: string): Query {
  const pairs = (text.split('#')[0] ?? '').split('&').map(pair => {
    const [name = '', ...rest] = pair.split('=')
    return [name, rest.join('=')]
  })
  return Object.fromEntries(pairs)
}

/** WeChat hands over queries as they stood in the address. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
