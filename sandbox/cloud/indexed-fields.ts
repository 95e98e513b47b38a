import { isRecord } from '../record'

/** Those fields of a stored document that indexes need, read from its canonical EJSON without decoding the rest. */
export function fieldsIn(text: string, names: readonly string[]): Record<string, unknown> {
  const document: unknown = JSON.parse(text)
  if (!isRecord(document)) return {}
  const fields: Record<string, unknown> = {}
  for (const name of names) fields[name] = plainOf(document[name])
  return fields
}

const numbers = ['$numberInt', '$numberDouble', '$numberLong', '$numberDecimal']

/** A number as it is meant; what has no place in an index stays as it is written. */
function plainOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plainOf)
  if (!isRecord(value)) return value
  const kind = numbers.find(each => typeof value[each] === 'string')
  return kind === undefined ? value : Number(value[kind])
}
