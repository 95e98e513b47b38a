import { until } from '../../kit/test-support'
import { PERSON, startTestSimulator, type TestSimulator, USER } from '../test-support'
import { BACK, emitted, JUMP, READY, type VisitedPage, visit } from './test-support'

let simulator: TestSimulator
let page: VisitedPage

beforeEach(async () => {
  simulator = await startTestSimulator()
})
afterEach(async () => {
  page.close()
  await simulator.close()
})

const openPlugin = async (query = 'env=cn&hasCb=true', request: unknown = PERSON) => {
  page = await visit(
    `${simulator.url}/plugin/personal-auth?ticket=${await simulator.ticket(request)}&${query}`,
  )
}

const SUCCESS = emitted('authSuccessCb')
const FAIL = emitted('authFailCb')

describe('the plugin page with hasCb', () => {
  test.each([
    ['pass', '认证成功', SUCCESS],
    ['fail', '认证失败', FAIL],
  ])('after %s emits once and waits for jumpTo', async (action, title, event) => {
    await openPlugin()
    expect(page.sent).toEqual([READY])
    page.tap(action)
    await page.resultShown()
    expect(page.textOf('result-title')).toBe(title)
    expect(page.sent).toEqual([READY])
    page.tap('return')
    page.tap('return')
    expect(page.sent).toEqual([READY, event])
    page.jumpTo()
    expect(page.sent).toEqual([READY, event, JUMP])
  })

  test('jumps where it is told', async () => {
    await openPlugin()
    page.tap('pass')
    await page.resultShown()
    page.tap('return')
    page.jumpTo('/pages/result/index?id=1')
    expect(page.sent.at(-1)).toEqual({ ...JUMP, url: '/pages/result/index?id=1' })
  })

  test('stays when the address is not absolute, and says so', async () => {
    await openPlugin()
    page.tap('pass')
    await page.resultShown()
    page.tap('return')
    page.jumpTo('pages/result/index')
    expect(page.sent).toEqual([READY, SUCCESS])
    expect(page.textOf('result-wait')).toBe('jumpTo 的地址必须是绝对路径')
  })

  test('does not listen to jumpTo before it emitted', async () => {
    await openPlugin()
    page.jumpTo('/pages/early')
    page.tap('pass')
    await page.resultShown()
    page.jumpTo('/pages/early')
    expect(page.sent).toEqual([READY])
  })

  test('returns by itself after three seconds', async () => {
    await openPlugin()
    page.tap('pass')
    await page.resultShown()
    expect(page.textOf('result-wait')).toBe('3 秒后自动返回')
    await until(() => page.sent.length === 2)
    expect(page.sent).toEqual([READY, SUCCESS])
  })

  test('leaves a manual review without an event', async () => {
    await openPlugin()
    page.tap('review')
    await page.resultShown()
    expect(page.textOf('result-title')).toBe('已提交人工审核')
    page.tap('return')
    expect(page.sent).toEqual([READY, BACK])
  })

  test('is left without acting', async () => {
    await openPlugin()
    page.tap('close')
    expect(page.sent).toEqual([READY, BACK])
    const { body } = await simulator.control('GET', 'attempts')
    expect(body.attempts).toEqual([expect.objectContaining({ state: 'waiting' })])
  })

  test('shows the result at once when the person acted without it', async () => {
    await simulator.control('POST', 'next', { outcome: 'fail', auto: true })
    await openPlugin()
    expect(page.element('form').hidden).toBe(true)
    page.tap('return')
    expect(page.sent).toEqual([READY, FAIL])
  })
})

describe('the plugin page', () => {
  test.each(['env=cn', 'env=cn&hasCb=false'])('with %s returns without an event', async query => {
    await openPlugin(query)
    page.tap('pass')
    await page.resultShown()
    page.tap('return')
    page.jumpTo('/pages/x')
    expect(page.sent).toEqual([READY, BACK])
  })

  test('asks for what is missing before it passes', async () => {
    await openPlugin(undefined, { user: USER })
    page.tap('pass')
    expect(page.textOf('hint')).toBe('请先填写姓名和证件号码')
    page.input('name', '张三')
    page.input('idNumber', '110101199003070000')
    page.tap('pass')
    await page.resultShown()
  })

  test('sends the chosen mode', async () => {
    await openPlugin()
    page.window.document.querySelector<HTMLInputElement>('[value=BANK]')?.click()
    page.tap('pass')
    await page.resultShown()
    const { body } = await simulator.control('GET', 'attempts')
    expect(body.attempts).toEqual([expect.objectContaining({ state: 'passed', mode: 'BANK' })])
  })

  test.each([
    { garbage: true },
    { error: { code: 1001, message: 'ERROR' } },
    { error: { httpStatus: 500, code: 1001, message: 'ERROR' } },
    { drop: 'before' },
  ])('tells of %j and can be tried again', async fault => {
    await openPlugin()
    await simulator.control('POST', 'next', { path: '/plugin/act', ...fault })
    page.tap('pass')
    await until(() => page.textOf('hint') !== '')
    expect(page.element('result').hidden).toBe(true)
    page.tap('pass')
    await page.resultShown()
  })

  test('with a dead ticket offers only the way back', async () => {
    page = await visit(`${simulator.url}/plugin/personal-auth?ticket=dead&env=cn&hasCb=true`)
    expect(page.textOf('notice-title')).toBe('链接已失效')
    expect(page.window.document.querySelectorAll('button')).toHaveLength(1)
    page.tap('return')
    expect(page.sent).toEqual([READY, BACK])
  })
})

describe('the H5 page', () => {
  test('ends at callbackPage and tells the host nothing', async () => {
    const { authUrl } = await simulator.link({ ...PERSON, callbackPage: 'https://example.test/done?a=1&b=2' })
    page = await visit(authUrl)
    page.tap('pass')
    await page.resultShown()
    expect(page.element('return').getAttribute('href')).toBe('https://example.test/done?a=1&b=2')
    expect(page.sent).toEqual([])
  })

  test('without callbackPage says that it can be closed', async () => {
    const { authUrl } = await simulator.link()
    page = await visit(authUrl)
    page.tap('fail')
    await page.resultShown()
    page.tap('return')
    expect(page.textOf('result-wait')).toBe('可以关闭本页了')
    expect(page.sent).toEqual([])
  })
})

describe('the index page', () => {
  test('lets a reviewer decide', async () => {
    await simulator.act(await simulator.session(await simulator.ticket()), 'review')
    page = await visit(`${simulator.url}/`)
    page.window.document.querySelector<HTMLButtonElement>('[data-decision=fail]')?.click()
    await until(async () => {
      const { body } = await simulator.control('GET', 'attempts')
      return JSON.stringify(body.attempts).includes('"state":"failed"')
    })
  })
})
