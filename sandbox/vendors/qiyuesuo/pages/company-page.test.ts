import { textOf, until } from '../../kit/test-support'
import { COMPANY, H5_PATH, startTestSimulator, type TestSimulator } from '../test-support'
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

const open = async (request: unknown = COMPANY, query = 'env=cn&hasCb=true') => {
  page = await visit(
    `${simulator.url}/plugin/enterprise-auth?ticket=${await simulator.companyTicket(request)}&${query}`,
  )
}
const letterShown = () => until(() => !page.element('letter').hidden)
const current = () => page.window.document.querySelector('[aria-current]')?.textContent

const SUCCESS = emitted('authSuccessCb')
const FAIL = emitted('authFailCb')

describe('the company page with hasCb', () => {
  test.each([
    ['pass', '企业认证成功', SUCCESS],
    ['fail', '企业认证失败', FAIL],
    ['basic-fail', '企业认证失败', FAIL],
  ])('after %s emits once and waits for jumpTo', async (action, title, event) => {
    await open()
    page.tap(action)
    await page.resultShown()
    expect(page.textOf('result-title')).toBe(title)
    page.tap('return')
    page.tap('return')
    expect(page.sent).toEqual([READY, event])
    page.jumpTo('/pages/result/index?id=1')
    expect(page.sent).toEqual([READY, event, { ...JUMP, url: '/pages/result/index?id=1' }])
  })

  test.each([
    ['letter-pass', '企业认证成功', SUCCESS],
    ['letter-fail', '授权书审核未通过', FAIL],
  ])('goes on to the letter, and after %s emits', async (action, title, event) => {
    await open()
    expect(current()).toBe('基本信息')
    expect(page.element('letter').hidden).toBe(true)
    page.tap('basic-pass')
    await letterShown()
    expect(current()).toBe('授权书')
    expect(page.element('basic').hidden).toBe(true)
    expect(page.sent).toEqual([READY])
    page.tap(action)
    await page.resultShown()
    expect(page.textOf('result-title')).toBe(title)
    page.tap('return')
    page.jumpTo()
    expect(page.sent).toEqual([READY, event, JUMP])
  })

  test.each([[[]], [['basic-pass']]])('after %j leaves a review without an event', async before => {
    await open()
    for (const action of before) {
      page.tap(action)
      await letterShown()
    }
    page.tap('review')
    await page.resultShown()
    expect(page.element('result').dataset.outcome).toBe('review')
    page.tap('return')
    expect(page.sent).toEqual([READY, BACK])
  })

  test('is left between the steps without an event', async () => {
    await open()
    page.tap('basic-pass')
    await letterShown()
    page.tap('close')
    expect(page.sent).toEqual([READY, BACK])
  })

  test('returns by itself after three seconds', async () => {
    await open()
    page.tap('pass')
    await page.resultShown()
    expect(page.textOf('result-wait')).toBe('3 秒后自动返回')
    await until(() => page.sent.length === 2)
    expect(page.sent).toEqual([READY, SUCCESS])
  })

  test('acts once, however often it is tapped', async () => {
    await open()
    page.tap('pass')
    page.tap('pass')
    page.tap('fail')
    await page.resultShown()
    expect(page.textOf('result-title')).toBe('企业认证成功')
    const { body } = await simulator.control('GET', 'log?path=/plugin/enterprise-auth/act')
    expect(body.entries).toHaveLength(1)
  })

  test('says so when somebody else acted', async () => {
    const ticket = await simulator.companyTicket()
    page = await visit(`${simulator.url}/plugin/enterprise-auth?ticket=${ticket}&env=cn&hasCb=true`)
    await simulator.control('POST', 'expire', { companyName: COMPANY.companyName })
    page.tap('pass')
    await until(() => page.textOf('hint') !== '')
    expect(page.textOf('hint')).toContain('this request is expired')
    expect(page.sent).toEqual([READY])
  })

  test.each([
    [{ outcome: 'fail', auto: true }, [READY, FAIL]],
    [{ outcome: 'review', auto: true }, [READY, BACK]],
  ])('shows at once what was done without it: %j', async (order, sent) => {
    await simulator.control('POST', 'next', order)
    await open()
    expect(page.element('form').hidden).toBe(true)
    page.tap('return')
    expect(page.sent).toEqual(sent)
  })

  test('shows that it expired before it was opened', async () => {
    const ticket = await simulator.companyTicket()
    await simulator.control('POST', 'expire', { companyName: COMPANY.companyName })
    page = await visit(`${simulator.url}/plugin/enterprise-auth?ticket=${ticket}&env=cn&hasCb=true`)
    expect(page.textOf('result-title')).toBe('认证已过期')
    page.tap('return')
    expect(page.sent).toEqual([READY, BACK])
  })
})

describe('the company page', () => {
  test('without hasCb returns without an event', async () => {
    await open(COMPANY, 'env=cn')
    page.tap('pass')
    await page.resultShown()
    page.tap('return')
    expect(page.sent).toEqual([READY, BACK])
  })

  test('asks for what is missing, unless the step fails anyway', async () => {
    await open({ ...COMPANY, registerNo: undefined, legalPerson: undefined })
    page.tap('basic-pass')
    expect(page.textOf('hint')).toBe('请先填写企业信息')
    page.input('registerNo', '91110000MA00000001')
    page.input('legalPerson', '王五')
    page.tap('basic-pass')
    await letterShown()
    expect(page.textOf('hint')).toBe('')
    page.tap('letter-pass')
    await page.resultShown()
    const { body } = await simulator.api('GET', '/v2/company/detail?registerNo=91110000MA00000001')
    expect(body.result).toMatchObject({ status: 'AUTH_SUCCESS', legalPerson: '王五' })
  })

  test('fails with nothing typed', async () => {
    await open({ ...COMPANY, registerNo: undefined })
    page.tap('basic-fail')
    await page.resultShown()
  })

  test.each([{ garbage: true }, { error: { code: 1001, message: 'ERROR' } }, { drop: 'before' }])(
    'tells of %j and can be tried again',
    async fault => {
      await open()
      await simulator.control('POST', 'next', { path: '/plugin/enterprise-auth/act', ...fault })
      page.tap('basic-pass')
      await until(() => page.textOf('hint') !== '')
      expect(page.element('letter').hidden).toBe(true)
      page.tap('basic-pass')
      await letterShown()
    },
  )

  test('behind a link tells its host nothing and says that it can be closed', async () => {
    const { body } = await simulator.api('POST', H5_PATH, COMPANY)
    page = await visit(textOf(body, 'result', 'authUrl'))
    page.tap('pass')
    await page.resultShown()
    page.tap('return')
    expect(page.textOf('result-wait')).toBe('可以关闭本页了')
    expect(page.sent).toEqual([])
  })
})

test('the index page lets a reviewer decide a company', async () => {
  const { act, requestId } = await simulator.company()
  await act('review')
  page = await visit(`${simulator.url}/`)
  page.window.document.querySelector<HTMLButtonElement>('[data-decision=pass]')?.click()
  await until(async () => {
    const { result } = await simulator.companyResult(`requestId=${requestId}`)
    return JSON.stringify(result).includes('"status":2')
  })
})
