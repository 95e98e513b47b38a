import { update } from 'mingo'
import { isRecord } from '../record'
import type { Document } from './ejson'
import { GatewayError } from './errors'

/** Where MongoDB refuses an update and mingo quietly does nothing. */
type TargetKind = 'array' | 'number' | 'any'

const targets: Record<string, TargetKind> = {
  $push: 'array',
  $addToSet: 'array',
  $pull: 'array',
  $pullAll: 'array',
  $pop: 'array',
  $inc: 'number',
  $mul: 'number',
  $set: 'any',
  $min: 'any',
  $max: 'any',
  $currentDate: 'any',
}

export function checkTargets(document: Document, change: Document): void {
  for (const [operator, paths] of Object.entries(change)) {
    const kind = targets[operator]
    if (!kind || !isRecord(paths)) continue
    for (const path of Object.keys(paths)) checkTarget(document, path, operator, kind)
  }
}

function checkTarget(document: Document, path: string, operator: string, kind: TargetKind): void {
  const fields = path.split('.')
  if (fields.some(field => field.startsWith('$'))) return
  let value: unknown = document
  for (const [index, field] of fields.entries()) {
    if (value === undefined) return
    if (typeof value !== 'object' || value === null || value instanceof Date) {
      const parent = fields.slice(0, index).join('.')
      throw refused(`Cannot create field '${field}' in element {${parent}: ${typeName(value)}}`)
    }
    value = Object.hasOwn(value, field) ? Reflect.get(value, field) : undefined
  }
  if (value === undefined || kind === 'any') return
  const fits = kind === 'array' ? Array.isArray(value) : typeof value === 'number'
  if (!fits) {
    throw refused(
      `Cannot apply ${operator} to '${path}': it must be ${article[kind]} but is ${typeName(value)}`,
    )
  }
}

const article = { array: 'an array', number: 'a number' }

/** mingo takes `$each` of a missing array as it is and forgets `$sort` and `$slice`; for an empty one it does not. */
export function fillMissingArrays(document: Document, change: Document): void {
  if (!isRecord(change.$push)) return
  for (const [path, value] of Object.entries(change.$push)) {
    const hasModifiers = isRecord(value) && ('$sort' in value || '$slice' in value)
    if (hasModifiers && !path.includes('$') && at(document, path) === undefined) {
      update(document, { $set: { [path]: [] } })
    }
  }
}

function at(document: Document, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, field) => (typeof value === 'object' && value !== null ? Reflect.get(value, field) : undefined),
      document,
    )
}

function typeName(value: unknown): string {
  if (value === null) return 'null'
  if (value instanceof Date) return 'a date'
  return Array.isArray(value) ? 'an array' : typeof value
}

function refused(message: string): GatewayError {
  return new GatewayError('DATABASE_REQUEST_FAILED', message)
}
