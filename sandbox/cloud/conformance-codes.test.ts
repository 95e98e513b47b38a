import { cleanUp, inFunction, startTestCloud, type TestCloud } from './testing/cloud'

/** Mini-program codes and links, asked for with the real wx-server-sdk. */
const openapi = ['wxacode.getUnlimited', 'urllink.generate', 'urlscheme.generate']
const page = 'pages/home/index'
const second = 1_800_000_000
const days = 24 * 60 * 60

let cloud: TestCloud
let run: ReturnType<typeof inFunction>
let consolePort = 1

beforeAll(async () => {
  cloud = await startTestCloud([{ name: 'sdk', fixture: 'sdk', config: { permissions: { openapi } } }], {
    pages: [page],
    codeUrl: () => `http://127.0.0.1:${consolePort}/scan`,
    now: () => second * 1000,
  })
  run = inFunction(cloud)
})
afterAll(cleanUp)

type Row = Record<string, unknown>

const code = (args: Row) =>
  run(
    ({ cloud: sdk, input }) =>
      sdk.openapi.wxacode.getUnlimited(input).then(
        ({ contentType, buffer }) => [contentType, buffer.toString('latin1', 1, 4)],
        (caught: { errCode?: number }) => caught.errCode,
      ),
    args,
  )
/** The link, or the errCode of the refusal. */
const link = (args: Row) =>
  run(
    ({ cloud: sdk, input }) =>
      sdk.openapi.urllink.generate(input).then(
        ({ urlLink }) => urlLink,
        (caught: { errCode?: number }) => caught.errCode,
      ),
    args,
  )
const scheme = (args: Row) =>
  run(
    ({ cloud: sdk, input }) =>
      sdk.openapi.urlscheme.generate(input).then(
        ({ openlink }) => openlink,
        (caught: { errCode?: number }) => caught.errCode,
      ),
    args,
  )

describe('wxacode.getUnlimited', () => {
  test('gives a PNG', async () => {
    expect(await code({ scene: 's=abc', page })).toEqual(['image/png', 'PNG'])
  })

  test.each([
    ['a scene that is too long', { scene: 'x'.repeat(33) }, 40169],
    ['a sign no scene may have', { scene: 'a%20b' }, 40129],
    ['a slash before the page', { scene: 'a', page: `/${page}` }, 41030],
    ['a page that does not exist', { scene: 'a', page: 'pages/other/index' }, 41030],
    ['a version that is none', { scene: 'a', page, envVersion: 'production' }, 40097],
  ])('refuses %s', async (_name, args, errCode) => {
    expect(await code(args)).toBe(errCode)
  })

  test('takes a page that does not exist when it is told not to check', async () => {
    const args = { scene: 'a', page: 'pages/other/index', checkPath: false }
    expect(await code(args)).toEqual(['image/png', 'PNG'])
  })
})

describe('urllink.generate', () => {
  test('gives an address of this machine with page, query and end', async () => {
    const url = await link({ path: `/${page}`, query: 'i=abc&from=a%20b', expireType: 1, expireInterval: 30 })
    expect(Object.fromEntries(new URL(String(url)).searchParams)).toEqual({
      page,
      query: 'i=abc&from=a%20b',
      expires: String(second + 30 * days),
    })
  })

  test.each([
    ['no end at all', {}, second + 30 * days],
    ['a time', { isExpire: true, expireType: 0, expireTime: second + 61 }, second + 61],
    ['a time at the very end', { isExpire: true, expireTime: second + 30 * days }, second + 30 * days],
    ['one day', { isExpire: true, expireType: 1, expireInterval: 1 }, second + days],
  ])('takes %s', async (_name, args, end) => {
    const url = await link({ path: page, ...args })
    expect(new URL(String(url)).searchParams.get('expires')).toBe(String(end))
  })

  test.each([
    ['a page that does not exist', { path: 'pages/other/index' }, 40165],
    ['a query in the path', { path: `${page}?i=1` }, 40165],
    ['a query that is too long', { query: 'x'.repeat(1025) }, 40212],
    ['a query with a sign it may not have', { query: 'name=中' }, 40212],
    ['a time in the past', { expireType: 0, expireTime: second - 1 }, 85401],
    ['milliseconds instead of seconds', { expireType: 0, expireTime: second * 1000 }, 85401],
    ['more than thirty days', { expireType: 0, expireTime: second + 30 * days + 1 }, 85401],
    ['an interval of 31 days', { expireType: 1, expireInterval: 31 }, 85401],
    ['an end without its time', { isExpire: true }, 85401],
    ['a type of end that is none', { expireType: 2, expireInterval: 1 }, 85401],
    ['a version that is none', { envVersion: 'production' }, 85402],
  ])('refuses %s', async (_name, args, errCode) => {
    expect(await link({ path: page, ...args })).toBe(errCode)
  })
})

describe('urlscheme.generate', () => {
  test('takes its target in jumpWxa', async () => {
    const url = await scheme({
      jumpWxa: { path: page, query: 'i=abc', envVersion: 'trial' },
      expireType: 1,
      expireInterval: 2,
    })
    expect(Object.fromEntries(new URL(String(url)).searchParams)).toEqual({
      page,
      query: 'i=abc',
      expires: String(second + 2 * days),
      scheme: '1',
    })
  })

  test('refuses what a link refuses', async () => {
    expect(await scheme({ jumpWxa: { path: 'pages/other/index' } })).toBe(40165)
    expect(await scheme({ jumpWxa: { path: page, query: '"' } })).toBe(40212)
    expect(await scheme({ jumpWxa: { path: page, envVersion: 'x' } })).toBe(85402)
    expect(await scheme({ jumpWxa: { path: page }, expireType: 1, expireInterval: 0 })).toBe(85401)
  })
})

describe('what was given out', () => {
  test('is kept newest first, with the address codes point at when they are made', async () => {
    consolePort = 2
    await code({ scene: 's=1', page, envVersion: 'trial' })
    await link({ path: page, query: 'i=2' })
    const [newest, before] = cloud.codes()
    expect(before).toEqual({
      api: 'wxacode.getUnlimited',
      page,
      scene: 's=1',
      envVersion: 'trial',
      function: 'sdk',
      url: 'http://127.0.0.1:2/scan?page=pages%2Fhome%2Findex&scene=s%3D1',
      at: second * 1000,
    })
    expect(newest).toMatchObject({
      api: 'urllink.generate',
      query: 'i=2',
      expiresAt: (second + 30 * days) * 1000,
    })
    const answer: unknown = await (await fetch(`${cloud.url}/__sandbox/codes`)).json()
    expect(answer).toEqual({ codes: cloud.codes() })
  })

  test('is the last fifty', async () => {
    await run(async ({ cloud: sdk }) => {
      for (let at = 0; at < 51; at += 1) await sdk.openapi.urllink.generate({ query: `n=${at}` })
    })
    const queries = cloud.codes().map(({ query }) => query)
    expect([queries.length, queries[0], queries.at(-1)]).toEqual([50, 'n=50', 'n=1'])
  })

  test('holds nothing that was refused', async () => {
    const before = cloud.codes()
    await link({ path: 'pages/other/index' })
    expect(cloud.codes()).toEqual(before)
  })
})

test('without the permission no link is given', async () => {
  const bare = await startTestCloud([{ name: 'sdk', fixture: 'sdk' }])
  const errCode = await inFunction(bare)(({ cloud: sdk }) =>
    sdk.openapi.urllink.generate({}).catch((caught: { errCode?: number }) => caught.errCode),
  )
  expect(errCode).toBe(-604101)
})
