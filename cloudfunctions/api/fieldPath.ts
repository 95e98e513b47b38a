import type * as v from 'valibot'
import { actions } from '../contract/actions'

/**
 * Where the input is at fault, like `person.idNumber` or `rows.3`; `input` when the whole of it is. Only names that a
 * schema knows are told: any other name is the sender's own text, and may be a person's.
 */
export function fieldPath(issue: v.BaseIssue<unknown>): string {
  const told: string[] = []
  for (const { key } of issue.path ?? []) {
    if (typeof key !== 'number' && !(typeof key === 'string' && knownNames().has(key))) break
    told.push(String(key))
  }
  return told.length > 0 ? told.join('.') : 'input'
}

let names: Set<string> | undefined

/** Gathered when the first input is refused: no start waits for it. */
function knownNames(): Set<string> {
  names ??= new Set(Object.values(actions).flatMap(({ input }) => namesIn(input)))
  return names
}

/** The names of fields a schema knows, at every depth. */
function namesIn(schema: unknown): string[] {
  if (!isSchema(schema)) return []
  const { entries = {}, options = [], pipe = [], item, wrapped } = schema
  const inner = [...Object.values(entries), ...options, ...pipe.slice(1), item, wrapped]
  return [...Object.keys(entries), ...inner.flatMap(namesIn)]
}

/** The parts of valibot's schemas that hold others. A `pipe` begins with the schema itself. */
interface Schema {
  entries?: Record<string, unknown>
  options?: readonly unknown[]
  pipe?: readonly unknown[]
  item?: unknown
  wrapped?: unknown
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null
}
