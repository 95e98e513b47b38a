import { toJsonSchema } from '@valibot/to-json-schema'
import { actions } from './actions'

/**
 * What a mini-program sends with a call goes through at 100 KB and not beyond, so nothing an action allows may be larger,
 * whatever its signs: longer things come as files. Found out from the schemas, so the next action is asked too; blanks around a text, which are
 * cut off before it is measured, are not counted.
 */
const mostOfACall = 100 * 1024
/** Bytes of one UTF-16 unit within JSON, at worst: a control character is written as six. */
const widest = 6

type Json = Exclude<Parameters<typeof sizeOf>[0], boolean>

/** Bytes of the largest JSON text the schema takes; Infinity: there is no bound. */
function sizeOf(schema: ReturnType<typeof jsonOf> | boolean): number {
  if (typeof schema === 'boolean') return Number.POSITIVE_INFINITY
  const { anyOf, oneOf, allOf } = schema
  const either = anyOf ?? oneOf
  if (either) return Math.max(...either.map(sizeOf))
  if (allOf) return allOf.reduce<number>((sum, each) => sum + sizeOf(each), 0)
  const values = schema.enum ?? (schema.const === undefined ? null : [schema.const])
  if (values) return Math.max(...values.map(each => Buffer.byteLength(JSON.stringify(each))))
  if (schema.type === 'string') return 2 + longest(schema)
  if (schema.type === 'array') return 2 + mostItems(schema)
  if (schema.type === 'object') return 2 + properties(schema)
  // `null`, a truth value, and numbers as JavaScript writes them.
  return ['null', 'boolean', 'number', 'integer'].includes(String(schema.type))
    ? 25
    : Number.POSITIVE_INFINITY
}

function longest({ maxLength = Number.POSITIVE_INFINITY, pattern }: Json): number {
  // A form of our own has letters, digits and punctuation in it, which are a byte each, but in negated classes.
  if (pattern === undefined || takesAnything(pattern)) return maxLength * widest
  return Math.min(maxLength, longestOf(pattern))
}

const takesAnything = (pattern: string) => /\[\^|\\[DWS]/.test(pattern) || skeleton(pattern).includes('.')

/** With one sign in the place of each class and each sign that is escaped. */
const skeleton = (pattern: string) => pattern.replace(/\\./g, 'x').replace(/\[[^\]]*\]/g, 'x')

/** No shorter than the longest text of the form; Infinity when it repeats without end. */
function longestOf(pattern: string): number {
  const outside = skeleton(pattern)
  if (/[*+]|\{\d+,\}/.test(outside)) return Number.POSITIVE_INFINITY
  const counts = [...outside.matchAll(/\{(?:\d+,)?(\d+)\}/g)].map(([, most]) => Number(most))
  return outside.length + counts.reduce((sum, each) => sum + each, 0)
}

function mostItems({ items, maxItems = Number.POSITIVE_INFINITY }: Json): number {
  if (items === undefined || Array.isArray(items)) return Number.POSITIVE_INFINITY
  return maxItems * (1 + sizeOf(items))
}

function properties({ properties: known = {}, additionalProperties }: Json): number {
  if (additionalProperties !== undefined && additionalProperties !== false) return Number.POSITIVE_INFINITY
  return Object.entries(known).reduce((sum, [name, each]) => sum + name.length + 4 + sizeOf(each), 0)
}

const jsonOf = (input: Parameters<typeof toJsonSchema>[0]) =>
  toJsonSchema(input, { errorMode: 'ignore', typeMode: 'input' })

const envelope = (action: string) => JSON.stringify({ action, input: null }).length

test('no action allows more than fits into a call', () => {
  const sizes = Object.entries(actions).map(
    ([name, { input }]) => [name, envelope(name) + sizeOf(jsonOf(input))] as const,
  )
  expect(sizes.length).toBeGreaterThan(40)
  expect(sizes.filter(([, size]) => size > mostOfACall)).toEqual([])
})
