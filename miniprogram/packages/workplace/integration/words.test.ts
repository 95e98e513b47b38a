import { ActionFailureError } from '../../../cloud/call'
import { failureText } from '../../../i18n'
import { clock } from '../../../i18n/time'
import type { Delivery, Endpoint, Key } from './shapes'
import { integrationText } from './texts'
import {
  deliveryTag,
  endpointTag,
  endpointTimes,
  hostOf,
  isLive,
  keyStart,
  keyTag,
  keyTimes,
  tryText,
  typesText,
  unlessGone,
  urlFailureText,
} from './words'

jest.mock('@tarojs/taro', () => jest.requireActual('../../../../test/support/taro'))

const now = 1_800_000_000_000
const key = (own: Partial<Key>): Key => Object({ revokedAt: null, expiresAt: null, lastUsedAt: null, ...own })

test('a key is known by its beginning', () => {
  expect(keyStart('k_0123')).toBe('rnk_0123_…')
})

test.each([
  [{}, 'good', 'key.live', true],
  [{ expiresAt: now + 1 }, 'good', 'key.live', true],
  [{ expiresAt: now }, 'idle', 'key.ended', false],
  [{ revokedAt: now }, 'idle', 'key.revoked', false],
  [{ revokedAt: now, expiresAt: now - 1 }, 'idle', 'key.revoked', false],
] as const)('a key with %j looks %s: %s', (own, kind, text, live) => {
  expect(keyTag(key(own), now)).toEqual({ kind, text: integrationText(text) })
  expect(isLive(key(own), now)).toBe(live)
})

test('until when a key is good and when it was used is said, or that there is no end and no use', () => {
  expect(keyTimes(key({}))).toEqual([integrationText('key.endless'), integrationText('key.unused')])
  const [until = '', used = ''] = keyTimes(key({ expiresAt: now, lastUsedAt: now - 86_400_000 }))
  expect(until).toContain(clock(now))
  expect(used).toContain(clock(now - 86_400_000))
})

const endpoint = (own: Partial<Endpoint>): Endpoint =>
  Object({ stopped: null, types: null, lastSuccessAt: null, lastFailureAt: null, ...own })

test.each([
  [null, 'good', 'endpoint.on'],
  ['operator', 'idle', 'endpoint.off'],
  ['failures', 'bad', 'endpoint.off'],
] as const)('an endpoint stopped by %s looks %s', (why, kind, text) => {
  const stopped = why && Object({ why })
  expect(endpointTag(endpoint({ stopped }))).toEqual({ kind, text: integrationText(text) })
})

test('of an endpoint what is known is said, and that nothing is', () => {
  expect(endpointTimes(endpoint({}))).toEqual([integrationText('endpoint.nothing')])
  const times = endpointTimes(endpoint({ lastSuccessAt: now, lastFailureAt: now - 86_400_000 }))
  expect(times).toEqual([
    integrationText('endpoint.success', { time: clock(now) }),
    integrationText('endpoint.failure', { time: clock(now - 86_400_000) }),
  ])
})

test('types go by their texts, those of a newer server by their names', () => {
  expect(typesText(endpoint({}))).toBe(integrationText('types.all'))
  const types = ['batch.finished', 'moon.rose'] as Endpoint['types']
  expect(typesText(endpoint({ types }))).toBe(
    `${integrationText('type.batch.finished')}${integrationText('types.and')}moon.rose`,
  )
})

test.each([
  ['https://a.example/hook?secret=1', 'a.example'],
  ['http://a.example:8443?b', 'a.example:8443'],
  ['https://a.example#b', 'a.example'],
  ['ftp://a.example/b', 'ftp://a.example/b'],
  ['see https://a.example/b', 'see https://a.example/b'],
])('of %s only the host is shown', (url, host) => {
  expect(hostOf(url)).toBe(host)
})

test.each([
  ['pending', 'busy'],
  ['delivered', 'good'],
  ['failed', 'bad'],
] as const)('a delivery that is %s looks %s', (state, kind) => {
  expect(deliveryTag(Object({ state }))).toEqual({ kind, text: integrationText(`delivery.${state}`) })
})

test('a try says when, with what status, and how it went', () => {
  const said = (own: Partial<Delivery['tries'][number]>) =>
    tryText(Object({ at: now, status: null, failure: null, ...own }))
  expect(said({ status: 204 })).toBe(`${clock(now)} · 204 · ${integrationText('try.ok')}`)
  expect(said({ failure: 'timeout' })).toBe(`${clock(now)} · ${integrationText('try.timeout')}`)
})

test('what is wrong with an address is said at its field, everything else elsewhere', () => {
  const of = (code: 'URL_REFUSED' | 'INVALID_INPUT' | 'BUSY') => {
    const failure = new ActionFailureError(code, '')
    return [urlFailureText(failure), failureText(failure)]
  }
  const [refused, sentence] = of('URL_REFUSED')
  expect(refused).toBe(sentence)
  expect(of('INVALID_INPUT')[0]).toBe(integrationText('url.malformed'))
  expect(of('BUSY')[0]).toBeNull()
})

test('of what is there no more nothing is left; any other failure stays one', async () => {
  expect(await unlessGone(Promise.resolve(1))).toBe(1)
  expect(await unlessGone(Promise.reject(new ActionFailureError('NOT_FOUND', '')))).toBeNull()
  await expect(unlessGone(Promise.reject(new ActionFailureError('BUSY', '')))).rejects.toThrow(
    ActionFailureError,
  )
})
