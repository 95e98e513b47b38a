/** The one-tap scripts, and what a queued one is called. */
import type { QueuedOrder } from '../shapes'
import { isRecord } from '../shapes'
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

/** Codes worth trying, by vendor, as its documentation words them. */
const errorsOf: Record<string, readonly { code: number | string; message: string }[]> = {
  qiyuesuo: [
    { code: 442, message: 'INVALID TOKEN' },
    { code: 1001, message: 'ERROR' },
    { code: 1002, message: 'PERMISSION DENIED' },
    { code: 1005, message: 'INVALID PARAM' },
    { code: 1601, message: 'INSUFFICIENT BALANCE' },
  ],
  ess: [
    { code: 'AuthFailure.SignatureFailure', message: 'The provided credentials could not be validated.' },
    { code: 'RequestLimitExceeded', message: 'Your current request times equals to `21` in a second.' },
    { code: 'LimitExceeded', message: '每天最多创建8000条企业认证任务' },
    { code: 'FailedOperation.BalanceNotEnough', message: '实名套餐包余额不足，请购买后再试。' },
    { code: 'InvalidParameterValue', message: '超管手机号不正确' },
    { code: 'InternalError', message: 'An internal error has occurred.' },
  ],
}

/** What an order can be kept for, by vendor; other paths go into a custom order. */
const pathsOf: Record<string, readonly string[]> = {
  qiyuesuo: [
    '/v2/personalauth/miniappexchange',
    '/v2/personalauth/result',
    '/companyauth/miniappexchange',
    '/companyauth/result',
    '/v2/contract/miniappexchange',
  ],
  ess: [
    '/CreateBatchOrganizationRegistrationTasks',
    '/DescribeBatchOrganizationRegistrationUrls',
    '/CreateBatchOrganizationAuthorizationUrl',
    '/DescribeBatchOrganizationRegistrationTasks',
    '/DescribeOrganizationAuthStatus',
    '/DeleteOrganizationAuthorizations',
    '/CreateOrganizationAuthUrl',
    '/CreateUserVerifyUrl',
    '/DescribeUserVerifyStatus',
    '/CreateModifyAdminAuthorizationUrl',
  ],
}

export function orderPaths(vendor: string): readonly string[] {
  return Object.hasOwn(pathsOf, vendor) ? (pathsOf[vendor] ?? []) : []
}

export function orderGroups(vendor: string): readonly OrderGroup[] {
  const errors = Object.hasOwn(errorsOf, vendor) ? (errorsOf[vendor] ?? []) : []
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
