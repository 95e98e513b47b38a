import type { Rights } from './rights'
import { cleanUp, startTestCloud, type TestCloud } from './testing/cloud'

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startTestCloud([{ name: 'sdk', fixture: 'sdk' }])
})
afterAll(cleanUp)

async function post(place: string, headers: Record<string, string>, body: object) {
  const answer = await fetch(cloud.url + place, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
  return (await answer.json()) as { code?: string; data?: Record<string, unknown> }
}
const admin = (action: string, fields: object) =>
  post('/admin', { authorization: 'TC3-HMAC-SHA256 x' }, { action, envName: 'sandbox-env', ...fields })
const client = (openid: string, action: string, fields: object) =>
  post('/database', { 'x-wx-openid': openid }, { action, queryType: 'WHERE', ...fields })

let collections = 0
async function collectionWith(rights?: Rights): Promise<string> {
  const collectionName = `c${++collections}`
  await admin('database.addCollection', { collectionName })
  if (rights) cloud.setRights(collectionName, rights)
  await admin('database.insertDocument', { collectionName, data: ['{"_id":"server","n":1}'] })
  await admin('database.insertDocument', { collectionName, data: ['{"_id":"hers","_openid":"o-b","n":1}'] })
  return collectionName
}

/** What the platform promises for each tag: whether one may write, and which documents one sees. */
test.each<[Rights | undefined, boolean, string[]]>([
  [undefined, true, ['mine']],
  ['PRIVATE', true, ['mine']],
  ['READONLY', true, ['server', 'hers', 'mine']],
  ['ADMINWRITE', false, ['server', 'hers']],
  ['ADMINONLY', false, []],
])('rights %s: writes %s, sees %j', async (rights, mayWrite, sees) => {
  const collectionName = await collectionWith(rights)
  const added = await client('o-a', 'database.insertDocument', {
    collectionName,
    data: ['{"_id":"mine","_openid":"o-chosen"}'],
  })
  expect(added.code).toBe(mayWrite ? undefined : 'DATABASE_PERMISSION_DENIED')
  const read = await client('o-a', 'database.getDocument', { collectionName })
  expect(read.code).toBe(sees.length > 0 ? undefined : 'DATABASE_PERMISSION_DENIED')
  const found = (read.data?.list ?? []) as string[]
  expect(found.map(each => JSON.parse(each)._id)).toEqual(sees)
  const others = { collectionName, merge: true, multi: true, data: '{"$set":{"n":2}}', query: '{"n":1}' }
  expect((await client('o-a', 'database.modifyDocument', others)).data?.updated ?? 0).toBe(0)
})

test('a client can neither choose, change nor drop its _openid', async () => {
  const collectionName = await collectionWith()
  await client('o-a', 'database.insertDocument', {
    collectionName,
    data: ['{"_id":"mine","_openid":"o-b"}'],
  })
  const refused = { collectionName, query: '{"_id":"mine"}' }
  for (const data of ['{"$set":{"_openid":"x"}}', '{"$unset":{"_openid":""}}', '{"n":1}']) {
    const answer = await client('o-a', 'database.modifyDocument', {
      ...refused,
      data,
      merge: data.includes('$'),
    })
    expect(answer.code).toBe('INVALID_PARAM')
  }
  const { data } = await admin('database.getDocument', { collectionName, queryType: 'WHERE' })
  expect(data?.list).toContain('{"_id":"mine","_openid":"o-a"}')
})

test('no openid, no door; and no way to create a collection', async () => {
  expect((await fetch(`${cloud.url}/database`, { method: 'POST', body: '{}' })).status).toBe(400)
  const answer = await client('o-a', 'database.addCollection', { collectionName: 'new' })
  expect(answer.code).toBe('INVALID_PARAM')
})
