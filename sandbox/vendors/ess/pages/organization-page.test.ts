import { setTimeout as wait } from 'node:timers/promises'
import { until } from '../../kit/test-support'
import type { OrganizationEntry, OrganizationPageView } from '../views'
import { showPage } from '.'
import {
  EXIT,
  IN_BROWSER,
  IN_PHONE,
  read,
  type Stage,
  single,
  startStage,
  type VisitedPage,
  visit,
} from './test-support'

describe('what the page of one organization shows', () => {
  test.each<[string, Partial<OrganizationEntry>]>([
    ['处理中', { status: 'Processing' }],
    ['待提交', { status: 'Create' }],
    ['资料已提交', { status: 'Submit' }],
    ['待授权', { status: 'Authorization' }],
    ['待授权', { status: 'Authorization', auditStatus: 1 }],
    ['审核中', { status: 'Authorization', auditStatus: 3 }],
    ['审核中', { status: 'Authorization', auditStatus: 4 }],
    ['审核中', { status: 'Authorization', auditStatus: 5 }],
    ['授权书被驳回', { status: 'Authorization', auditStatus: 2 }],
    ['失败', { status: 'Failed', auditStatus: 3 }],
    ['已认证', { status: 'Authorization', auditStatus: 1, verified: true }],
  ])('says %s of %j', (label, entry) => {
    const document = read(showPage(single(entry), IN_PHONE))
    expect(document.getElementById('status')?.textContent).toBe(label)
  })

  test('has name, code, reason and the masked administrator', () => {
    const document = read(showPage(single({ status: 'Failed', message: '企业三要素不通过' }), IN_PHONE))
    const text = (id: string) => document.getElementById(id)?.textContent
    expect(text('organization-name')).toBe('示例科技有限公司')
    expect(text('credit-code')).toBe('91110000MA01234567')
    expect(text('message')).toBe('企业三要素不通过')
    expect(text('admin')).toBe('王*二 139****0000 须由本人操作')
    expect(document.documentElement.outerHTML).not.toContain('13900000000')
  })

  test('says 管理员 when nobody is named', () => {
    const document = read(showPage(single({}, { admin: { name: '', mobile: '' } }), IN_PHONE))
    expect(document.getElementById('admin')?.textContent).toBe('管理员 须由本人操作')
  })

  test('verified, it says so and offers no acts', () => {
    const document = read(showPage(single({ verified: true }), IN_PHONE))
    expect(document.getElementById('outcome-title')?.textContent).toBe('企业认证已完成')
    expect(document.querySelectorAll('[data-action]')).toHaveLength(0)
  })

  test('escapes what it is told', () => {
    const evil = '</dd><script>alert(1)</script>'
    const document = read(showPage(single({ name: evil, creditCode: evil }, { session: evil }), IN_BROWSER))
    expect(document.getElementById('organization-name')?.textContent).toBe(evil)
    expect(document.querySelectorAll('script')).toHaveLength(2)
    expect(JSON.parse(document.getElementById('page-data')?.textContent ?? '').session).toBe(evil)
  })
})

describe('acting on it', () => {
  let stage: Stage
  let page: VisitedPage
  const openWith = async (view: OrganizationPageView, inMiniProgram = true) => {
    stage = await startStage(view)
    stage.inMiniProgram = inMiniProgram
    stage.onAct = () => {
      stage.view = single({ verified: true }, { jumpsBack: view.jumpsBack })
    }
    page = await visit(stage)
  }
  afterEach(async () => {
    page.close()
    await stage.close()
  })

  test.each([
    ['submit', 'submit', {}],
    ['authorize', 'authorize', { status: 'Submit' as const }],
    ['pass', 'pass', {}],
    ['review', 'review', {}],
    ['reject-letter', 'rejectLetter', {}],
    ['fail', 'fail', {}],
  ])('%s sends %s', async (id, action, entry) => {
    await openWith(single(entry))
    page.tap(id)
    await page.toasted()
    expect(stage.acts).toEqual([
      { path: '/mini-program/act', type: 'application/json', session: 'session-1', key: 'sub-1', action },
    ])
  })

  test('leaves by itself when it passed and was asked to jump back', async () => {
    await openWith(single({}, { jumpsBack: true }))
    page.tap('pass')
    await page.toasted()
    expect(page.text('toast')).toBe('认证已完成，正在返回…')
    expect(page.sent).toEqual([])
    await until(() => page.sent.length > 0)
    page.tap('return')
    expect(page.sent).toEqual([EXIT])
  })

  test.each([
    ['was not asked to', single(), true],
    ['stands in a browser', single({}, { jumpsBack: true }), false],
  ])('stays when it %s', async (_, view, inMiniProgram) => {
    await openWith(view, inMiniProgram)
    page.tap('pass')
    await page.toasted()
    await wait(1200)
    expect(page.sent).toEqual([])
  })

  test('stays when it was verified before it opened, until return is tapped', async () => {
    await openWith(single({ verified: true }, { jumpsBack: true }))
    await wait(1200)
    expect(page.sent).toEqual([])
    page.tap('return')
    expect(page.sent).toEqual([EXIT])
  })
})
