import { phone, refused } from '../../test/support/taro'
import { ActionFailureError } from '../cloud/call'
import { goOn, stopOf } from './go'
import { openEntry } from './open'
import type { Entry } from './parse'
import { tokenOf } from './token'

jest.mock('@tarojs/taro', () => jest.requireActual('../../test/support/taro'))

const entries: Entry[] = [
  { kind: 'invitation', token: 'T' },
  { kind: 'contract', locator: { contractId: '1' } },
  { kind: 'handover', token: 'H' },
]
beforeEach(() => phone.reset())
const urls = (how: string) => phone.given(how).map(given => Object(given).url)

test('what was scanned opens above the page', () => {
  for (const entry of entries) openEntry(entry)
  expect(urls('navigateTo')).toEqual([
    '/packages/verify/invitation/index?token=T',
    '/packages/verify/contract/index?contractId=1',
    '/pages/scan/index?h=H',
  ])
})

test.each([
  [{ kind: 'start', subject: 'person' }, '/packages/verify/person/index?handover=H'],
  [{ kind: 'verification', id: 'v_1' }, '/packages/verify/verification/index?id=v_1'],
  [{ kind: 'invitation', token: 'T' }, '/packages/verify/invitation/index?token=T&handover=H'],
])('on goes it in its place; a code of a computer leads to %j', async (target, url) => {
  phone.answers('handover.open', () => ({ target }))
  for (const entry of entries) await goOn(entry)
  expect(phone.asked).toEqual([['handover.open', { token: 'H' }]])
  expect(urls('redirectTo')).toEqual([
    '/packages/verify/invitation/index?token=T',
    '/packages/verify/contract/index?contractId=1',
    url,
  ])
})

test('why the way ends', async () => {
  phone.answers('handover.open', () => refused('HANDOVER_OVER'))
  await expect(goOn({ kind: 'handover', token: 'H' })).rejects.toMatchObject({ code: 'HANDOVER_OVER' })
  const stop = (code: 'HANDOVER_OVER' | 'NOT_FOUND' | 'HANDOVER_FOREIGN' | 'BUSY') =>
    stopOf(new ActionFailureError(code, ''))
  expect([stop('HANDOVER_OVER'), stop('NOT_FOUND'), stop('HANDOVER_FOREIGN')]).toEqual([
    { kind: 'over' },
    { kind: 'over' },
    { kind: 'foreign' },
  ])
  expect(stop('BUSY')).toMatchObject({ kind: 'failed', failure: { code: 'BUSY' } })
})

test('a token is a text of its signs and its length', () => {
  const token = 'AbCdEfGhIjKlMnOpQr-_09'
  expect([token, `${token}A`, [token], null].map(tokenOf)).toEqual([token, null, null, null])
})
