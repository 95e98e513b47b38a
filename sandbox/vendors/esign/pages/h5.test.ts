import {
  dataOf,
  ORG_PATH,
  ORGANIZATION,
  PERSON,
  PERSON_PATH,
  PSN_LINK,
  startTestSimulator,
  type TestSimulator,
  V3_PERSON,
} from '../test-support'
import { type VisitedPage, visit } from './test-support'

let simulator: TestSimulator
let page: VisitedPage | undefined

beforeEach(async () => {
  simulator = await startTestSimulator()
})
afterEach(async () => {
  page?.close()
  page = undefined
  await simulator.close()
})

const DAYS_30 = 30 * 24 * 3_600_000
const linksOf = async (path: string, body: unknown) => dataOf((await simulator.api('POST', path, body)).body)
const open = async (url: unknown) => {
  page = await visit(String(url))
  return page
}
const titleOf = async (url: unknown) => (await open(url)).textOf('notice-title')

describe('the page behind a link', () => {
  test('shows what is known masked, what is locked locked, and nothing in clear', async () => {
    const configParams = { indivUneditableInfo: ['name'] }
    const { url } = await linksOf(PERSON_PATH, { ...PERSON, configParams })
    const opened = await open(url)
    opened.tap('way-telecom')
    await opened.stageShown('person-form')
    expect(opened.element('stage').querySelector('[data-locked=name]')?.textContent).toContain('测***')
    expect(opened.element('idNumber').getAttribute('placeholder')).toBe('11**************15（可修改）')
    for (const value of ['测试员甲', '110101199001010015', '10020033001']) {
      expect(opened.window.document.documentElement.outerHTML).not.toContain(value)
    }
  })

  test('tells no host anything', async () => {
    const { url } = await linksOf(PERSON_PATH, PERSON)
    const opened = await open(url)
    opened.tap('close')
    expect(opened.textOf('hint')).toBe('可以关闭本页了')
    expect(opened.sent).toEqual([])
  })

  test.each([
    [
      PERSON_PATH,
      { ...PERSON, contextInfo: { redirectUrl: 'https://example.test/done?a=1&b=2' } },
      'url',
      undefined,
    ],
    [
      PSN_LINK,
      { ...V3_PERSON, redirectConfig: { redirectUrl: 'https://example.test/done?a=1&b=2' } },
      'authUrl',
      '5',
    ],
  ])('of %s ends at its redirectUrl', async (path, body, link, after) => {
    const opened = await open((await linksOf(path, body))[link])
    opened.tap('pass')
    await opened.resultShown()
    expect(opened.element('return').getAttribute('href')).toBe('https://example.test/done?a=1&b=2')
    expect(opened.element('result').dataset.after).toBe(after)
  })

  test.each([
    [PERSON_PATH, PERSON, 'url'],
    [PSN_LINK, { ...V3_PERSON, redirectConfig: { redirectUrl: 'wechat://back' } }, 'authUrl'],
  ])('of %s ends where it is without a web address', async (path, body, link) => {
    const opened = await open((await linksOf(path, body))[link])
    opened.tap('pass')
    await opened.resultShown()
    expect(opened.has('return')).toBe(false)
  })

  test('of an organization without agent begins with its data', async () => {
    const { url } = await linksOf(ORG_PATH, { ...ORGANIZATION, availableAuthTypes: ['LEGAL_REP_AUTH'] })
    const opened = await open(url)
    expect(opened.stage()).toBe('org-info')
    opened.tap('submit')
    await opened.stageShown('org-way')
    expect(opened.has('way-legalRep')).toBe(true)
    expect(opened.has('way-transfer')).toBe(false)
  })

  test('can be opened again and shows how far it got', async () => {
    const { url, flowId } = await linksOf(PERSON_PATH, PERSON)
    await simulator.act(String(flowId), 'choose', { way: 'telecom' })
    expect((await open(url)).stage()).toBe('person-form')
    page?.close()
    await simulator.act(String(flowId), 'pass')
    expect((await open(url)).textOf('result-title')).toBe('认证成功')
  })
})

describe('a link', () => {
  test('is short for the long one', async () => {
    const { url, shortLink } = await linksOf(PERSON_PATH, PERSON)
    const response = await fetch(String(shortLink), { redirect: 'manual' })
    expect(response.status).toBe(302)
    expect(response.headers.get('location')).toBe(url)
  })

  test.each([
    [PERSON_PATH, PERSON, 'url'],
    [PSN_LINK, V3_PERSON, 'authUrl'],
  ])('of %s that was cut at its first & is a blank page', async (path, body, link) => {
    const url = String((await linksOf(path, body))[link])
    const response = await fetch(url.slice(0, url.indexOf('&')))
    expect(await response.text()).toBe('')
  })

  test.each(['ctx', 'appId', 'flowId'])('with another %s is dead', async name => {
    const url = new URL(String((await linksOf(PERSON_PATH, PERSON)).url))
    url.searchParams.set(name, 'x')
    expect(await titleOf(url)).toBe('链接已失效')
  })

  test('that is short ends after 30 days, and v3’s long one too; v2’s long one never does', async () => {
    const v2 = await linksOf(PERSON_PATH, PERSON)
    const v3 = await linksOf(PSN_LINK, V3_PERSON)
    await simulator.passTime(DAYS_30)
    expect((await open(v3.authUrl)).stage()).toBe('person-way')
    await simulator.passTime(1)
    for (const url of [v2.shortLink, v3.authShortUrl, v3.authUrl, `${simulator.url}/t/none`]) {
      page?.close()
      expect(await titleOf(url)).toBe('链接已失效')
    }
    page?.close()
    expect((await open(v2.url)).stage()).toBe('person-way')
  })

  test('of an expired flow says so', async () => {
    const { url, flowId } = await linksOf(PERSON_PATH, PERSON)
    await simulator.control('POST', 'expire', { flowId })
    expect(await titleOf(url)).toBe('流程已过有效期')
  })
})

test('a page may load nothing from elsewhere and be framed from this machine only', async () => {
  const response = await fetch(`${simulator.url}/mini-program`)
  const csp = response.headers.get('content-security-policy') ?? ''
  expect(csp).toContain("default-src 'none'")
  expect(csp).toContain('frame-ancestors http://127.0.0.1:* http://localhost:*')
})

test('markup in what was told is shown as text', async () => {
  const { url } = await linksOf(ORG_PATH, {
    orgEntity: { name: '<b>x</b>' },
    availableAuthTypes: ['LEGAL_REP_AUTH'],
  })
  const opened = await open(url)
  expect(opened.element('stage').querySelector('b')).toBeNull()
  expect(opened.element('orgName').getAttribute('placeholder')).toBe('<b>x</b>（可修改）')
})

test('the index page lists what happened', async () => {
  const flowId = await simulator.organization()
  const opened = await open(`${simulator.url}/`)
  expect(opened.window.document.querySelector(`[data-flow-id="${flowId}"]`)?.textContent).toContain(
    '企业 · 待选择认证方式',
  )
})
