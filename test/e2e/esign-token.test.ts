import { type LocalWorld, openLocalWorld } from '../support/local-world'
import { testPerson } from '../support/world'

/** Instances of the built functions in token mode: the vendor lets only the newest tokens live. */
let world: LocalWorld
beforeAll(async () => {
  world = await openLocalWorld({ env: { ESIGN_AUTHENTICATION: 'token', VENDOR_TIMEOUT_MS: '5000' } })
}, 300_000)
afterAll(() => world?.close())

async function started(user: number) {
  const openid = `oToken${user}`
  const consent = await world.action(openid, 'consent.record', {
    vendor: 'esign',
    policyVersion: '2026-11',
    accepted: true,
  })
  if (!consent.ok) throw new Error(consent.error.code)
  return world.action(openid, 'verification.start', {
    clientKey: `client-key-token-${String(user).padStart(8, '0')}`,
    vendor: 'esign',
    subject: 'person',
    consentId: consent.data.consentId,
    person: { ...testPerson, contact: { type: 'mobile', value: `136${String(user).padStart(8, '0')}` } },
  })
}

const counts = async () => {
  const { counts: all } = (await world.atEsign('/__sandbox/log')) as { counts: Record<string, number> }
  return all
}

test('20 starts at once over many instances ask for one token, and none of them is refused', async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => started(index)))
  for (const answer of answers) {
    expect(answer).toMatchObject({ ok: true, data: { outcome: 'started', verification: { state: 'ready' } } })
  }
  expect((await counts())['GET /v1/oauth2/access_token']).toBe(1)
  expect((await counts())['POST /v3/psn-auth-url']).toBe(20)
}, 300_000)

test('a token the vendor has dropped is replaced once, whoever notices first', async () => {
  // Somebody else with our credentials asks twice: the token of ours is dead.
  const query = 'appId=7438000001&secret=sandbox-esign-secret&grantType=client_credentials'
  for (let round = 0; round < 3; round++) await world.atEsign(`/v1/oauth2/access_token?${query}`)
  const before = (await counts())['GET /v1/oauth2/access_token'] ?? 0
  const answers = await Promise.all(Array.from({ length: 10 }, (_, index) => started(100 + index)))
  for (const answer of answers) {
    expect(answer).toMatchObject({ ok: true, data: { verification: { state: 'ready' } } })
  }
  expect((await counts())['GET /v1/oauth2/access_token']).toBe(before + 1)
}, 300_000)
