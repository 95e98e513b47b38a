import { type DOMWindow, JSDOM, VirtualConsole } from 'jsdom'
import { until } from '../../kit/test-support'
import { PERSON, startTestSimulator, type TestSimulator, USER } from '../test-support'

let simulator: TestSimulator
let window: DOMWindow
let sent: unknown[]

beforeEach(async () => {
  simulator = await startTestSimulator()
})
afterEach(async () => {
  window.close()
  await simulator.close()
})

async function visit(url: string): Promise<void> {
  sent = []
  const markup = await (await fetch(url)).text()
  const dom = new JSDOM(markup, {
    url,
    runScripts: 'dangerously',
    // Silent: jsdom reports that it cannot navigate, and calls that were dropped on purpose.
    virtualConsole: new VirtualConsole(),
    beforeParse(opened) {
      Object.defineProperty(opened, 'parent', {
        value: { postMessage: (message: unknown) => sent.push(message) },
      })
    },
  })
  window = dom.window
}

const openPlugin = async (query = 'env=cn&hasCb=true', request: unknown = PERSON) =>
  visit(`${simulator.url}/plugin/personal-auth?ticket=${await simulator.ticket(request)}&${query}`)

const element = (id: string): HTMLElement => {
  const found = window.document.getElementById(id)
  if (!found) throw new Error(`no element #${id}`)
  return found
}
const input = (id: string, value: string) => {
  const field = element(id)
  if (field instanceof window.HTMLInputElement) field.value = value
}
const textOf = (id: string) => element(id).textContent
const tap = (id: string) => element(id).click()
const resultShown = () => until(() => !element('result').hidden)
const host = (...args: unknown[]) =>
  window.dispatchEvent(
    new window.MessageEvent('message', { data: { wxPlugin: 1, type: 'emit', event: 'jumpTo', args } }),
  )

const READY = { wxPlugin: 1, type: 'ready' }
const SUCCESS = { wxPlugin: 1, type: 'emit', event: 'authSuccessCb', args: [] }
const FAIL = { wxPlugin: 1, type: 'emit', event: 'authFailCb', args: [] }
const BACK = { wxPlugin: 1, type: 'back' }
const JUMP = { wxPlugin: 1, type: 'jump' }

describe('the plugin page with hasCb', () => {
  test.each([
    ['pass', '认证成功', SUCCESS],
    ['fail', '认证失败', FAIL],
  ])('after %s emits once and waits for jumpTo', async (action, title, event) => {
    await openPlugin()
    expect(sent).toEqual([READY])
    tap(action)
    await resultShown()
    expect(textOf('result-title')).toBe(title)
    expect(sent).toEqual([READY])
    tap('return')
    tap('return')
    expect(sent).toEqual([READY, event])
    host()
    expect(sent).toEqual([READY, event, JUMP])
  })

  test('jumps where it is told', async () => {
    await openPlugin()
    tap('pass')
    await resultShown()
    tap('return')
    host('/pages/result/index?id=1')
    expect(sent.at(-1)).toEqual({ ...JUMP, url: '/pages/result/index?id=1' })
  })

  test('stays when the address is not absolute, and says so', async () => {
    await openPlugin()
    tap('pass')
    await resultShown()
    tap('return')
    host('pages/result/index')
    expect(sent).toEqual([READY, SUCCESS])
    expect(textOf('result-wait')).toBe('jumpTo 的地址必须是绝对路径')
  })

  test('does not listen to jumpTo before it emitted', async () => {
    await openPlugin()
    host('/pages/early')
    tap('pass')
    await resultShown()
    host('/pages/early')
    expect(sent).toEqual([READY])
  })

  test('returns by itself after three seconds', async () => {
    await openPlugin()
    tap('pass')
    await resultShown()
    expect(textOf('result-wait')).toBe('3 秒后自动返回')
    await until(() => sent.length === 2)
    expect(sent).toEqual([READY, SUCCESS])
  })

  test('leaves a manual review without an event', async () => {
    await openPlugin()
    tap('review')
    await resultShown()
    expect(textOf('result-title')).toBe('已提交人工审核')
    tap('return')
    expect(sent).toEqual([READY, BACK])
  })

  test('is left without acting', async () => {
    await openPlugin()
    tap('close')
    expect(sent).toEqual([READY, BACK])
    const { body } = await simulator.control('GET', 'attempts')
    expect(body.attempts).toEqual([expect.objectContaining({ state: 'waiting' })])
  })

  test('shows the result at once when the person acted without it', async () => {
    await simulator.control('POST', 'next', { outcome: 'fail', auto: true })
    await openPlugin()
    expect(element('form').hidden).toBe(true)
    tap('return')
    expect(sent).toEqual([READY, FAIL])
  })
})

describe('the plugin page', () => {
  test.each(['env=cn', 'env=cn&hasCb=false'])('with %s returns without an event', async query => {
    await openPlugin(query)
    tap('pass')
    await resultShown()
    tap('return')
    host('/pages/x')
    expect(sent).toEqual([READY, BACK])
  })

  test('asks for what is missing before it passes', async () => {
    await openPlugin(undefined, { user: USER })
    tap('pass')
    expect(textOf('hint')).toBe('请先填写姓名和证件号码')
    input('name', '张三')
    input('idNumber', '110101199003070000')
    tap('pass')
    await resultShown()
  })

  test('sends the chosen mode', async () => {
    await openPlugin()
    window.document.querySelector<HTMLInputElement>('[value=BANK]')?.click()
    tap('pass')
    await resultShown()
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
    tap('pass')
    await until(() => textOf('hint') !== '')
    expect(element('result').hidden).toBe(true)
    tap('pass')
    await resultShown()
  })

  test('with a dead ticket offers only the way back', async () => {
    await visit(`${simulator.url}/plugin/personal-auth?ticket=dead&env=cn&hasCb=true`)
    expect(textOf('notice-title')).toBe('链接已失效')
    expect(window.document.querySelectorAll('button')).toHaveLength(1)
    tap('return')
    expect(sent).toEqual([READY, BACK])
  })
})

describe('the H5 page', () => {
  test('ends at callbackPage and tells the host nothing', async () => {
    const { authUrl } = await simulator.link({ ...PERSON, callbackPage: 'https://example.test/done?a=1&b=2' })
    await visit(authUrl)
    tap('pass')
    await resultShown()
    expect(element('return').getAttribute('href')).toBe('https://example.test/done?a=1&b=2')
    expect(sent).toEqual([])
  })

  test('without callbackPage says that it can be closed', async () => {
    const { authUrl } = await simulator.link()
    await visit(authUrl)
    tap('fail')
    await resultShown()
    tap('return')
    expect(textOf('result-wait')).toBe('可以关闭本页了')
    expect(sent).toEqual([])
  })
})

describe('the index page', () => {
  test('lets a reviewer decide', async () => {
    await simulator.act(await simulator.session(await simulator.ticket()), 'review')
    await visit(`${simulator.url}/`)
    window.document.querySelector<HTMLButtonElement>('[data-decision=fail]')?.click()
    await until(async () => {
      const { body } = await simulator.control('GET', 'attempts')
      return JSON.stringify(body.attempts).includes('"state":"failed"')
    })
  })
})
