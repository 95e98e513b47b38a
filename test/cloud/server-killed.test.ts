import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { sandboxOperatorCode } from '../../sandbox/settings'
import { functionSettings } from '../../sandbox/stack'
import { type CloudChild, startCloudChild } from '../support/cloud-child'

/**
 * The whole cloud is killed while the built `server` answers a creating call: whenever that is, the same call with the
 * same key makes one thing and is answered the same from then on.
 */
const dataDir = mkdtempSync(path.join(os.tmpdir(), 'server-killed-'))
const clockFile = path.join(dataDir, 'ahead')
const owner = { openid: 'oServerOwner' }
/** ms the dead one's claim holds, and some more. */
const claimOver = 95_000
/** ms from the beginning of the call to the kill: before it is taken up, in the middle of it, and as it ends. */
const moments = [2, 8, 16, 28, 45]

let cloud: CloudChild
let key: string
let ahead = 0

jest.setTimeout(300_000)

const open = async () => {
  cloud = await startCloudChild({ dataDir, clockFile, env: functionSettings('http://127.0.0.1:1', vendors) })
}
/** Nobody answers there: nothing of this asks a vendor. */
const vendors = {
  qiyuesuo: 'http://127.0.0.1:1',
  ess: 'http://127.0.0.1:1',
  esign: 'http://127.0.0.1:1',
}

beforeAll(async () => {
  writeFileSync(clockFile, '0')
  await open()
  await act('operator.claim', { code: sandboxOperatorCode })
  const made = await act('apiKey.create', { label: '测试系统', scopes: ['read', 'invite'], days: 30 })
  key = made.key
})
afterAll(async () => {
  await cloud.kill()
  rmSync(dataDir, { recursive: true, force: true })
})

async function act(action: string, input: object): Promise<{ key: string }> {
  const answer = (await cloud.invoke('api', { action, input }, owner)) as {
    ok: boolean
    data: { key: string }
    error?: { code: string }
  }
  if (!answer.ok) throw new Error(`${action}: ${answer.error?.code}`)
  return answer.data
}

const call = (method: string, place: string, body?: object, intent?: string) =>
  fetch(`${cloud.url}/http/server/v1${place}`, {
    method,
    headers: {
      authorization: `Bearer ${key}`,
      ...(body && { 'content-type': 'application/json' }),
      ...(intent && { 'idempotency-key': intent }),
    },
    ...(body && { body: JSON.stringify(body) }),
  })

const invite = (intent: string) =>
  call('POST', '/invitations', { subject: 'person', title: '供应商入驻', bizId: intent }, intent)

test('killed at any moment, what was asked for is made once', async () => {
  // The first call loads the code; the later ones are what a business system meets.
  expect((await invite('warm-up')).status).toBe(201)
  const lost: number[] = []
  for (const [round, after] of moments.entries()) {
    const intent = `intent-${round}`
    const first = invite(intent).then(
      ({ status }) => status,
      () => null,
    )
    await new Promise(resolve => setTimeout(resolve, after))
    await cloud.kill()
    if ((await first) === null) lost.push(after)
    ahead += claimOver
    writeFileSync(clockFile, String(ahead))
    await open()
    const again = await invite(intent)
    const text = await again.text()
    expect([after, again.status]).toEqual([after, 201])
    expect(await (await invite(intent)).text()).toBe(text)
  }
  // A test in which every call was over before the kill would show nothing.
  expect(lost.length).toBeGreaterThan(0)
  const listed = await (await call('GET', '/invitations?limit=50')).json()
  const made = (listed.items as { bizId: string }[]).map(({ bizId }) => bizId)
  expect(made.sort()).toEqual(
    [...moments.keys()]
      .map(round => `intent-${round}`)
      .concat('warm-up')
      .sort(),
  )
})
