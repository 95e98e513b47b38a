import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { Webhook } from 'standardwebhooks'
import { startExample } from '../../sandbox/example'
import { sandboxOperatorCode } from '../../sandbox/settings'
import { eventually } from '../support/eventually'
import { type LocalWorld, openLocalWorld } from '../support/local-world'
import { testPerson } from '../support/world'

/** What a test says it expects of a JSON answer. */
// biome-ignore lint/suspicious/noExplicitAny: see above
type Json = any

/** The built functions, over HTTP as a business system calls them. */
let world: LocalWorld
let key = ''
let receiver: Server
const received: { headers: Record<string, string>; body: string }[] = []

const owner = 'oOwner'

beforeAll(async () => {
  world = await openLocalWorld()
  const claimed = await world.action(owner, 'operator.claim', { code: sandboxOperatorCode })
  if (!claimed.ok) throw new Error(claimed.error.code)
  const made = await world.action(owner, 'apiKey.create', {
    label: '业务系统',
    scopes: ['read', 'invite', 'batch', 'webhooks'],
  })
  if (!made.ok) throw new Error(made.error.code)
  key = made.data.key
  receiver = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', chunk => chunks.push(chunk))
    request.on('end', () => {
      const headers = Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
      )
      received.push({ headers, body: Buffer.concat(chunks).toString('utf8') })
      response.writeHead(204).end()
    })
  })
  await new Promise<void>(done => receiver.listen(0, '127.0.0.1', done))
}, 300_000)
afterAll(async () => {
  receiver?.close()
  await world?.close()
})

const hub = () => `${world.cloud.url}/http/server/v1`

async function call(method: string, place: string, body?: unknown, intent?: string) {
  const response = await fetch(hub() + place, {
    method,
    headers: {
      authorization: `Bearer ${key}`,
      'content-type': 'application/json',
      ...(intent && { 'idempotency-key': intent }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  return {
    status: response.status,
    json: (await response.json()) as Json,
    requestId: response.headers.get('x-request-id'),
  }
}

const sweep = () => world.cloud.fireTimer('sweep')

/** Somebody scans the code, starts, and is passed at 契约锁. */
async function verified(link: string, openid: string): Promise<void> {
  const token = new URL(link).searchParams.get('i') ?? ''
  const consent = await world.action(openid, 'consent.record', {
    vendor: 'qiyuesuo',
    purpose: 'invitation',
    policyVersion: '2026-11',
    accepted: true,
  })
  if (!consent.ok) throw new Error(consent.error.code)
  const started = await world.action(openid, 'invitation.start', {
    token,
    clientKey: `server-api-${openid}-000000000`,
    vendor: 'qiyuesuo',
    consentId: consent.data.consentId,
    subject: 'person',
    invitee: {
      name: testPerson.name,
      mobile: testPerson.contact.value,
      idNumber: testPerson.idNumber,
    },
  })
  if (!started.ok || started.data.handoff?.kind !== 'plugin') throw new Error(JSON.stringify(started))
  const ticket = new URL(started.data.handoff.url).searchParams.get('ticket') ?? ''
  const { session } = await world.vendorPost('/__sandbox/open', { ticket, env: 'cn' })
  await world.vendorPost('/plugin/act', { session, action: 'pass', mode: 'IVS' })
}

const linkOf = (links: { form: string; text: string }[]) =>
  links.find(({ form }) => form === 'linkCode')?.text ?? ''

test('invited over the API, verified in WeChat, told by a webhook that the published client verifies', async () => {
  const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`
  const endpoint = await call('POST', '/webhook-endpoints', { url }, 'endpoint-1')
  expect(endpoint.status).toBe(201)
  const invited = await call(
    'POST',
    '/invitations',
    { subject: 'person', title: '供应商入驻', bizId: 'order-7', invitee: { name: testPerson.name } },
    'invitation-1',
  )
  expect([invited.status, invited.json.links]).toEqual([201, 'pending'])
  expect(invited.requestId).toMatch(/./)
  await sweep()
  const { json } = await call('GET', `/invitations/${invited.json.id}/links`)
  expect(json.links.map((each: { state: string }) => each.state)).toEqual([
    'ready',
    'ready',
    'ready',
    'ready',
  ])
  await verified(linkOf(json.links), 'oSupplier1')
  // No timer runs here: the vendor's notice itself has started the run that sends what it led to.
  const types = () => received.map(({ body }) => JSON.parse(body).type)
  await eventually(() => types().includes('verification.verified'))
  await eventually(async () => {
    await sweep()
    expect(received.map(({ body }) => JSON.parse(body).type)).toContain('invitation.finished')
    return true
  })
  const told = received.map(({ headers, body }) =>
    new Webhook(endpoint.json.secret).verify(body, headers),
  ) as {
    type: string
    data: { bizId: string }
  }[]
  expect(told.map(({ type }) => type)).toEqual(
    expect.arrayContaining([
      'invitation.ready',
      'invitation.started',
      'verification.verified',
      'invitation.finished',
    ]),
  )
  expect(told.every(({ data }) => data.bizId === 'order-7')).toBe(true)
  expect(received.map(({ body }) => body).join()).not.toContain(testPerson.name)
  const found = await call('GET', '/verifications?bizId=order-7')
  expect(found.json.items).toMatchObject([
    { state: 'verified', phase: 'done', invitationId: invited.json.id },
  ])
  expect((await call('GET', `/invitations/${invited.json.id}`)).json).toMatchObject({
    state: 'verified',
    verified: 1,
  })
})

test('the example: connected, invited, scanned, green', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'example-'))
  const example = await startExample({ port: 0, hubUrl: hub(), file: path.join(folder, 'suppliers.db') })
  const post = async (place: string, body: object) => {
    const answer = await fetch(example.url + place, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (!answer.ok) throw new Error(await answer.text())
    return (await answer.json()) as Json
  }
  const states = async () =>
    (
      (await (await fetch(`${example.url}/suppliers`)).json()) as { suppliers: { state: string }[] }
    ).suppliers.map(({ state }) => state)
  try {
    await post('/connect', { key })
    await post('/suppliers', { name: testPerson.name, mobile: '13800138000' })
    const { links } = await post('/suppliers/1/invite', {})
    expect(await states()).toEqual(['invited'])
    await verified(linkOf(links), 'oSupplier2')
    await eventually(async () => {
      await sweep()
      expect(await states()).toEqual(['verified'])
      return true
    })
    const forged = await fetch(`${example.url}/webhooks`, { method: 'POST', body: '{}' })
    expect(forged.status).toBe(401)
  } finally {
    await example.close()
    await rm(folder, { recursive: true, force: true })
  }
})

test('the page of the server API does what it says: its examples run', async () => {
  const page = await readFile('docs/server-api.md', 'utf8')
  const blocks = [...page.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, code]) => code ?? '')
  expect(blocks.length).toBeGreaterThan(4)
  const folder = await mkdtemp(path.join(os.tmpdir(), 'server-api-'))
  try {
    const { stdout } = await promisify(execFile)('bash', ['-euo', 'pipefail', '-c', blocks.join('\n')], {
      cwd: folder,
      env: { ...process.env, HUB: hub(), KEY: key },
    })
    expect(stdout).not.toContain('"code":"')
    expect(stdout).toContain('"links":')
    expect(stdout).toContain('"issues":[]')
    const invitation = JSON.parse(await readFile(path.join(folder, 'invitation.json'), 'utf8'))
    expect(invitation).toMatchObject({ bizId: 'supplier-42', state: 'pending' })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})
