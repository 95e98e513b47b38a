import { createWorld } from '../../test/support/world'
import { ConfigError } from '../platform/config'
import { metered } from '../platform/meter'
import { answerTo } from '../usecases/health/proof'
import { answerProbe, readProbe } from './probe'

const nonce = 'nonce-0000000000000001'
const event = {
  httpMethod: 'GET',
  path: `/callback/health/${nonce}`,
  headers: { 'X-Forwarded-For': '8.8.4.4, 10.0.0.1' },
}
const asked = { nonce, path: event.path, address: '8.8.4.4' }

test('the nonce, the path as it arrived, and who asks', () => {
  expect(readProbe(event)).toEqual(asked)
  expect(readProbe({ ...event, path: `/health/${nonce}` })).toEqual({ ...asked, path: `/health/${nonce}` })
})

test.each([
  ['another method', { httpMethod: 'POST' }],
  ['a call of the mini-program', { httpMethod: undefined }],
  ['a lost path', { path: '/' }],
  ['another room', { path: `/callback/ess/${nonce}` }],
  ['a short nonce', { path: '/callback/health/short' }],
  ['a long path', { path: `${'/x'.repeat(100)}/health/${nonce}` }],
  ['signs no address has', { path: `/<script>/health/${nonce}` }],
  ['headers without end', { headers: { a: 'x'.repeat(40_000) } }],
])('%s is no probe', (_what, changes) => {
  expect(readProbe({ ...event, ...changes })).toBeNull()
})

test('an address that is none is not repeated', () => {
  expect(readProbe({ ...event, headers: { 'x-real-ip': '<b>me</b>' } })?.address).toBe('')
})

test('it shows our key, our build and the path, and asks nothing of the database', async () => {
  const { deps } = createWorld()
  const counts = { reads: 0, writes: 0, calls: 0 }
  deps.store = metered(deps.store, counts)
  const { statusCode, body } = await answerProbe(() => deps, asked)
  expect(statusCode).toBe(200)
  expect(JSON.parse(body)).toEqual({
    health: answerTo(deps, nonce),
    release: '0.0.0+test',
    path: event.path,
    address: '8.8.4.4',
  })
  expect(counts).toEqual({ reads: 0, writes: 0, calls: 0 })
})

test('it answers little more than it was sent', async () => {
  const { deps } = createWorld()
  const longest = { nonce: 'n'.repeat(64), path: 'p'.repeat(200), address: 'a'.repeat(45) }
  const { body } = await answerProbe(() => deps, longest)
  expect(body.length).toBeLessThan(500)
})

test('one address asks so often a minute; others still may', async () => {
  const { deps } = createWorld()
  for (let times = 0; times < deps.config.limits.probes; times++) await answerProbe(() => deps, asked)
  const refused = await answerProbe(() => deps, asked)
  expect(refused).toMatchObject({ statusCode: 429, headers: { 'retry-after': expect.any(String) } })
  expect(await answerProbe(() => deps, { ...asked, address: '8.8.4.5' })).toMatchObject({
    statusCode: 200,
  })
})

test('without settings it says so, and none of them', async () => {
  const misconfigured = () => {
    throw new ConfigError(['LOOKUP_KEY is missing'])
  }
  const { statusCode, body } = await answerProbe(misconfigured, asked)
  expect([statusCode, JSON.parse(body)]).toEqual([500, { code: 'NOT_CONFIGURED' }])
})
