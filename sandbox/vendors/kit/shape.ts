import { isRecord } from '../../record'
/** Strict shapes for JSON that comes from outside: exact types, closed key sets, a sentence for every refusal. */

export type RefusalKind = 'unknown' | 'missing' | 'type' | 'value'

/** Why a value was refused. The message names the place; it repeats a value only where an enum was expected. */
export class Refusal extends Error {
  constructor(
    message: string,
    readonly kind: RefusalKind = 'value',
    /** Where, e.g. `list[0].name`; empty for the whole. */
    readonly place = '',
  ) {
    super(message)
  }
}

export type Parse<T> = (value: unknown, at: string) => T

interface RequiredField<T> {
  need: 'required'
  parse: Parse<T>
}
interface OptionalField<T> {
  need: 'optional'
  parse: Parse<T>
}
type Fields = Record<string, RequiredField<unknown> | OptionalField<unknown>>
type Parsed<F extends Fields> = {
  [K in keyof F as F[K] extends RequiredField<unknown> ? K : never]: ReturnType<F[K]['parse']>
} & {
  [K in keyof F as F[K] extends RequiredField<unknown> ? never : K]?: ReturnType<F[K]['parse']>
}

export function required<T>(parse: Parse<T>): RequiredField<T> {
  return { need: 'required', parse }
}

export function optional<T>(parse: Parse<T>): OptionalField<T> {
  return { need: 'optional', parse }
}

export function object<F extends Fields>(fields: F): Parse<Parsed<F>> {
  return (value, at) => {
    const here = at || 'the body'
    if (!isRecord(value)) throw new Refusal(`${here} must be an object, not ${nameOf(value)}`, 'type', at)
    const placeOf = (key: string) => (at ? `${at}.${key}` : key)
    for (const key of Object.keys(value)) {
      if (!Object.hasOwn(fields, key)) {
        const known = Object.keys(fields).join(', ')
        throw new Refusal(`unknown key "${key}" in ${here}; known keys: ${known}`, 'unknown', placeOf(key))
      }
    }
    const parsed: Record<string, unknown> = {}
    for (const [key, field] of Object.entries(fields)) {
      const place = placeOf(key)
      if (value[key] !== undefined) parsed[key] = field.parse(value[key], place)
      else if (field.need === 'required') throw new Refusal(`${place} is required`, 'missing', place)
    }
    return parsed as Parsed<F>
  }
}

export const text: Parse<string> = (value, at) => {
  if (typeof value !== 'string') throw new Refusal(`${at} must be a string, not ${nameOf(value)}`, 'type', at)
  if (value.trim() === '') throw new Refusal(`${at} must not be empty; leave it out instead`, 'value', at)
  return value
}

export const truth: Parse<boolean> = (value, at) => {
  if (typeof value !== 'boolean')
    throw new Refusal(`${at} must be true or false, not ${nameOf(value)}`, 'type', at)
  return value
}

export function wholeNumber(min: number, max: number): Parse<number> {
  return (value, at) => {
    const problem = `${at} must be a whole number from ${min} to ${max}`
    if (typeof value !== 'number' || !Number.isInteger(value)) throw new Refusal(problem, 'type', at)
    if (value < min || value > max) throw new Refusal(problem, 'value', at)
    return value
  }
}

export function oneOf<const T extends string>(allowed: readonly T[]): Parse<T> {
  return (value, at) => {
    const found = allowed.find(one => one === value)
    if (found !== undefined) return found
    const given = typeof value === 'string' ? `"${value.slice(0, 20)}"` : nameOf(value)
    const kind = typeof value === 'string' ? 'value' : 'type'
    throw new Refusal(`${at} must be one of ${allowed.join(', ')}, not ${given}`, kind, at)
  }
}

export function listOf<T>(parse: Parse<T>): Parse<T[]> {
  return (value, at) => {
    if (!Array.isArray(value)) throw new Refusal(`${at} must be an array, not ${nameOf(value)}`, 'type', at)
    return value.map((item: unknown, index) => parse(item, `${at}[${index}]`))
  }
}

/** A shape with one more rule; the rule returns what is wrong, without the place. */
export function checked<T>(parse: Parse<T>, problem: (value: T) => string | undefined): Parse<T> {
  return (value, at) => {
    const parsed = parse(value, at)
    const wrong = problem(parsed)
    if (wrong) throw new Refusal(`${at || 'the body'} ${wrong}`, 'value', at)
    return parsed
  }
}

export const webUrl: Parse<string> = checked(text, value =>
  /^https?:\/\//i.test(value) && URL.canParse(value) ? undefined : 'must be an absolute http or https URL',
)

export type Shaped<T> =
  | { ok: true; value: T }
  | { ok: false; problem: string; kind: RefusalKind; place: string }

export function shape<T>(parse: Parse<T>, value: unknown): Shaped<T> {
  try {
    return { ok: true, value: parse(value, '') }
  } catch (error) {
    if (error instanceof Refusal)
      return { ok: false, problem: error.message, kind: error.kind, place: error.place }
    throw error
  }
}

function nameOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'an array'
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`
}
