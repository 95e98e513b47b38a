import { until } from '../../kit/test-support'
import { startTestSimulator, type TestSimulator } from '../test-support'
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

const open = async (ticket: string, query = 'env=cn&hasCb=true') => {
  page = await visit(`${simulator.url}/plugin/doc?ticket=${ticket}&${query}`)
}
const SUCCESS = emitted('signSuccessCb')

describe('the contract page', () => {
  test('after signing emits once and waits for jumpTo', async () => {
    await open(await simulator.signTicket())
    page.tap('sign')
    await page.resultShown()
    expect(page.textOf('result-title')).toBe('签署成功')
    page.tap('return')
    page.tap('return')
    expect(page.sent).toEqual([READY, SUCCESS])
    page.jumpTo()
    expect(page.sent).toEqual([READY, SUCCESS, JUMP])
  })

  test('after signing returns by itself', async () => {
    await open(await simulator.signTicket())
    page.tap('sign')
    await until(() => page.sent.length === 2)
    expect(page.sent).toEqual([READY, SUCCESS])
  })

  test('after refusing is left without an event', async () => {
    await open(await simulator.signTicket())
    page.tap('refuse')
    await page.resultShown()
    expect(page.textOf('result-title')).toBe('已拒签')
    expect(page.textOf('result-wait')).toBe('')
    page.tap('return')
    expect(page.sent).toEqual([READY, BACK])
  })

  test('is left without acting', async () => {
    await open(await simulator.signTicket())
    page.tap('close')
    expect(page.sent).toEqual([READY, BACK])
    const { body } = await simulator.control('GET', 'contracts')
    expect(body.contracts).toEqual([expect.objectContaining({ state: 'signing' })])
  })

  test('without hasCb returns without an event', async () => {
    await open(await simulator.signTicket(), 'env=cn')
    page.tap('sign')
    await page.resultShown()
    page.tap('return')
    page.jumpTo('/pages/x')
    expect(page.sent).toEqual([READY, BACK])
  })

  test('acts once, however often it is tapped', async () => {
    await open(await simulator.signTicket())
    page.tap('sign')
    page.tap('refuse')
    await page.resultShown()
    expect(page.textOf('result-title')).toBe('签署成功')
    const { body } = await simulator.control('GET', 'log?path=/plugin/doc/act')
    expect(body.entries).toHaveLength(1)
  })

  test.each([
    ['sign', '签署成功', SUCCESS],
    ['refuse', '已拒签', BACK],
  ])('opened again after %s shows it', async (outcome, title, event) => {
    await simulator.control('POST', 'next', { outcome, auto: true })
    await simulator.signTicket()
    await open(await simulator.signTicket())
    expect(page.element('form').hidden).toBe(true)
    expect(page.textOf('result-title')).toBe(title)
    page.tap('return')
    expect(page.sent).toEqual([READY, event])
  })

  test('tells of a refusal of its call and can be tried again', async () => {
    await open(await simulator.signTicket())
    await simulator.control('POST', 'next', { path: '/plugin/doc/act', garbage: true })
    page.tap('sign')
    await until(() => page.textOf('hint') !== '')
    page.tap('sign')
    await page.resultShown()
  })

  test('with a viewing ticket can only be closed', async () => {
    await open(await simulator.viewTicket())
    expect(page.sent).toEqual([READY])
    page.tap('close')
    expect(page.sent).toEqual([READY, BACK])
  })
})
