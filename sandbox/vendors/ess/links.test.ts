import { inflateSync } from 'node:zlib'
import jsQR from 'jsqr'
import {
  ADMIN,
  type Json,
  NOW,
  OPERATOR,
  row,
  signedHeaders,
  startTestSimulator,
  type TestSimulator,
} from './test-support'

let simulator: TestSimulator
beforeEach(async () => {
  simulator = await startTestSimulator()
})
afterEach(() => simulator.close())

const DAY_MS = 24 * 3_600_000
const linkOf = async (Endpoint: string, rows?: Json[]) =>
  String((await simulator.link(rows ?? (await simulator.batch()), { Endpoint })).AuthUrl)
const rowLink = async (Endpoint: string) => {
  const [one] = await simulator.batch([row()], { BatchAuthMethod: 0, Endpoint })
  return String(one?.AuthUrl)
}

describe('the forms of links', () => {
  test.each([
    [
      'HTTP',
      /^\/cdn\/h5-activity-dev\/jump-mp\.html\?to=AUTHORIZATION_ENTERPRISE_FOR_BATCH_SUBMIT&shortKey=yD\w{18}$/,
    ],
    ['HTTP_SHORT_URL', /^\/s\/\w{10}$/],
    ['QR_CODE', /^\/imgs\/qrcode_urls\/authorization_enterprise_for_batch_submit\/yD\w{30}\.png$/],
  ])('of one link for many: %s', async (endpoint, form) => {
    const address = await linkOf(endpoint)
    expect(address.startsWith(`${simulator.url}/`)).toBe(true)
    expect(address.slice(simulator.url.length)).toMatch(form)
    expect((await fetch(address)).status).toBe(200)
  })

  test('of one link for many is HTTP unless asked otherwise', async () => {
    const { AuthUrl } = await simulator.link(await simulator.batch())
    expect(AuthUrl).toContain('/jump-mp.html?')
  })

  test.each([
    ['PC', /^http:.*\/console\/batch-register\?token=yD\w{30}&orgName=示例第1科技有限公司$/],
    ['SHORT_URL', /^http:.*\/s\/\w{10}$/],
    [
      'APP',
      /^\/pages\/guide\/index\?to=REGISTER_ENTERPRISE_FOR_BATCH&urlAuthToken=yD\w{30}&orgName=示例第1科技有限公司$/,
    ],
    ['H5', /^http:.*\/guide\?Code=yD\w{30}&CodeType=QUICK&shortKey=yD\w{18}$/],
    ['SHORT_H5', /^http:.*\/s\/\w{10}$/],
  ])('of a row: %s', async (endpoint, form) => {
    const address = await rowLink(endpoint)
    expect(address).toMatch(form)
    const page = endpoint === 'APP' ? await simulator.enter(address) : await simulator.open(address)
    expect(page.status).toBe(200)
    expect(page.markup).toContain('示例第1科技有限公司')
  })

  test('the picture holds the link of a browser', async () => {
    const response = await fetch(await linkOf('QR_CODE'))
    expect(response.headers.get('content-type')).toBe('image/png')
    const text = readCode(Buffer.from(await response.arrayBuffer()))
    expect(text).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/cdn\/h5-activity-dev\/jump-mp\.html\?/)
    const page = await simulator.open(text)
    expect((await page.press('passAll')).body).toEqual({ ok: true })
  })
})

test('in the text of an answer & is written as \\u0026', async () => {
  const rows = await simulator.batch()
  const body = JSON.stringify({
    Operator: OPERATOR,
    AdminName: ADMIN.AdminName,
    AdminMobile: ADMIN.AdminMobile,
    SubTaskIds: rows.map(one => one.SubTaskId),
    Endpoint: 'APP',
  })
  const timestamp = NOW / 1000 + 3
  const headers = signedHeaders('CreateBatchOrganizationAuthorizationUrl', body, {
    host: simulator.host,
    timestamp,
  })
  const text = await (await fetch(simulator.url, { method: 'POST', headers, body })).text()
  expect(text).toContain('SUBMIT\\u0026shortKey=')
  expect(JSON.parse(text).Response.AuthUrl).toContain('SUBMIT&shortKey=')
})

describe('inside the mini program', () => {
  const spoil: [string, (path: string) => string][] = [
    ['& escaped for JSON', path => path.replace('&', '\\u0026')],
    ['& escaped for HTML', path => path.replace('&', '&amp;')],
    ['a slash in front', path => `/${path}`],
    ['another parameter', path => `${path}&from=app`],
    ['an encoded query', path => encodeURIComponent(path)],
    ['half its key', path => path.slice(0, -4)],
  ]

  test.each(spoil)('a path with %s leads nowhere', async (_, change) => {
    const page = await simulator.enter(change(await linkOf('APP')))
    expect(page.status).toBe(404)
    expect(page.session).toBe('')
  })

  test('the slash and the raw name of a row belong to its path', async () => {
    const path = await rowLink('APP')
    expect((await simulator.enter(path)).status).toBe(200)
    expect((await simulator.enter(path.slice(1))).status).toBe(404)
    expect((await simulator.enter(encodeURI(path))).status).toBe(404)
  })

  test.each<Record<string, string>>([
    { envVersion: 'trial' },
    { envVersion: 'develop' },
    { appId: 'wxa023b292fd19d41d' },
  ])('%o is the wrong environment', async more => {
    expect((await simulator.enter(await linkOf('APP'), more)).status).toBe(403)
  })

  test('a link of a browser leads nowhere', async () => {
    expect((await simulator.enter(await linkOf('HTTP'))).status).toBe(404)
  })

  test('the shell is served', async () => {
    const response = await fetch(`${simulator.url}/mini-program`)
    expect(response.status).toBe(200)
    expect(await response.text()).toContain('wxMiniProgram')
  })
})

describe('the life of a link', () => {
  test('of a batch is seven days', async () => {
    const path = await linkOf('APP')
    await simulator.passTime(7 * DAY_MS - 1)
    const page = await simulator.enter(path)
    expect(page.status).toBe(200)
    await simulator.passTime(1)
    expect((await simulator.enter(path)).status).toBe(410)
    expect((await page.press('passAll')).status).toBe(410)
  })

  test('of a row is seven days too', async () => {
    const path = await rowLink('APP')
    await simulator.passTime(7 * DAY_MS)
    expect((await simulator.enter(path)).status).toBe(410)
  })

  test('can be ended by order, by organization or by address', async () => {
    const rows = await simulator.batch()
    const [path, address, picture] = [
      await linkOf('APP', rows),
      await linkOf('HTTP', rows),
      await linkOf('QR_CODE', rows),
    ]
    expect((await simulator.control('POST', 'expire', { url: address })).body).toEqual({ expired: 1 })
    expect((await simulator.open(address)).status).toBe(410)
    expect((await simulator.enter(path)).status).toBe(200)
    const ended = await simulator.control('POST', 'expire', { organizationName: '示例第1科技有限公司' })
    expect(ended.status).toBe(200)
    expect((await simulator.enter(path)).status).toBe(410)
    expect((await fetch(picture)).status).toBe(404)
    expect((await simulator.control('POST', 'expire', { url: 'pages/nowhere' })).status).toBe(404)
  })

  test('ends with its flows', async () => {
    const path = await linkOf('APP')
    await simulator.api('DeleteOrganizationAuthorizations', {
      AdminName: '李小四',
      AdminMobile: '13900000000',
    })
    expect((await simulator.enter(path)).status).toBe(404)
  })
})

describe('acting on a page', () => {
  test('needs its session and one of its organizations', async () => {
    const rows = await simulator.batch([row(0), row(1)])
    const page = await simulator.enter(await linkOf('APP', rows))
    expect((await page.press('pass')).status).toBe(409)
    expect((await page.press('pass', 'yDother')).status).toBe(409)
    expect((await page.press('verify')).status).toBe(409)
    expect((await page.press('dance')).status).toBe(400)
    expect((await page.press('pass', String(rows[0]?.SubTaskId))).body).toEqual({ ok: true })
    expect(await simulator.statusOf('示例第1科技有限公司')).toMatchObject({ AuthStatus: 2 })
    expect(await simulator.statusOf('示例第2科技有限公司')).toMatchObject({ AuthStatus: 0 })
    const nowhere = await simulator.enter('pages/guide/index')
    expect((await nowhere.press('passAll')).status).toBe(400)
  })

  test('passes all that is left, once', async () => {
    const rows = await simulator.batch([row(0), row(1)])
    const page = await simulator.enter(await linkOf('APP', rows))
    await page.press('fail', String(rows[1]?.SubTaskId))
    expect((await page.press('passAll')).status).toBe(200)
    expect((await page.press('passAll')).status).toBe(409)
    expect(await simulator.statusOf('示例第2科技有限公司')).toMatchObject({ IsVerified: false })
  })

  test('a page shows persons masked', async () => {
    const { markup } = await simulator.enter(await linkOf('APP'))
    expect(markup).toContain('李*四')
    for (const secret of ['李小四', '13900000000', '110101199003070003']) expect(markup).not.toContain(secret)
  })
})

/** Reads the one-bit pictures that this project writes. */
function readCode(png: Buffer): string {
  const width = png.readUInt32BE(16)
  const start = png.indexOf('IDAT') + 4
  const rows = inflateSync(png.subarray(start, start + png.readUInt32BE(start - 8)))
  const stride = 1 + Math.ceil(width / 8)
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255)
  for (let y = 0; y < width; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const isLight = ((rows[y * stride + 1 + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1
      if (!isLight) pixels.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3)
    }
  }
  return jsQR(pixels, width, width)?.data ?? ''
}
