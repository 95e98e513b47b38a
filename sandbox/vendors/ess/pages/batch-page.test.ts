import { until } from '../../kit/test-support'
import type { OrganizationEntry } from '../views'
import { showPage } from '.'
import {
  batch,
  EXIT,
  IN_BROWSER,
  IN_PHONE,
  organization,
  read,
  type Stage,
  startStage,
  type VisitedPage,
  visit,
} from './test-support'

const three = (): OrganizationEntry[] => [
  organization({ key: 'sub-1', name: '甲公司' }),
  organization({ key: 'sub-2', name: '乙公司', status: 'Submit' }),
  organization({ key: 'sub-3', name: '丙公司', status: 'Failed', message: '企业三要素不通过' }),
]

const many = (count: number): OrganizationEntry[] =>
  Array.from({ length: count }, (_, index) => organization({ key: `sub-${index + 1}` }))

describe('what the batch page shows', () => {
  const document = read(showPage(batch(three()), IN_PHONE))
  const text = (id: string) => document.getElementById(id)?.textContent ?? ''

  test('names itself, the administrator masked, and how long the link lives', () => {
    expect(document.title).toBe('企业批量认证')
    expect(document.querySelector('h1')?.textContent).toBe('企业批量认证')
    expect(text('admin')).toBe('王*二 139****0000 须由本人操作')
    expect(text('expires')).toBe('至 2026-11-30 00:05')
    expect(document.documentElement.outerHTML).not.toContain('13900000000')
  })

  test('says that it is a sandbox', () => {
    expect(document.querySelector('.badge')?.textContent).toBe('本地沙箱')
  })

  test('counts', () => {
    expect(text('summary')).toBe('共 3 家 · 已认证 0 家 · 失败 1 家')
  })

  test('has each organization with its code, its tag and why it failed', () => {
    expect(text('row-1')).toMatch(/甲公司\s+91110000MA01234567\s+待提交/)
    expect(text('row-2')).toMatch(/乙公司\s+91110000MA01234567\s+资料已提交/)
    expect(text('row-3')).toMatch(/丙公司\s+91110000MA01234567\s+企业三要素不通过\s+失败/)
  })

  test('offers only what can happen next', () => {
    const offered = [...document.querySelectorAll('[data-action]:not([disabled])')].map(button => button.id)
    expect(offered).toEqual([
      'pass-1',
      'submit-1',
      'review-1',
      'reject-letter-1',
      'fail-1',
      'pass-2',
      'authorize-2',
      'review-2',
      'reject-letter-2',
      'fail-2',
      'pass-all',
    ])
    expect(document.getElementById('pass-3')?.hasAttribute('disabled')).toBe(true)
  })

  test('has no passing of all when nothing is left', () => {
    const done = read(showPage(batch([organization({ verified: true })]), IN_PHONE))
    expect(done.getElementById('pass-all')?.hasAttribute('disabled')).toBe(true)
  })

  test('says when there is nothing to do', () => {
    const empty = read(showPage(batch([]), IN_PHONE))
    expect(empty.querySelector('.empty')?.textContent).toBe('没有可办理的企业')
  })

  test('keeps a long list closed, a short one open', () => {
    const open = (count: number) =>
      read(showPage(batch(many(count)), IN_PHONE)).querySelectorAll('details[open]').length
    expect(open(3)).toBe(3)
    expect(open(300)).toBe(0)
  })

  test('escapes what it is told', () => {
    const evil = '"><img src=x onerror=alert(1)></script>'
    const shown = read(showPage(batch([organization({ key: evil, name: evil, message: evil })]), IN_PHONE))
    expect(shown.querySelector('img')).toBeNull()
    expect(shown.querySelector('.row-name')?.textContent).toBe(evil)
    expect(shown.querySelector<HTMLElement>('#pass-1')?.dataset.key).toBe(evil)
  })

  test('in a browser says to go back instead of offering a button', () => {
    const browser = read(showPage(batch(three()), IN_BROWSER))
    expect(browser.getElementById('return')).toBeNull()
    expect(browser.getElementById('go-back')?.textContent).toBe('请返回发起认证的小程序或网页查看结果')
  })
})

describe('acting on the batch page', () => {
  let stage: Stage
  let page: VisitedPage
  const openWith = async (organizations: OrganizationEntry[]) => {
    stage = await startStage(batch(organizations))
    page = await visit(stage)
  }
  const act = (action: string, key?: string) => ({
    path: '/mini-program/act',
    type: 'application/json',
    session: 'session-1',
    action,
    ...(key && { key }),
  })
  afterEach(async () => {
    page.close()
    await stage.close()
  })

  test.each([
    ['pass-2', 'pass'],
    ['authorize-2', 'authorize'],
    ['review-2', 'review'],
    ['reject-letter-2', 'rejectLetter'],
    ['fail-2', 'fail'],
  ])('%s sends %s with the key of its row', async (id, action) => {
    await openWith(three())
    page.tap(id)
    await page.toasted()
    expect(stage.acts).toEqual([act(action, 'sub-2')])
  })

  test('submit-1 sends submit', async () => {
    await openWith(three())
    page.tap('submit-1')
    await page.toasted()
    expect(stage.acts).toEqual([act('submit', 'sub-1')])
  })

  test('pass-all sends no key', async () => {
    await openWith(three())
    page.tap('pass-all')
    await page.toasted()
    expect(stage.acts).toEqual([act('passAll')])
  })

  test('a second tap while the first is on its way does nothing', async () => {
    await openWith(three())
    let answer = () => {}
    stage.onAct = () => new Promise<void>(resolve => (answer = resolve))
    page.tap('pass-1')
    expect(page.isDisabled('pass-1')).toBe(true)
    page.tap('pass-1')
    page.tap('pass-2')
    await until(() => stage.acts.length > 0)
    answer()
    await page.toasted()
    expect(stage.acts).toEqual([act('pass', 'sub-1')])
  })

  test('shows the new state in place: scrolled as before, rows open as before', async () => {
    await openWith(many(10))
    const [, second] = page.document.querySelectorAll('details')
    second?.setAttribute('open', '')
    Object.defineProperty(page.window, 'scrollY', { value: 420 })
    stage.onAct = () => {
      stage.view = batch(many(10).map((one, index) => (index === 1 ? { ...one, verified: true } : one)))
    }
    page.tap('pass-2')
    await page.toasted()
    expect(page.text('row-2')).toMatch(/已认证$/)
    expect(page.text('summary')).toBe('共 10 家 · 已认证 1 家')
    expect([...page.document.querySelectorAll('details[open] > summary')].map(one => one.id)).toEqual([
      'row-2',
    ])
    expect(page.scrolledTo).toEqual([[0, 420]])
    expect(page.document.activeElement?.id).toBe('row-2')
    expect(page.text('toast')).toBe('已操作：认证通过')
  })

  test('can act again after the page was renewed', async () => {
    await openWith(three())
    page.tap('pass-1')
    await page.toasted()
    page.tap('review-1')
    await until(() => stage.acts.length === 2)
    await page.toasted()
    expect(stage.acts).toEqual([act('pass', 'sub-1'), act('review', 'sub-1')])
  })

  test.each([
    [409, '{"error":"企业已认证"}', '操作被拒绝：企业已认证'],
    [502, '<html>', '操作被拒绝：无法识别的应答'],
    [200, '{}', '操作被拒绝：无法识别的应答'],
    [200, 'null', '操作被拒绝：无法识别的应答'],
  ])('an answer %s %s is told, and leaves the buttons as they were', async (status, body, hint) => {
    await openWith(three())
    stage.answer = { status, body }
    page.tap('pass-1')
    await page.hinted()
    expect(page.text('hint')).toBe(hint)
    expect(page.isDisabled('pass-1')).toBe(false)
    expect(page.isDisabled('pass-3')).toBe(true)
  })

  test('a lost connection is told', async () => {
    await openWith(three())
    await stage.close()
    page.tap('pass-1')
    await page.hinted()
    expect(page.text('hint')).toBe('网络异常，请重试')
  })

  test('says so when the act counted and the page could not be renewed', async () => {
    await openWith(three())
    stage.broken = true
    page.tap('pass-1')
    await page.hinted()
    expect(page.text('hint')).toBe('操作已生效，但页面没有刷新，请返回后重新进入')
  })

  test('shows that the link died meanwhile', async () => {
    await openWith(three())
    stage.onAct = () => {
      stage.view = { kind: 'gone', reason: 'expired' }
    }
    page.tap('pass-1')
    await page.toasted()
    expect(page.text('outcome-title')).toBe('链接已过期')
    page.tap('return')
    expect(page.sent).toEqual([EXIT])
  })

  test('return leaves once, also while an act is on its way', async () => {
    await openWith(three())
    page.tap('pass-1')
    page.tap('return')
    page.tap('return')
    expect(page.sent).toEqual([EXIT])
    await page.toasted()
  })
})
