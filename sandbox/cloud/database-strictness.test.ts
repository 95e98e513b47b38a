import { cleanUp, inFunction, startTestCloud, type TestCloud } from './testing/cloud'

let cloud: TestCloud
let run: ReturnType<typeof inFunction>

beforeAll(async () => {
  cloud = await startTestCloud([{ name: 'sdk', fixture: 'sdk' }])
  run = inFunction(cloud)
  await run(({ db }) => Promise.all(['many', 'big', 'odd'].map(name => db.createCollection(name))))
})
afterAll(cleanUp)

const failure = { code: expect.any(Number), text: expect.any(String) }

/** Runs the code and answers how the SDK failed. */
async function refused(code: Parameters<typeof run<undefined>>[0]): Promise<typeof failure> {
  const text = `async inside => {
    try { await (${code.toString()})(inside) } catch (error) {
      return { code: error.errCode ?? error.code, text: error.errMsg ?? error.message }
    }
    return { code: 0, text: 'it was accepted' }
  }`
  return (await cloud.invoke('sdk', { code: text }, { openid: 'o-test' })) as typeof failure
}

test.each([
  ['get', 'db.collection("absent").get()'],
  ['count', 'db.collection("absent").count()'],
  ['add', 'db.collection("absent").add({ data: { a: 1 } })'],
  ['set', 'db.collection("absent").doc("a").set({ data: { a: 1 } })'],
  ['update', 'db.collection("absent").where({ a: 1 }).update({ data: { a: 2 } })'],
  ['remove', 'db.collection("absent").doc("a").remove()'],
])('a collection that was not created is refused on %s', async (_verb, code) => {
  const text = `({ db }) => ${code}.then(() => 0, error => error.errCode)`
  expect(await cloud.invoke('sdk', { code: text }, { openid: 'o' })).toBe(-502005)
})

test('a collection that was not created is refused on aggregate, where the SDK keeps the code as it is', async () => {
  const text = `({ db }) => db.collection("absent").aggregate().match({ a: 1 }).end().catch(error => error.code)`
  expect(await cloud.invoke('sdk', { code: text }, { openid: 'o' })).toBe('DATABASE_COLLECTION_NOT_EXIST')
})

test('a collection cannot be created twice', async () => {
  expect((await refused(({ db }) => db.createCollection('many'))).text).toMatch(
    /collection many exists already/,
  )
})

test('an id that exists is refused and the text says E11000', async () => {
  const error = await refused(async ({ db }) => {
    await db.collection('odd').add({ data: { _id: 'taken' } })
    await db.collection('odd').add({ data: { _id: 'taken' } })
  })
  expect(error).toEqual({ code: -502001, text: expect.stringMatching(/E11000 duplicate key/) })
})

test('a get without limit gives 100 documents, with a larger limit at most 1000', async () => {
  const counts = await run(async ({ db }) => {
    const many = db.collection('many')
    await many.add({ data: Array.from({ length: 1100 }, (_each, n) => ({ n })) })
    const plain = await many.get()
    const wide = await many.limit(5000).get()
    return [plain.data.length, wide.data.length]
  })
  expect(counts).toEqual([100, 1000])
})

test('the gateway itself holds the limit of 1000', async () => {
  const response = await fetch(`${cloud.url}/admin`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'TC3-HMAC-SHA256 test' },
    body: JSON.stringify({
      action: 'database.getDocument',
      envName: 'sandbox-env',
      collectionName: 'many',
      queryType: 'WHERE',
      limit: 5000,
    }),
  })
  const { data } = (await response.json()) as { data: { list: string[] } }
  expect(data.list).toHaveLength(1000)
})

test('a database answer of more than 1 MB is refused', async () => {
  const error = await refused(async ({ db }) => {
    await db
      .collection('big')
      .add({ data: Array.from({ length: 11 }, () => ({ text: 'x'.repeat(100_000) })) })
    await db.collection('big').get()
  })
  expect(error).toEqual({ code: -502001, text: expect.stringMatching(/-602001/) })
})

test('a transaction addresses single documents only', async () => {
  const error = await refused(({ db }) =>
    db.runTransaction(transaction => transaction.collection('odd').where({ a: 1 }).get()),
  )
  expect(error.text).toMatch(/single documents/)
})

test('a field cannot be created inside null or a text', async () => {
  expect(
    await refused(async ({ db }) => {
      const doc = db.collection('odd').doc('null-parent')
      await doc.set({ data: { profile: null } })
      await doc.update({ data: { profile: { name: 'a' } } })
    }),
  ).toEqual({
    code: -502001,
    text: expect.stringMatching(/Cannot create field 'name' in element {profile: null}/),
  })
})

test('push needs a list and inc needs a number', async () => {
  expect(
    (
      await refused(async ({ db, _ }) => {
        await db
          .collection('odd')
          .doc('kinds')
          .set({ data: { text: 'a' } })
        await db
          .collection('odd')
          .doc('kinds')
          .update({ data: { text: _.push([1]) } })
      })
    ).text,
  ).toMatch(/must be an array but is string/)
  expect(
    (
      await refused(({ db, _ }) =>
        db
          .collection('odd')
          .doc('kinds')
          .update({ data: { text: _.inc(1) } }),
      )
    ).text,
  ).toMatch(/must be a number but is string/)
})

test('geo queries are refused with a clear text', async () => {
  const error = await refused(({ db, _ }) =>
    db
      .collection('odd')
      .where({ at: _.geoNear({ geometry: new db.Geo.Point(113, 23), maxDistance: 10 }) })
      .get(),
  )
  expect(error).toEqual({ code: -502002, text: expect.stringMatching(/\$near|geo/i) })
})

test.each([
  ['an unsigned request', {}, { action: 'database.getDocument' }, 'INVALID_PARAM'],
  [
    'an unknown action',
    signed(),
    { action: 'database.dropEverything', envName: 'sandbox-env' },
    'INVALID_PARAM',
  ],
  ['a body that is not JSON', signed(), undefined, 'INVALID_PARAM'],
  [
    'another environment',
    signed(),
    { action: 'database.startTransaction', envName: 'production' },
    'INVALIID_ENV',
  ],
])('%s is refused', async (_what, headers, body, code) => {
  const response = await fetch(`${cloud.url}/admin`, {
    method: 'POST',
    headers,
    body: body === undefined ? 'no json' : JSON.stringify(body),
  })
  expect(response.status).toBe(200)
  expect(await response.json()).toMatchObject({
    code,
    message: expect.any(String),
    requestId: expect.any(String),
  })
})

function signed(): Record<string, string> {
  return { authorization: 'TC3-HMAC-SHA256 test' }
}
