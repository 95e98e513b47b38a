import { isRecord } from '../record'
import type { Document } from './ejson'
import { isPlain } from './index-keys'

export type Plain = string | number | boolean | null

/** What a question demands of one field, as far as an index can tell; the rest is judged document by document. */
export interface Condition {
  /** One of these values. */
  equal?: readonly Plain[]
  above?: Bound
  below?: Bound
}

export interface Bound {
  value: string | number
  inclusive: boolean
}

/** By field. What is demanded twice of one field is taken once: the documents found are judged by all of it. */
export function conditionsOf(query: Document): Map<string, Condition> {
  const conditions = new Map<string, Condition>()
  for (const [field, demanded] of demandsOf(query)) {
    const known = conditions.get(field) ?? {}
    conditions.set(field, { ...read(demanded), ...known })
  }
  return conditions
}

function demandsOf(query: Document): [string, unknown][] {
  return Object.entries(query).flatMap(([field, demanded]): [string, unknown][] => {
    if (field !== '$and') return field.startsWith('$') ? [] : [[field, demanded]]
    return Array.isArray(demanded) ? demanded.filter(isRecord).flatMap(demandsOf) : []
  })
}

function read(demanded: unknown): Condition {
  if (isPlain(demanded)) return { equal: [demanded] }
  if (!isRecord(demanded)) return {}
  const { $eq, $in, $gt, $gte, $lt, $lte } = demanded
  const above = bound($gt, false) ?? bound($gte, true)
  const below = bound($lt, false) ?? bound($lte, true)
  const values = '$eq' in demanded ? [$eq] : $in
  return {
    ...(Array.isArray(values) && values.every(isPlain) && { equal: values }),
    ...(above && { above }),
    ...(below && { below }),
  }
}

function bound(value: unknown, inclusive: boolean): Bound | undefined {
  return typeof value === 'string' || typeof value === 'number' ? { value, inclusive } : undefined
}
