import { type Collections, collectionNames, type Store } from '../../cloudfunctions/platform/store'
import { type CloudStore, startCloudStore } from '../support/cloud-store'

/** The store, through the real SDK, over a local cloud whose collections have WeChat's rights of new ones. */
const client = 'o-forger'
let cloud: CloudStore
let store: Store
let logged: string[]

beforeAll(async () => {
  cloud = await startCloudStore()
  store = cloud.store
  logged = cloud.logged
})
afterAll(() => cloud.close())
beforeEach(() => {
  logged.length = 0
})

async function ask(place: string, headers: Record<string, string>, body: object) {
  const answer = await fetch(cloud.url + place, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
  return (await answer.json()) as { code?: string; data?: { list?: string[] } }
}
const server = (action: string, fields: object) =>
  ask('/admin', { authorization: 'TC3-HMAC-SHA256 x' }, { action, envName: 'sandbox-env', ...fields })
const forge = (collectionName: string, document: object) =>
  ask(
    '/database',
    { 'x-wx-openid': client },
    { action: 'database.insertDocument', collectionName, data: [JSON.stringify(document)] },
  )

const counter = (id: string): Collections['counters'] => ({ _id: id, version: 1, value: 5, until: 9 })

test.each(collectionNames)('what a client has written into %s is not read, and said', async collection => {
  const secret = '测试员甲'
  expect((await forge(collection, { _id: 'forged', version: 1, name: secret })).code).toBeUndefined()
  expect(await store.get(collection, 'forged')).toBeNull()
  expect(await store.find(collection, { where: [], limit: 10 })).toEqual([])
  expect(logged.map(line => JSON.parse(line))).toEqual([
    { level: 'error', event: 'store.stranger', code: 'STRANGER_DOCUMENT', collection, count: 1 },
    { level: 'error', event: 'store.stranger', code: 'STRANGER_DOCUMENT', collection, count: 1 },
  ])
  expect(logged.join('')).not.toContain(secret)
})

test('a forgery is found by none of its fields, and asking for some fields does not hide it', async () => {
  await forge('operators', { _id: 'o_me', version: 1, role: 'owner', label: '', at: 7 })
  const asked = { where: [['role', 'eq', 'owner'] as const], limit: 10 }
  expect(await store.find('operators', { ...asked, fields: ['_id', 'role'] })).toEqual([])
})

test('forgeries do not crowd our documents out of a limit', async () => {
  for (let index = 0; index < 5; index++) await forge('counters', { ...counter(`a${index}`), until: 1 })
  await store.insert('counters', { ...counter('ours'), until: 2 })
  const found = await store.find('counters', {
    where: [['until', 'gt', 0]],
    orderBy: [['until', 'asc']],
    limit: 3,
  })
  expect(found.map(each => each._id)).toEqual(['ours'])
})

test('a forgery is changed by no write, and does not count as ours', async () => {
  await forge('counters', counter('forged-counter'))
  expect(await store.replace('counters', 'forged-counter', 1, { value: 6 })).toBe(false)
  expect(await store.updateMany('counters', [['_id', 'eq', 'forged-counter']], { set: { value: 6 } })).toBe(0)
  expect(await store.remove('counters', 'forged-counter', 1)).toBe(false)
  await forge('verifications', { _id: 'v', dueAt: 5, auditHash: 'h', outbox: [1], outboxAt: 5 })
  await store.makeDue('v', 1)
  await store.clearOutbox('verifications', [{ _id: 'v', auditHash: 'h' }])
  const { data } = await server('database.getDocument', {
    collectionName: 'verifications',
    queryType: 'WHERE',
    query: '{"_id":"v"}',
  })
  expect(data?.list?.map(each => JSON.parse(each))).toEqual([
    expect.objectContaining({ dueAt: { $numberInt: '5' }, outboxAt: { $numberInt: '5' } }),
  ])
})

test('a forgery that waits at an id makes way for ours, also in a crowd', async () => {
  await forge('counters', counter('crowd-3'))
  const crowd = Array.from({ length: 60 }, (_, index) => ({ ...counter(`crowd-${index}`), value: index }))
  expect(await store.insertMany('counters', crowd)).toEqual(crowd)
  expect(await store.get('counters', 'crowd-3')).toMatchObject({ value: 3 })
})

test('a forgery that waits at an id makes way for ours', async () => {
  await forge('counters', counter('rows:ess:2026-11-29'))
  expect(await store.insert('counters', { ...counter('rows:ess:2026-11-29'), value: 1 })).toBe(true)
  expect(await store.get('counters', 'rows:ess:2026-11-29')).toMatchObject({ value: 1 })
  expect(await store.insert('counters', counter('rows:ess:2026-11-29'))).toBe(false)
})
