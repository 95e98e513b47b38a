import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { eventually } from '../support/eventually'
import { type LocalWorld, openLocalWorld } from '../support/local-world'
import { testPerson } from '../support/world'

/** `npm run reseal` against the functions as they are shipped: the key of before opens nothing that is needed any more. */
let world: LocalWorld
beforeAll(async () => {
  world = await openLocalWorld()
}, 120_000)
afterAll(() => world.close())

async function start(openid: string): Promise<string> {
  const config = await world.action(openid, 'config.get', {})
  if (!config.ok) throw new Error(config.error.code)
  const policy = { vendor: 'qiyuesuo', policyVersion: config.data.policy.version, accepted: true } as const
  const consent = await world.action(openid, 'consent.record', policy)
  if (!consent.ok) throw new Error(consent.error.code)
  const started = await world.action(openid, 'verification.start', {
    clientKey: 'key-of-reseal-00001',
    vendor: 'qiyuesuo',
    consentId: consent.data.consentId,
    subject: 'person',
    person: testPerson,
  })
  if (!started.ok) throw new Error(started.error.code)
  return started.data.verification.id
}

test('the command seals anew, and with the new key alone everything goes on', async () => {
  const id = await start('oReseal000000000000000000001')
  const before = world.cloud.setting('SEAL_KEYS')
  const fresh = `k2:${Buffer.alloc(32, 'n').toString('base64')}`
  world.cloud.changeSettings({ SEAL_KEYS: `${fresh},${before}` })
  const args = ['--import', 'tsx', 'shipping/reseal.ts', '--local', world.cloud.url]
  // Not spawnSync: the local cloud lives in this process.
  const { stdout } = await promisify(execFile)(process.execPath, args)
  expect(stdout).toMatch(/重新密封了 [1-9]\d* 份/)
  world.cloud.changeSettings({ SEAL_KEYS: fresh })
  const renewed = await world.action('oReseal000000000000000000001', 'verification.renew', { id, attempt: 1 })
  expect(renewed).toMatchObject({ ok: true, data: { outcome: 'renewed' } })
  // The local cloud empties its log within a second.
  await eventually(() => {
    for (const file of ['documents.sqlite', 'documents.sqlite-wal'])
      expect(readFileSync(path.join(world.dataDir, file), 'latin1')).not.toContain('v2.sandbox.')
    return true
  }, 5000)
}, 120_000)
