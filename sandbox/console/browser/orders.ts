/** The one-tap scripts, and what a queued one is called. */

import { isRecord } from '../../record'
import type { QueuedOrder, VendorOrders } from '../shapes'
import type { Key } from './words'

export interface OrderButton {
  /** An error code is the same in every language; its message is told on request. */
  label: Key | { text: string; title: string }
  order: Record<string, unknown>
}

export interface OrderGroup {
  title: Key
  buttons: readonly OrderButton[]
}

const groups: readonly OrderGroup[] = [
  {
    title: 'outcomes',
    buttons: [
      { label: 'pass', order: { outcome: 'pass' } },
      { label: 'fail', order: { outcome: 'fail' } },
      { label: 'review', order: { outcome: 'review' } },
    ],
  },
  {
    title: 'callbacks',
    buttons: [
      { label: 'callbackMissing', order: { callback: 'missing' } },
      { label: 'callbackDuplicate', order: { callback: 'duplicate' } },
      { label: 'callbackLate', order: { callback: 'late' } },
      { label: 'callbackFirst', order: { callback: 'before-return' } },
    ],
  },
  {
    title: 'network',
    buttons: [
      { label: 'dropBefore', order: { drop: 'before' } },
      { label: 'dropAfter', order: { drop: 'after' } },
      { label: 'hang', order: { hang: true } },
      { label: 'slow', order: { latencyMs: 3000 } },
      { label: 'garbage', order: { garbage: true } },
    ],
  },
]

export function orderGroups({ errors }: Pick<VendorOrders, 'errors'>): readonly OrderGroup[] {
  if (errors.length === 0) return groups
  const buttons = errors.map(error => ({
    label: { text: String(error.code), title: error.message },
    order: { error },
  }))
  return [...groups, { title: 'errorCodes', buttons }]
}

const namesOf: Record<string, Record<string, Key>> = {
  outcome: { pass: 'pass', fail: 'fail', review: 'review' },
  callback: {
    normal: 'callbackNormal',
    missing: 'callbackMissing',
    duplicate: 'callbackDuplicate',
    late: 'callbackLate',
    'before-return': 'callbackFirst',
  },
  drop: { before: 'dropBefore', after: 'dropAfter' },
  hang: { true: 'hang' },
  garbage: { true: 'garbage' },
}

/** What every simulator adds to an order of its own accord; the rest is shown even when it has no name here. */
const BOOKKEEPING = ['id', 'appliesTo', 'timesLeft']

export function describeOrder(order: QueuedOrder, t: (key: Key) => string): string {
  const parts = Object.entries(order)
    .filter(([key, value]) => !BOOKKEEPING.includes(key) && value !== undefined)
    .map(([key, value]) => describePart(key, value, t))
  const times = typeof order.timesLeft === 'number' && order.timesLeft > 1 ? [`× ${order.timesLeft}`] : []
  return [...parts, ...times].join(' · ')
}

function describePart(key: string, value: unknown, t: (key: Key) => string): string {
  const name = namesOf[key]?.[String(value)]
  if (name) return t(name)
  if (key === 'auto' && value === true) return t('autoShort')
  if (key === 'latencyMs') return `${t('slowBy')} ${Number(value) / 1000} s`
  if (key === 'error' && isRecord(value)) return `${t('error')} ${String(value.code)}`
  if (key === 'path') return String(value)
  return `${key} ${JSON.stringify(value)}`
}
