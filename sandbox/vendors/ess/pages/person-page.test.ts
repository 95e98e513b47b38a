import { until } from '../../kit/test-support'
import type { PersonPageView } from '../views'
import { showPage } from '.'
import {
  EXIT,
  IN_BROWSER,
  IN_PHONE,
  person,
  read,
  type Stage,
  startStage,
  type VisitedPage,
  visit,
} from './test-support'

test('shows the person masked, nothing in clear', () => {
  const document = read(showPage(person(), IN_PHONE))
  const text = (id: string) => document.getElementById(id)?.textContent
  expect([text('name'), text('id-number'), text('mobile')]).toEqual([
    '张*丰',
    '11**************00',
    '138****8000',
  ])
  const markup = document.documentElement.outerHTML
  for (const clear of ['张三丰', '110101199003070000', '13800138000']) expect(markup).not.toContain(clear)
})

test('shows what is masked already as it is', () => {
  const document = read(showPage(person({ name: '张*丰', mobile: '138****8000' }), IN_PHONE))
  expect(document.getElementById('name')?.textContent).toBe('张*丰')
  expect(document.getElementById('mobile')?.textContent).toBe('138****8000')
})

test('leaves to the person what the link was made without', () => {
  const document = read(showPage(person({ name: '', idNumber: '', mobile: '' }), IN_PHONE))
  expect(document.getElementById('name')?.textContent).toBe('由本人填写')
  expect(document.getElementById('id-number')?.textContent).toBe('由本人填写')
  expect(document.getElementById('mobile')).toBeNull()
})

test('escapes what it is told', () => {
  const document = read(showPage(person({ name: '<b>', idNumber: '<img>' }), IN_BROWSER))
  expect(document.querySelector('dd b, dd img')).toBeNull()
})

test('in a browser has no button to return', () => {
  const document = read(showPage(person(), IN_BROWSER))
  expect(document.getElementById('return')).toBeNull()
  expect(document.getElementById('go-back')).not.toBeNull()
})

describe('acting on it', () => {
  let stage: Stage
  let page: VisitedPage
  const openWith = async (view: PersonPageView) => {
    stage = await startStage(view)
    page = await visit(stage)
  }
  afterEach(async () => {
    page.close()
    await stage.close()
  })

  test('verify sends verify, shows the result and jumps back when asked to', async () => {
    await openWith(person({ jumpsBack: true }))
    stage.onAct = () => {
      stage.view = person({ jumpsBack: true, verified: true })
    }
    page.tap('verify')
    await page.toasted()
    expect(stage.acts).toEqual([
      { path: '/mini-program/act', type: 'application/json', session: 'session-1', action: 'verify' },
    ])
    expect(page.text('outcome-title')).toBe('实名认证已完成')
    expect(page.document.getElementById('verify')).toBeNull()
    await until(() => page.sent.length > 0)
    expect(page.sent).toEqual([EXIT])
  })

  test('fail sends failPerson, says so, and can be tried again', async () => {
    await openWith(person())
    page.tap('fail')
    await page.hinted()
    expect(stage.acts).toEqual([
      { path: '/mini-program/act', type: 'application/json', session: 'session-1', action: 'failPerson' },
    ])
    expect(page.text('hint')).toBe('认证未通过，可以重新认证')
    expect(page.isDisabled('verify')).toBe(false)
  })

  test('return leaves', async () => {
    await openWith(person())
    page.tap('return')
    expect(page.sent).toEqual([EXIT])
  })
})
