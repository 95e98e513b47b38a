import { toJsonSchema } from '@valibot/to-json-schema'
import * as fc from 'fast-check'
import type * as v from 'valibot'
import { type Json, resolved, type Shape } from '../support/openapi'

export type { Json }

/** Texts that people type, for fields whose exact form only code knows. */
const typed = [
  '测试员甲',
  '13800138000',
  '110101199001010015',
  '测试甲有限公司',
  '91110000MA0TEA001C',
  'a@example.com',
  '',
]

/** What fits a schema; texts that fit one of `known` (ids that exist) are one of those, mostly. */
export function fitting(schema: v.GenericSchema, known: readonly string[]): fc.Arbitrary<Json> {
  return fittingShape(toJsonSchema(schema, { errorMode: 'ignore', typeMode: 'input' }) as Shape, known)
}

/** The same of JSON Schema; a `$ref` is one of docs/openapi.json. */
export function fittingShape(given: Shape, known: readonly string[]): fc.Arbitrary<Json> {
  const shape = resolved(given)
  const choices = shape.oneOf ?? shape.anyOf ?? shape.allOf
  if (choices) return fc.oneof(...choices.map(each => fittingShape(each, known)))
  if (shape.const !== undefined) return fc.constant(shape.const)
  if (shape.enum) return fc.constantFrom(...shape.enum)
  switch (shape.type) {
    case 'object':
      return fc.record(
        Object.fromEntries(
          Object.entries(shape.properties ?? {}).map(([name, each]) => [name, fittingShape(each, known)]),
        ),
        { requiredKeys: shape.required ?? [] },
      )
    case 'array':
      return fc.array(fittingShape(shape.items ?? {}, known), {
        minLength: shape.minItems ?? 0,
        maxLength: Math.min(shape.maxItems ?? 3, (shape.minItems ?? 0) + 3),
      })
    case 'integer':
    case 'number':
      return fc.integer({ min: shape.minimum ?? 0, max: Math.min(shape.maximum ?? 2 ** 40, 2 ** 40) })
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    default:
      return ofText(shape, known)
  }
}

function ofText(
  { pattern, minLength = 0, maxLength = 40 }: Shape,
  known: readonly string[],
): fc.Arbitrary<string> {
  if (pattern === undefined)
    return fc.oneof(fc.constantFrom(...typed), fc.string({ minLength, maxLength: Math.min(maxLength, 60) }))
  const form = new RegExp(pattern)
  const real = known.filter(each => form.test(each))
  const any = fc.stringMatching(form)
  return real.length === 0 ? any : fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...real) }, any)
}

const deep = (levels: number): Json => {
  let value: Json = 1
  for (let level = 0; level < levels; level++) value = level % 2 ? [value] : { a: value }
  return value
}

/** Keys that objects have by themselves, own ones here as a parser makes them. */
const odd = (name: string): Json => JSON.parse(`{"${name}":{"role":"owner","length":1}}`)

/** What nobody types. */
export const nasty: readonly Json[] = [
  ...[
    null,
    true,
    false,
    0,
    -1,
    0.5,
    1e308,
    2 ** 53,
    '',
    ' ',
    '\u0000',
    '\uFFFD',
    '\ud800',
    '\u202e1',
    '０１２',
    '😀',
  ],
  ...[
    '__proto__',
    'constructor',
    'toString',
    '$gt',
    '../../etc/passwd',
    '=1+1',
    "' OR 1=1",
    '{"$ne":null}',
    '%00',
  ],
  ...['a'.repeat(10_000), '9'.repeat(400), '甲'.repeat(5000), '\\'.repeat(2000), '"'.repeat(2000)],
  ...[[], {}, [[]], [null], { $gt: '' }, { $ne: null }, { $where: 'sleep(9999)' }, { $regex: '(a+)+$' }],
  ...[odd('__proto__'), odd('constructor'), odd('hasOwnProperty'), odd('toJSON'), odd('then')],
  ...[deep(7), deep(40), deep(2000), Array.from({ length: 6000 }, () => 0)],
  Object.fromEntries(Array.from({ length: 3000 }, (_, at) => [`k${at}`, at])),
]

export interface Damage {
  /** Which place, from the first to the last. */
  at: number
  how: 'replace' | 'remove' | 'add' | 'wrap' | 'leave'
  by: Json
}

export const damage: fc.Arbitrary<Damage> = fc.record({
  at: fc.nat(10_000),
  how: fc.constantFrom('replace', 'replace', 'replace', 'remove', 'add', 'wrap', 'leave'),
  by: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...nasty) },
    fc.string({ unit: 'binary', maxLength: 80 }),
  ),
})

type Holder = Json[] | { [name: string]: Json }

/** The value with one place of it spoiled. What it came from stays as it was. */
export function damaged(value: Json, { at, how, by }: Damage): Json {
  const copy = structuredClone(value)
  if (how === 'leave') return copy
  const places: [Holder, string][] = []
  collect({ root: copy }, places)
  const [holder, name] = places[at % places.length] ?? [null, '']
  if (holder === null) return by
  const root = places[0]?.[0] as { root: Json }
  spoil(holder, name, how, by)
  return root.root ?? null
}

function collect(holder: Holder, places: [Holder, string][]): void {
  for (const [name, each] of Object.entries(holder)) {
    places.push([holder, name])
    if (typeof each === 'object' && each !== null) collect(each, places)
  }
}

function spoil(holder: Holder, name: string, how: Exclude<Damage['how'], 'leave'>, by: Json): void {
  const set = (key: string, to: Json) =>
    Object.defineProperty(holder, key, { value: to, enumerable: true, configurable: true, writable: true })
  const before = Object.entries(holder).find(([key]) => key === name)?.[1] ?? null
  if (how === 'replace') set(name, by)
  if (how === 'wrap') set(name, [before])
  if (how === 'add') set(typeof by === 'string' && by.length < 100 ? by : 'unknown', by)
  if (how === 'remove' && !Array.isArray(holder)) Reflect.deleteProperty(holder, name)
}
