import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { sandboxKeys } from '../../sandbox/settings'
import { qiyuesuoCredentials } from '../../sandbox/vendors/qiyuesuo/local'
import { eventually } from '../support/eventually'
import { type LocalWorld, openLocalWorld, ticketPath } from '../support/local-world'
import { testPerson } from '../support/world'

/** The built bundles in the local cloud, without any page: what holds whoever calls. */
let world: LocalWorld
let people = 0

beforeAll(async () => {
  world = await openLocalWorld()
}, 300_000)
afterAll(() => world?.close())
beforeEach(async () => {
  await world.vendorPost('/__sandbox/reset', {})
  people += 1
})

const me = () => `oCaller${people}`

async function startInput() {
  const answer = await world.action(me(), 'consent.record', {
    vendor: 'qiyuesuo',
    policyVersion: '2026-11',
    accepted: true,
  })
  if (!answer.ok) throw new Error(answer.error.code)
  return {
    clientKey: `client-key-${people}-0000000000`,
    vendor: 'qiyuesuo',
    subject: 'person',
    consentId: answer.data.consentId,
    person: testPerson,
  } as const
}

async function started() {
  const answer = await world.action(me(), 'verification.start', await startInput())
  if (!answer.ok || answer.data.handoff?.kind !== 'plugin') throw new Error(JSON.stringify(answer))
  const ticket = new URL(answer.data.handoff.url).searchParams.get('ticket') ?? ''
  return { id: answer.data.verification.id, ticket }
}

async function act(ticket: string, action: 'pass' | 'fail') {
  const { session } = await world.vendorPost('/__sandbox/open', { ticket, env: 'cn' })
  await world.vendorPost('/plugin/act', { session, action, mode: 'IVS' })
}

const stateOf = async (id: string) => {
  const answer = await world.action(me(), 'verification.get', { id })
  return answer.ok ? answer.data.verification.state : answer.error.code
}

test('20 parallel starts with one key: one verification, one call to the vendor', async () => {
  const input = await startInput()
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => world.action(me(), 'verification.start', input)),
  )
  const ids = answers.map(answer => (answer.ok ? answer.data.verification.id : answer.error.code))
  expect(new Set(ids).size).toBe(1)
  expect(answers.filter(answer => answer.ok && answer.data.handoff !== null)).toHaveLength(1)
  expect(await world.vendorCalls(ticketPath)).toBe(1)
})

test('the callback function takes the vendor’s notice, and the server asks the vendor itself', async () => {
  const { id, ticket } = await started()
  await act(ticket, 'pass')
  await eventually(async () => (await stateOf(id)) === 'verified')
  expect(await world.vendorCalls('/v2/personalauth/result')).toBe(1)
})

test('a forged notice is answered like a missing page and changes nothing', async () => {
  const { id } = await started()
  for (const place of [`qiyuesuo/${id}/1/${'0'.repeat(32)}`, `qiyuesuo/${id}/1`, `nobody/${id}/1/x`, '']) {
    const answer = await fetch(`${world.cloud.url}/http/callback/${place}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'mode=IVS&status=1&authId=1',
    })
    expect(answer.status).toBe(404)
  }
  expect(await stateOf(id)).toBe('ready')
  expect(await world.vendorCalls('/v2/personalauth/result')).toBe(0)
})

test('a user can call neither callback nor sweep', async () => {
  const asUser = { openid: me() }
  const forged = { httpMethod: 'POST', path: '/qiyuesuo/v_1/1/x', body: 'status=1', headers: {} }
  expect(await world.cloud.invoke('callback', forged, asUser)).toMatchObject({ statusCode: 404 })
  expect(await world.cloud.invoke('sweep', { Type: 'Timer' }, asUser)).toEqual({ refused: 'timer only' })
})

test('an openid in the event counts for nothing', async () => {
  const { id } = await started()
  const event = { action: 'verification.get', input: { id }, openid: me(), userInfo: { openId: me() } }
  expect(await world.cloud.invoke('api', event, { openid: 'oSomebodyElse' })).toMatchObject({
    error: { code: 'NOT_FOUND' },
  })
  expect(await world.cloud.invoke('api', event)).toMatchObject({ error: { code: 'NOT_SIGNED_IN' } })
})

test.each([
  ['an unknown action', { action: 'verification.delete', input: {} }, 'UNKNOWN_ACTION', undefined],
  ['an inherited name', { action: 'constructor' }, 'UNKNOWN_ACTION', undefined],
  ['no action', {}, 'UNKNOWN_ACTION', undefined],
  [
    'an unknown field',
    { action: 'verification.get', input: { id: `v_${'0'.repeat(32)}`, x: 1 } },
    'INVALID_INPUT',
    // A name that no schema knows is not echoed.
    'input',
  ],
  [
    'an id of another shape',
    { action: 'verification.get', input: { id: { $ne: null } } },
    'INVALID_INPUT',
    'id',
  ],
  [
    'a consent that was not given',
    { action: 'consent.record', input: { vendor: 'qiyuesuo', policyVersion: '1', accepted: false } },
    'INVALID_INPUT',
    'accepted',
  ],
  [
    'an old policy',
    { action: 'consent.record', input: { vendor: 'qiyuesuo', policyVersion: '1', accepted: true } },
    'CONSENT_REQUIRED',
    'policyVersion',
  ],
])('%s is refused with its code', async (_what, event, code, field) => {
  const answer = await world.cloud.invoke('api', event, { openid: me() })
  expect(answer).toMatchObject({ ok: false, error: { code, ...(field !== undefined && { field }) } })
})

test('the configuration names vendors and modes, and no key, host or address', async () => {
  const answer = JSON.stringify(await world.action(me(), 'config.get', {}))
  expect(answer).toContain('qiyuesuo')
  for (const secret of [...Object.values(qiyuesuoCredentials), ...Object.values(sandboxKeys), 'http']) {
    expect(answer).not.toContain(secret)
  }
})

test('functions that are not configured say so, and name no value', async () => {
  const bare = await openLocalWorld({ env: { SEAL_KEYS: 'broken-value' } })
  const refused = { ok: false, error: { code: 'NOT_CONFIGURED' } }
  expect(await bare.action('o-any', 'config.get', {})).toMatchObject(refused)
  expect(await bare.cloud.fireTimer('sweep')).toEqual({ failed: 'NOT_CONFIGURED' })
  await bare.close()
  expect(bare.printed.join('\n')).toContain('SEAL_KEYS')
  expect(bare.printed.join('\n')).not.toContain('broken-value')
})

test('canary: nothing personal, no ticket and no key in what the functions print or the cloud stores', async () => {
  await world.next({
    path: ticketPath,
    error: { code: 1005, message: `bad ${testPerson.idNumber} ${testPerson.name}` },
  })
  await world.action(me(), 'verification.start', await startInput())
  people += 1
  const { ticket } = await started()
  await act(ticket, 'fail')
  await eventually(async () => (await world.vendorCalls('/v2/personalauth/result')) > 0)
  const files = ['documents.sqlite', 'documents.sqlite-wal'].map(name =>
    readFile(path.join(world.dataDir, name)),
  )
  const everything = Buffer.concat([Buffer.from(world.printed.join('\n')), ...(await Promise.all(files))])
  expect(everything.includes('verification.start')).toBe(true)
  expect(everything.includes(`${me()}`)).toBe(true)
  const { name, idNumber, contact } = testPerson
  const canaries = [
    name,
    idNumber,
    contact.value,
    ticket,
    ...Object.values(qiyuesuoCredentials),
    ...Object.values(sandboxKeys),
  ]
  for (const canary of canaries) expect([canary, everything.includes(canary)]).toEqual([canary, false])
})

test('the mini-program package holds no key, secret or vendor host', async () => {
  const files = (await readdir('dist/weapp', { recursive: true, withFileTypes: true })).filter(each =>
    each.isFile(),
  )
  const texts = await Promise.all(files.map(file => readFile(path.join(file.parentPath, file.name), 'utf8')))
  const forbidden =
    /openapi\.qiyuesuo|x-qys-open|app-secret|app-token|AppSecret|SEAL_KEYS|LOOKUP_KEY|tencentcloudapi|esign\.cn|127\.0\.0\.1/i
  const guilty = files.filter((_file, index) => forbidden.test(texts[index] ?? '')).map(file => file.name)
  expect(guilty).toEqual([])
})
