import http from 'node:http'
import type { RunningConsole } from './index'
import { deadUrl, type Fake, logEntry, startFake, startTestConsole } from './test-support'

const SENTENCE = 'the body orders nothing; give at least one of outcome, callback'

let vendor: Fake
let cloud: Fake
let page: RunningConsole
const settings: Record<string, string> = {}

beforeAll(async () => {
  vendor = await startFake({
    'GET /__sandbox/next': { body: { queue: [{ id: 1, outcome: 'pass' }] } },
    'POST /__sandbox/next': { status: 400, body: { error: SENTENCE } },
    'POST /__sandbox/reset': { body: { ok: true } },
    'GET /__sandbox/log': { body: { entries: [logEntry(3, '2026-11-22T03:00:00.000Z')] } },
  })
  cloud = await startFake({ 'POST /timer/sweep': { body: { due: 0 } } })
  page = await startTestConsole({
    vendors: [
      { id: 'qiyuesuo', name: '契约锁', url: vendor.url, orders: { errors: [], paths: [] } },
      {
        id: 'ess',
        name: '腾讯电子签',
        url: await deadUrl(),
        orders: { errors: [], paths: [] },
        switches: [{ variable: 'A_SETTING', choices: ['one', 'two'] }],
      },
    ],
    settings: {
      read: variable => settings[variable],
      change: changes => Object.assign(settings, changes),
    },
    cloudUrl: cloud.url,
  })
})
afterAll(() => Promise.all([page.close(), vendor.close(), cloud.close()]))
beforeEach(() => {
  vendor.asked.length = 0
  cloud.asked.length = 0
})

async function post(path: string, body: unknown = {}, headers: Record<string, string> = {}) {
  const response = await fetch(page.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  return { status: response.status, body: await response.json() }
}

describe('the page', () => {
  it('comes with its script and style and allows nothing from elsewhere', async () => {
    const response = await fetch(page.url)
    const markup = await response.text()

    expect(markup).toContain('下一次会发生什么')
    expect(markup).not.toMatch(/https?:\/\//)
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect((await fetch(`${page.url}/console.js`)).status).toBe(200)
    expect(await (await fetch(`${page.url}/console.css`)).text()).not.toMatch(/url\(|@import/)
  })

  it('hands /phone/ to the phone', async () => {
    expect(await (await fetch(`${page.url}/phone/?openid=oSandboxUser0001`)).text()).toBe(
      '<title>phone</title>',
    )
  })

  it('answers 404 when the phone does not know the path either', async () => {
    const other = await startTestConsole({ phone: async () => false })
    const response = await fetch(`${other.url}/phone/none`)

    expect(response.status).toBe(404)
    expect(await response.json()).toEqual({ code: 'notFound', error: 'nothing answers GET /phone/none' })
    await other.close()
  })

  it('answers 500 in JSON when the phone breaks', async () => {
    const other = await startTestConsole({ phone: () => Promise.reject(new Error('no package')) })
    const response = await fetch(`${other.url}/phone/`)

    expect(response.status).toBe(500)
    expect(await response.json()).toEqual({ code: 'broken', error: 'no package' })
    await other.close()
  })
})

describe('a code', () => {
  const scan = (search: string) => fetch(`${page.url}/scan?${search}`, { redirect: 'manual' })

  it('opened in a browser leads to the phone at its page, as whoever it names', async () => {
    const response = await scan('page=pages%2Fa%2Findex&scene=s%3Dabc&openid=oTwo&platform=windows')
    expect(response.status).toBe(302)
    expect(response.headers.get('location')).toBe(
      '/phone/?openid=oTwo&platform=windows&path=pages%2Fa%2Findex&query=scene%3Ds%253Dabc&scene=1047',
    )
  })

  it('that ended, or is none, says so', async () => {
    const ended = await scan('page=a&query=x&expires=1')
    expect([ended.status, (await ended.json()).code]).toEqual([410, 'codeEnded'])
    expect((await scan('page=a')).status).toBe(400)
  })

  it('is in the list', async () => {
    const code = { api: 'wxacode.getUnlimited', page: 'p', scene: 's', url: 'http://x', at: 1 } as const
    const other = await startTestConsole({ codes: () => [code] })
    expect(await (await fetch(`${other.url}/api/codes`)).json()).toEqual({ codes: [code] })
    expect(await (await fetch(`${page.url}/api/codes`)).json()).toEqual({ codes: [] })
    expect(await (await fetch(`${page.url}/api/messages`)).json()).toEqual({ messages: [] })
    await other.close()
  })
})

describe('vendors', () => {
  it('are shown with their queue, and as not running when they are down', async () => {
    const { vendors } = await (await fetch(`${page.url}/api/vendors`)).json()

    expect(vendors[0]).toMatchObject({ id: 'qiyuesuo', running: true, queue: [{ id: 1, outcome: 'pass' }] })
    expect(vendors[1]).toMatchObject({ id: 'ess', running: false, queue: [] })
  })

  it('get an order without the name of the vendor, and their refusal is passed on', async () => {
    const answer = await post('/api/next', { vendor: 'qiyuesuo', times: 2 })

    expect(answer).toEqual({ status: 400, body: { error: SENTENCE } })
    expect(vendor.asked).toEqual([{ method: 'POST', path: '/__sandbox/next', body: '{"times":2}' }])
  })

  it('that are down make an order fail with 502', async () => {
    const { status, body } = await post('/api/next', { vendor: 'ess', outcome: 'pass' })

    expect(status).toBe(502)
    expect(body.code).toBe('vendorDown')
  })

  it('must be known', async () => {
    expect(await post('/api/next', { vendor: '__proto__' })).toEqual({
      status: 404,
      body: { code: 'vendorUnknown', error: 'vendor must be one of qiyuesuo, ess' },
    })
  })

  it('are reset one or all, whatever is down', async () => {
    expect((await post('/api/reset', { vendor: 'qiyuesuo' })).body).toEqual({ reset: ['qiyuesuo'] })
    expect((await post('/api/reset')).body).toEqual({ reset: ['qiyuesuo'] })
    expect(vendor.asked.map(one => one.path)).toEqual(['/__sandbox/reset', '/__sandbox/reset'])
  })

  it('that cannot clear their queue alone say so', async () => {
    const { status, body } = await post('/api/clear', { vendor: 'qiyuesuo' })

    expect(status).toBe(409)
    expect(body.code).toBe('cannotClear')
    expect(vendor.asked).toEqual([{ method: 'DELETE', path: '/__sandbox/next', body: '' }])
  })
})

describe('batches', () => {
  it('show the code of the operator, where there is one', async () => {
    const withCode = await startTestConsole({ operatorCode: 'sandbox-operator' })
    expect(await (await fetch(`${withCode.url}/api/operator`)).json()).toEqual({ code: 'sandbox-operator' })
    expect(await (await fetch(`${page.url}/api/operator`)).json()).toEqual({ code: null })
    await withCode.close()
  })

  it('lead to the example of a business system, once it runs', async () => {
    let url: string | null = null
    const withExample = await startTestConsole({ businessSystem: () => url })
    const told = async () => (await fetch(`${withExample.url}/api/business-system`)).json()
    expect(await told()).toEqual({ url: null })
    url = 'http://127.0.0.1:8691'
    expect(await told()).toEqual({ url })
    await withExample.close()
  })

  it('hand out a sample sheet to save, in either encoding', async () => {
    const response = await fetch(`${page.url}/sample-sheet.csv`)
    expect(response.headers.get('content-type')).toBe('text/csv')
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="sample-utf8.csv"')
    const bytes = Buffer.from(await response.arrayBuffer())
    expect(bytes.subarray(0, 3).toString('hex')).toBe('efbbbf')
    const gbk = Buffer.from(await (await fetch(`${page.url}/sample-sheet-gbk.csv`)).arrayBuffer())
    expect(new TextDecoder('gbk').decode(gbk)).toBe(bytes.subarray(3).toString('utf8'))
  })
})

describe('the traffic', () => {
  it('is read from those that run, from the cursor on', async () => {
    const first = await (await fetch(`${page.url}/api/traffic`)).json()
    await fetch(`${page.url}/api/traffic?since=${encodeURIComponent(first.cursor)}`)

    expect(first.rows).toHaveLength(1)
    expect(vendor.asked.map(one => one.path)).toEqual(['/__sandbox/log?since=0', '/__sandbox/log?since=3'])
  })
})

describe('the sweep', () => {
  it('is fired in the local cloud', async () => {
    expect(await post('/api/sweep')).toEqual({ status: 200, body: { due: 0 } })
    expect(cloud.asked).toEqual([{ method: 'POST', path: '/timer/sweep', body: '' }])
  })

  it('fails with 502 when the local cloud is down', async () => {
    const other = await startTestConsole({ cloudUrl: await deadUrl() })
    const response = await fetch(`${other.url}/api/sweep`, { method: 'POST' })

    expect(response.status).toBe(502)
    expect((await response.json()).code).toBe('cloudDown')
    await other.close()
  })
})

describe('the guard', () => {
  it('refuses orders from pages of other origins, other ports of this machine included', async () => {
    for (const origin of ['https://example.com', 'http://127.0.0.1:1', 'null']) {
      const { status, body } = await post('/api/sweep', {}, { origin })
      expect([status, body.code]).toEqual([403, 'foreignOrigin'])
    }
    expect(cloud.asked).toEqual([])
  })

  it('accepts orders from its own page', async () => {
    expect((await post('/api/sweep', {}, { origin: page.url })).status).toBe(200)
  })

  it('refuses every request under a foreign host name', async () => {
    const status = await new Promise(resolve => {
      http.get(`${page.url}/api/traffic`, { headers: { host: 'evil.example:8686' } }, response => {
        response.resume()
        resolve(response.statusCode)
      })
    })
    expect(status).toBe(403)
  })

  it('refuses bodies that are no JSON object, or too large', async () => {
    expect((await post('/api/next', '[]')).body.error).toBe('the body must be a JSON object')
    expect((await post('/api/next', '{')).body.error).toBe('the body is not valid JSON')
    expect((await post('/api/next', JSON.stringify('x'.repeat(70_000)))).status).toBe(413)
  })

  it('knows no other route', async () => {
    expect((await fetch(`${page.url}/api/next`)).status).toBe(404)
    expect((await fetch(`${page.url}/style/base.css`)).status).toBe(404)
  })
})

describe('a switch', () => {
  const chosen = async () => {
    const { vendors } = await (await fetch(`${page.url}/api/vendors`)).json()
    return vendors.map((one: { chosen: unknown }) => one.chosen)
  }

  it('stands at its first choice until it is turned', async () => {
    expect(await chosen()).toEqual([{}, { A_SETTING: 'one' }])
    await post('/api/switch', { vendor: 'ess', variable: 'A_SETTING', value: 'two' })
    expect([settings, await chosen()]).toEqual([{ A_SETTING: 'two' }, [{}, { A_SETTING: 'two' }]])
  })

  it.each([
    ['ess', 'A_SETTING', 'three'],
    ['ess', 'SEAL_KEYS', 'one'],
    ['qiyuesuo', 'A_SETTING', 'one'],
  ])('of %s does not set %s to %s', async (vendor, variable, value) => {
    expect(await post('/api/switch', { vendor, variable, value })).toMatchObject({
      status: 400,
      body: { code: 'switchUnknown' },
    })
  })
})
