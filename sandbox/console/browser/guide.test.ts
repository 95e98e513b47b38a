import { JSDOM } from 'jsdom'
import type { TrafficRow } from '../shapes'
import { fillFields, valuesOf } from './fill'
import { personas } from './persona'
import { seenInMessage, seenInRow } from './seen'
import { ways } from './ways'

function row(what: string, data: object, more: Partial<TrafficRow> = {}): TrafficRow {
  const detail = { answer: { ok: true, data } }
  return {
    key: what,
    at: 0,
    ms: 1,
    from: 'phone',
    to: 'api',
    what,
    status: 'ok',
    failed: false,
    detail,
    ...more,
  }
}

test('a light goes on when the functions did what the step is about', () => {
  expect(seenInRow(row('verification.start', {}))).toEqual(['did:verification.start'])
  const about = (state: string) => ({ verification: { state } })
  expect(seenInRow(row('verification.refresh', about('verified')))).toContain('verified')
  expect(seenInRow(row('verification.refresh', about('processing')))).not.toContain('verified')
  const counted = (verified: number) => ({ batch: { counts: { verified } } })
  expect(seenInRow(row('batch.refresh', counted(1)))).toContain('rowVerified')
  expect(seenInRow(row('batch.refresh', counted(0)))).not.toContain('rowVerified')
  expect(seenInRow(row('operator.me', { role: 'owner' }))).toContain('operator')
  expect(seenInRow(row('operator.me', { role: null }))).not.toContain('operator')
})

test('a provider’s page is done with once the provider says so, or the functions know', () => {
  const notice = row('POST /http/callback/qiyuesuo', {}, { from: 'qiyuesuo', to: 'callback' })
  expect(seenInRow(notice)).toEqual(['told'])
  expect(seenInRow(row('verification.refresh', { verification: { state: 'verified' } }))).toContain('told')
  expect(seenInRow(row('verification.refresh', { verification: { state: 'ready' } }))).not.toContain('told')
})

test('what was refused, and what somebody else did, lights nothing', () => {
  expect(seenInRow(row('verification.start', {}, { failed: true }))).toEqual([])
  expect(seenInRow(row('sweep', {}, { from: 'timer', to: 'sweep' }))).toEqual([])
  expect(seenInMessage({ type: 'route', route: 'x' })).toEqual([])
  expect(seenInMessage({ phone: 1, type: 'route', route: 'pages/home/index' })).toEqual([
    'page:pages/home/index',
  ])
})

test('every step waits for something of its own', () => {
  for (const { id, steps } of ways) {
    const lights = steps.map(({ light }) => light)
    expect([id, new Set(lights).size]).toEqual([id, lights.length])
  }
})

test('fills what the page on top shows, and says how much that was', () => {
  const field = (id: string, more = '') => `<wx-input id="${id}"><input class="sim-field"${more}></wx-input>`
  const { document, Event } = new JSDOM(
    `<div class="sim-page" hidden>${field('mobile')}</div>
     <div class="sim-page">${field('name')}${field('id-number', ' disabled')}</div>`,
  ).window
  Object.assign(globalThis, { Event })
  const heard: string[] = []
  document.addEventListener('input', ({ target }) => heard.push(Object(target).value))
  expect(fillFields(document, valuesOf('person', personas[0], null))).toBe(1)
  expect(heard).toEqual(['测试员甲'])
  expect(document.querySelector('[hidden] input')).toHaveProperty('value', '')
})

test('without a code to become an operator by, there is nothing to fill in', () => {
  expect(valuesOf('operatorCode', personas[0], null)).toEqual([])
  expect(valuesOf('operatorCode', personas[0], 'a-code')).toEqual([['claim-code', 'a-code']])
})
