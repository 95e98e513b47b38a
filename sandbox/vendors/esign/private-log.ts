/** The traffic log without personal data: whatever the kit is given is masked here before. */

import { isRecord } from '../../record'
import { maskContact, maskName, maskNumber } from '../kit/mask'
import type { TrafficLog } from '../kit/traffic-log'
import { byKey } from './private-keys'

type Mask = (value: string) => string

const MASKS: Record<'name' | 'number' | 'contact', Mask> = {
  name: maskName,
  number: maskNumber,
  contact: maskContact,
}

export function withoutPersonalData(log: TrafficLog): TrafficLog {
  return {
    ...log,
    add: entry =>
      log.add({
        ...entry,
        query: maskTexts(entry.query),
        body: hidden(entry.body),
        answer: hidden(entry.answer),
      }),
  }
}

/** What the kit puts in the place of pages and files. */
const SUMMARY = /^<(\d+ bytes|(page|multipart), \d+ (characters|bytes))>$/

/** A text that is no JSON may hold anything. */
function hidden(value: unknown): unknown {
  if (typeof value !== 'string') return maskDeep(value)
  return value === '' || SUMMARY.test(value) ? value : `<text, ${value.length} characters>`
}

function maskTexts(record: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, masked(key, value)]))
}

function maskDeep(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(maskDeep)
  if (!isRecord(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      typeof inner === 'string' ? masked(key, inner) : maskDeep(inner),
    ]),
  )
}

function masked(key: string, value: string): string {
  const kind = byKey.get(key)
  return kind ? MASKS[kind](value) : value
}
