/** The page as it is served, run in jsdom against the console's own server. */
import { JSDOM } from 'jsdom'
import { esign } from '../../vendors/esign/local'
import { ess as essRow } from '../../vendors/ess/local'
import { qiyuesuo } from '../../vendors/qiyuesuo/local'
import type { RunningConsole } from '../index'
import type { GivenCode } from '../shapes'
import { deadUrl, type Fake, logEntry, startFake, startTestConsole } from '../test-support'

let vendor: Fake
let ess: Fake
let page: RunningConsole
let dom: JSDOM
const codes: GivenCode[] = [
  {
    api: 'wxacode.getUnlimited',
    page: 'pages/invite/index',
    scene: 'i=<b>abcdefghijklmnopqrstu',
    url: 'http://127.0.0.1:8686/scan?page=pages%2Finvite%2Findex&scene=i%3Dabc',
    at: Date.now(),
  },
  {
    api: 'urllink.generate',
    page: '',
    query: 'from=link',
    url: 'http://127.0.0.1:8686/scan?page=&query=from%3Dlink&expires=1',
    at: Date.now(),
  },
]

beforeAll(async () => {
  vendor = await startFake({
    'GET /__sandbox/next': { body: { queue: [{ id: 1, timesLeft: 1, outcome: 'review' }] } },
    'POST /__sandbox/next': { status: 400, body: { error: 'outcome must be one of pass, fail, review' } },
    'POST /__sandbox/reset': { body: { ok: true } },
    'GET /__sandbox/log': {
      body: {
        entries: [
          logEntry(1, '2026-11-22T03:00:00.000Z', {
            path: '/v2/<img src=x>',
            body: { name: '<b>测*</b>' },
          }),
        ],
      },
    },
  })
  ess = await startFake({
    'GET /__sandbox/next': {
      body: { queue: [{ id: 1, timesLeft: 1, path: '/CreateUserVerifyUrl', hang: true }] },
    },
    'POST /__sandbox/next': { body: { queued: [1] } },
    'POST /__sandbox/reset': { body: { ok: true } },
    'GET /__sandbox/log': { body: { entries: [] } },
  })
  page = await startTestConsole({
    vendors: [
      { id: 'qiyuesuo', name: '契约锁', url: vendor.url, orders: qiyuesuo.orders },
      { id: 'ess', name: '腾讯电子签', url: ess.url, orders: essRow.orders },
      { id: 'esign', name: 'e签宝', url: await deadUrl(), orders: esign.orders },
    ],
    operatorCode: 'sandbox-operator',
    businessSystem: () => 'http://127.0.0.1:8691',
    codes: () => codes,
    cloudTraffic: () => [
      { id: 1, at: Date.now(), function: 'sweep', trigger: 'timer', ms: 5, ok: false, errorCode: '-504002' },
    ],
  })
  const [markup, script] = await Promise.all(
    ['/', '/console.js'].map(async path => (await fetch(page.url + path)).text()),
  )
  dom = new JSDOM(markup, { url: page.url, runScripts: 'outside-only', pretendToBeVisual: true })
  Object.assign(dom.window, {
    fetch: (path: string, init?: RequestInit) => fetch(page.url + path, init),
    confirm: () => true,
  })
  dom.window.eval(script ?? '')
  await until(() => all('#traffic li').length > 0)
})
afterAll(async () => {
  dom.window.close()
  await Promise.all([page.close(), vendor.close(), ess.close()])
})
beforeEach(() => {
  vendor.asked.length = 0
  ess.asked.length = 0
})

const all = (selector: string) => [...dom.window.document.querySelectorAll<HTMLElement>(selector)]
function one(selector: string): HTMLElement {
  const [found] = all(selector)
  if (!found) throw new Error(`nothing is ${selector}`)
  return found
}
const texts = (selector: string) => all(selector).map(node => node.textContent)
const press = (label: string) =>
  all('button')
    .find(node => node.textContent === label)
    ?.click()
async function until(condition: () => boolean): Promise<void> {
  const deadline = performance.now() + 15_000
  while (!condition()) {
    if (performance.now() > deadline) throw new Error('waited 15 s in vain')
    await new Promise(resolve => setTimeout(resolve, 10))
  }
}

it('opens the phone as the first user and restarts it as another', () => {
  const frame = one('#phone')
  expect(frame.getAttribute('src')).toBe('/phone/?openid=oSandboxUser0001')
  expect(texts('#persona button')).toEqual(['测试员甲', '10020033001', '110101199001010015'])

  const user = one('#user')
  Object.assign(user, { value: 'oSandboxUser0003' })
  user.dispatchEvent(new dom.window.Event('change'))
  expect(frame.getAttribute('src')).toBe('/phone/?openid=oSandboxUser0003')
  expect(texts('#persona button')[0]).toBe('测试员丙')
})

it('begins with three ways; a step lights up, and a form that is not there is said', async () => {
  expect(texts('#ways button')).toEqual(['一个人', '用码邀请', '一批企业'])
  expect(all('#steps li')).toHaveLength(5)
  expect(texts('#steps .next .step-text')).toEqual(['在手机首页点“开始认证”'])
  dom.window.postMessage({ phone: 1, type: 'route', route: 'packages/verify/person/index' }, '*')
  await until(() => all('#steps .done').length === 1)
  press('填入')
  await until(() => texts('#guide-notice')[0] !== '')
  expect(texts('#guide-notice')).toEqual(['手机上还没有打开这张表单'])
  one('[data-way="batch"]').click()
  expect(all('#steps .done')).toEqual([])
  expect(all('#steps li')).toHaveLength(6)
  one('[data-way="one"]').click()
})

it('sets the phone: what is chosen is kept and part of its address', () => {
  const theme = one('[data-look="theme"]')
  Object.assign(theme, { value: 'dark' })
  theme.dispatchEvent(new dom.window.Event('change'))
  expect(one('#phone').getAttribute('src')).toContain('theme=dark')
  Object.assign(one('[data-look="theme"]'), { value: '' })
  one('[data-look="theme"]').dispatchEvent(new dom.window.Event('change'))
  expect(one('#phone').getAttribute('src')).not.toContain('theme')
})

it('shows the orders of one provider at a time', () => {
  const shown = () => all('[data-vendor]').filter(card => !card.hidden)
  expect(shown()).toHaveLength(1)
  one('[data-vendor-tab="ess"]').click()
  expect(shown().map(card => card.dataset.vendor)).toEqual(['ess'])
  one('[data-vendor-tab="qiyuesuo"]').click()
})

it('lists the codes that were given out, newest first', async () => {
  await until(() => all('#codes li').length === 2)
  expect(texts('#codes .code-page')).toEqual(['pages/invite/index', '首页'])
  expect(texts('#codes .code-scene')).toEqual(['小程序码 i=<b>abcdefghijklm…', '链接 from=link'])
  expect(one('#codes-empty').hidden).toBe(true)
})

it('scans a code as the chosen user, and no link that ended', async () => {
  await until(() => all('#codes li').length === 2)
  const [code, link] = all('#codes [data-do="scan"]')
  code?.click()
  const address =
    '/phone/?openid=oSandboxUser0003&path=pages%2Finvite%2Findex&query=scene%3Di%253Dabc&scene=1047'
  expect(one('#phone').getAttribute('src')).toBe(address)
  link?.click()
  expect(one('#scan-notice').textContent).toBe('这个链接已过期')
  expect(one('#phone').getAttribute('src')).toBe(address)
})

it('scans what is pasted', () => {
  Object.assign(one('#scan-text'), { value: 'pages/home/index?id=1' })
  one('#scan-form button').click()
  expect(one('#phone').getAttribute('src')).toBe(
    '/phone/?openid=oSandboxUser0003&path=pages%2Fhome%2Findex&query=id%3D1&scene=1047',
  )
  expect(one('#scan-notice').textContent).toBe('')
  one('#restart').click()
  expect(one('#phone').getAttribute('src')).toBe('/phone/?openid=oSandboxUser0003')
})

it('shows a vendor that is down as not running, with nothing to press', () => {
  expect(texts('[data-vendor] .badge')).toEqual(['运行中', '运行中', '未运行'])
  expect(one('[data-vendor="esign"] fieldset').hasAttribute('disabled')).toBe(true)
  expect(texts('[data-vendor="qiyuesuo"] .queue li')).toEqual(['转人工'])
})

it('orders of a second vendor go to it alone, kept for one of its actions', async () => {
  expect(texts('[data-vendor="ess"] .queue li')).toEqual(['/CreateUserVerifyUrl · 不回答'])
  const path = one('[data-vendor="ess"] [data-do="path"]')
  Object.assign(path, { value: '/CreateBatchOrganizationRegistrationTasks' })
  all('[data-vendor="ess"] .chip')
    .find(node => node.textContent === 'RequestLimitExceeded')
    ?.click()
  await until(() => ess.asked.some(asked => asked.method === 'POST'))
  const sent = ess.asked.find(asked => asked.method === 'POST')
  expect(JSON.parse(sent?.body ?? '')).toMatchObject({
    path: '/CreateBatchOrganizationRegistrationTasks',
    error: { code: 'RequestLimitExceeded' },
  })
  Object.assign(path, { value: '' })
  one('[data-vendor="ess"] [data-do="reset"]').click()
  await until(() => ess.asked.some(asked => asked.path === '/__sandbox/reset'))
  expect(vendor.asked.filter(asked => asked.method === 'POST')).toEqual([])
})

it('shows a company, the code of the operator and the way to a sample sheet', async () => {
  await until(() => all('#operator button').length === 1)
  expect(texts('#company button')).toEqual([
    '测试甲有限公司',
    '91110000MA0TEB00XA',
    '测试员甲',
    '北京市东城区测试路1号',
  ])
  expect(texts('#operator dt, #operator button')).toEqual(['开通码', 'sandbox-operator'])
  expect(one('#sample-sheet').textContent).toBe('示例表格')
  expect(one('#sample-sheet').getAttribute('href')).toBe('/sample-sheet.csv')
})

it('leads to the business system that runs beside it', async () => {
  await until(() => !one('#business-system-card').hidden)
  expect(one('#business-system').getAttribute('href')).toBe('http://127.0.0.1:8691')
})

it('sends an order with one tap and shows the sentence of a refusal', async () => {
  press('转人工')
  await until(() => one('[data-vendor="qiyuesuo"] .notice').textContent !== '')

  expect(one('[data-vendor="qiyuesuo"] .notice').textContent).toBe(
    'outcome must be one of pass, fail, review',
  )
  expect(vendor.asked.find(asked => asked.method === 'POST')?.body).toBe('{"outcome":"review"}')
})

it('shows the traffic newest first and opens a row', () => {
  expect(texts('#traffic .route')).toEqual(['定时器 → sweep', '云函数 → 契约锁'])
  expect(texts('#traffic .status')).toEqual(['-504002', '200'])

  const head = one('[data-key="qiyuesuo-1"] button')
  head.click()
  expect(head.getAttribute('aria-expanded')).toBe('true')
  expect(texts('[data-key="qiyuesuo-1"] h4')).toEqual(['请求', '应答'])
})

it('never lets logged text become markup', () => {
  expect(one('[data-key="qiyuesuo-1"] .what').textContent).toContain('<img src=x>')
  expect(one('[data-key="qiyuesuo-1"] pre').textContent).toContain('<b>测*</b>')
  expect(all('#traffic img, #traffic b')).toEqual([])
})

it('filters by party', () => {
  const party = one('#party')
  Object.assign(party, { value: 'phone' })
  party.dispatchEvent(new dom.window.Event('change'))
  expect(texts('#traffic .route')).toEqual([])
  expect(one('#traffic-empty').hidden).toBe(false)

  Object.assign(party, { value: '' })
  party.dispatchEvent(new dom.window.Event('change'))
  expect(one('#traffic-empty').hidden).toBe(true)
})

it('believes its own phone only', () => {
  const tell = (message: string, from: Partial<MessageEventInit>) =>
    dom.window.dispatchEvent(
      new dom.window.MessageEvent('message', {
        data: { phone: 1, type: 'error', where: 'App', message },
        ...from,
      }),
    )
  const source = dom.window.document.querySelector('iframe')?.contentWindow ?? null
  tell('another window', { source: null, origin: page.url })
  tell('another origin', { source, origin: 'http://127.0.0.1:1' })
  tell('the phone', { source, origin: page.url })

  expect(texts('#phone-errors li')).toEqual(['App: the phone'])
  expect(texts('[data-fact="errors"] dd')).toEqual(['1'])
})

it('offers a whole reset where the queue cannot be cleared alone', async () => {
  one('[data-vendor="qiyuesuo"] [data-do="clear"]').click()
  await until(() => all('#traffic li').length === 1)

  expect(vendor.asked.map(asked => asked.path)).toContain('/__sandbox/reset')
})

it('speaks English at a press and remembers it', () => {
  one('[data-language="en"]').click()
  expect(one('#next-title').textContent).toBe('What happens next')
  expect(one('#phone').title).toBe('Phone')
  expect(texts('[data-vendor] .badge')).toEqual(['running', 'running', 'not running'])
  expect(texts('#operator dt')).toEqual(['Code'])
  expect(texts('#codes .code-page')).toEqual(['pages/invite/index', 'home page'])
  expect(dom.window.document.documentElement.lang).toBe('en')
  expect(dom.window.localStorage.getItem('console.language')).toBe('en')
})
