import type { InviteeIssue } from '../../cloudfunctions/contract/invitation'
import type { OpenApp } from '../../sandbox/simulator/jsdom'
import type { BootOptions, OpenedDocument } from '../../sandbox/simulator/runtime/types'
import { openCompiled, pressOn, quiet } from './compiled'
import {
  campaignId,
  campaignOf,
  createInvitationsWorld,
  type InvitationsWorld,
  invitationId,
} from './invitations-cloud'

let world: InvitationsWorld
let app: OpenApp
let uploads: string[]

beforeEach(() => {
  world = createInvitationsWorld()
  uploads = []
})
afterEach(() => {
  const trouble = [...app.errors(), ...app.sim.stats.warnings]
  app.close()
  expect(trouble).toEqual([])
})

async function open(query: Record<string, string> = {}, options: BootOptions = {}) {
  app = await openCompiled((action, input) => world.answer(action, input), {
    launch: { path: 'packages/workplace/invite/index', query },
    upload: async cloudPath => {
      uploads.push(cloudPath)
      return `cloud://env.x/${cloudPath}`
    },
    ...options,
  })
  await app.until(() => app.q('#title') ?? app.q('#forbidden') ?? app.q('#claim-code'))
}
const openMany = (options: BootOptions = {}) => open({ many: '1' }, options)
/** A tap, once what was done before has reached the screen. */
const press = (target: string) => pressOn(app, target)
async function type(target: string, text: string) {
  await quiet(app)
  app.type(target, text)
}
const route = () => app.sim.pages().at(-1)?.route
const query = () => app.sim.pages().at(-1)?.query
const onDetail = () => route() === 'packages/workplace/invitation/index'
const onCampaign = () => route() === 'packages/workplace/invitations/index'
const created = () => world.inputsOf('invitation.create')
const imported = () => world.inputsOf('invitation.import')
const key = expect.stringMatching(/^[\w-]{16,64}$/)

describe('one invitation', () => {
  test('with no more than what it is about is for anybody, once, for 30 days', async () => {
    await open()
    await type('#title', ' 员工入职实名认证 ')
    await press('#create')
    await app.until(onDetail)
    expect(query()).toEqual({ id: invitationId(1), code: '1' })
    expect(created()).toEqual([
      {
        clientKey: key,
        subject: 'person',
        title: '员工入职实名认证',
        note: '',
        vendor: null,
        mode: null,
        redirect: null,
        days: 30,
        locked: [],
        bizId: '',
        most: 1,
        invitee: {},
      },
    ])
  })

  test('its code is on the screen at once, and back leads not to the form', async () => {
    await open()
    await type('#title', '入职')
    await press('#create')
    await app.until(() => app.q('#code-image'))
    expect(app.sim.pages()).toHaveLength(1)
  })

  test('everything that was chosen is sent, numbers without their spaces', async () => {
    await open()
    await type('#title', '供应商认证')
    await type('#note', '合作前请完成认证')
    app.pick('#vendor', 1)
    await quiet(app)
    app.pick('#mode', 2)
    await type('#name', '测试员甲')
    await type('#mobile', '+86 100 2003 3001')
    await quiet(app)
    app.check('#lock-name')
    await type('#idNumber', '11010519491231002X')
    await type('#bizId', 'HT-2026-1')
    await press('#days-own')
    await type('#own-days', '45')
    await press('#uses-several')
    await type('#most', '10')
    await press('#redirect-webUrl')
    await type('#url', 'https://example.com/done')
    await press('#create')
    await app.until(onDetail)
    expect(created()).toEqual([
      {
        clientKey: key,
        subject: 'person',
        title: '供应商认证',
        note: '合作前请完成认证',
        vendor: 'qiyuesuo',
        mode: 'face',
        redirect: { kind: 'webUrl', url: 'https://example.com/done' },
        days: 45,
        locked: ['name'],
        bizId: 'HT-2026-1',
        most: 10,
        invitee: { name: '测试员甲', mobile: '10020033001', idNumber: '11010519491231002X' },
      },
    ])
  })

  test('an organization has fields of its own and no way of checking', async () => {
    await open()
    await press('#subject-organization')
    await type('#title', '供应商认证')
    await quiet(app)
    app.pick('#vendor', 1)
    await type('#registerNumber', '9135 0100 m000 100y 43')
    await quiet(app)
    app.check('#lock-registerNumber')
    expect(app.q('#mode')).toBeNull()
    expect(app.q('#mobile')).toBeNull()
    await press('#redirect-miniProgram')
    await type('#appId', 'wx0123456789abcdef')
    await press('#create')
    await app.until(onDetail)
    expect(created()[0]).toMatchObject({
      subject: 'organization',
      vendor: 'qiyuesuo',
      mode: null,
      locked: ['registerNumber'],
      redirect: { kind: 'miniProgram', appId: 'wx0123456789abcdef', path: '' },
      invitee: { registerNumber: '91350100M000100Y43' },
    })
  })

  test('only what is filled in can be locked, and what is emptied again is not', async () => {
    await open()
    expect(app.q('#lock-name')).toBeNull()
    await type('#name', '测试员甲')
    await quiet(app)
    app.check('#lock-name')
    await type('#name', '')
    await app.until(() => app.q('#lock-name') === null)
    await type('#title', '入职')
    await press('#create')
    await app.until(onDetail)
    expect(created()[0]).toMatchObject({ locked: [], invitee: {} })
  })

  test.each([
    ['#mobile', '12345', '#error-mobile', /正确的 11 位手机号/],
    ['#idNumber', '1101011990', '#error-idNumber', /18 位身份证号码/],
    ['#bizId', '合\uFFFD一', '#error-bizId', /不能有乱码/],
    ['#name', '买买提 艾力', '#error-name', /是不是“买买提·艾力”/],
  ])('%s is checked before anything is sent', async (field, text, error, words) => {
    await open()
    await type('#title', '入职')
    await type(field, text)
    await press('#create')
    await app.until(() => words.test(app.text(error)))
    expect(created()).toEqual([])
  })

  test('what only the server finds wrong is said at the field', async () => {
    world.fail('invitation.create', { code: 'INVALID_INPUT', field: 'invitee.idNumber' })
    await open()
    await type('#title', '入职')
    await type('#idNumber', '11010519491231002X')
    await press('#create')
    await app.until(() => /18 位身份证号码/.test(app.text('#error-idNumber')))
  })

  test('two taps make one', async () => {
    await open()
    await type('#title', '入职')
    await quiet(app)
    app.tap('#create')
    app.tap('#create')
    await app.until(onDetail)
    expect(created()).toHaveLength(1)
  })

  test('a lost answer is tried again with the same key, and what was typed stays', async () => {
    world.fail('invitation.create', { code: 'NETWORK' })
    await open()
    await type('#title', '入职')
    await press('#create')
    await app.until(() => app.q('#invite-failed'))
    expect(app.text('#invite-failed')).toMatch(/填写的内容还在/)
    world.fail('invitation.create', null)
    await press('#invite-failed-action')
    await app.until(onDetail)
    const [first, second] = created()
    expect(second).toEqual(first)
  })

  test('something else after a failure is another invitation', async () => {
    world.fail('invitation.create', { code: 'NETWORK' })
    await open()
    await type('#title', '入职')
    await press('#create')
    await app.until(() => app.q('#invite-failed'))
    world.fail('invitation.create', null)
    await type('#title', '离职')
    await press('#create')
    await app.until(onDetail)
    const [first, second] = created()
    expect(second?.clientKey).not.toBe(first?.clientKey)
  })

  test('the button waits for what it is about', async () => {
    await open()
    expect(() => app.tap('#create')).toThrow(/disabled/)
    expect(app.text()).toMatch(/填写事由后，即可创建/)
  })
})

describe('a spreadsheet', () => {
  const sheet = { name: '名单.xlsx', content: new Uint8Array([80, 75, 3, 4]) }
  const chosen: BootOptions = { choose: async () => [sheet] }

  async function fill() {
    await type('#title', '供应商认证')
    await press('#choose-file')
    await app.until(() => /名单\.xlsx/.test(app.text('#choose-file')))
  }

  test('is uploaded below imports, with whole columns locked, and leads to its campaign', async () => {
    await openMany(chosen)
    await press('#subject-organization')
    await fill()
    await quiet(app)
    app.check('#lock-name')
    await quiet(app)
    app.check('#lock-legalPerson')
    await press('#days-90')
    await press('#create')
    await app.until(onCampaign)
    expect(query()).toEqual({ campaignId })
    expect(uploads).toEqual([expect.stringMatching(/^imports\/[\w-]{16,64}\.xlsx$/)])
    expect(imported()).toEqual([
      {
        clientKey: key,
        subject: 'organization',
        title: '供应商认证',
        note: '',
        vendor: null,
        mode: null,
        redirect: null,
        days: 90,
        locked: ['name', 'legalPerson'],
        source: { kind: 'file', fileId: `cloud://env.x/${uploads[0]}` },
        reading: { ask: true },
      },
    ])
  })

  test('pasted text is sent as it is', async () => {
    await openMany()
    await type('#title', '入职')
    await press('#paste')
    await app.until(() => app.q('.b-source__paste:not(.c-hidden)'))
    await type('#paste-text', '姓名\t手机号\n测试员甲\t10020033001')
    await press('#create')
    await app.until(onCampaign)
    expect(imported()[0]).toMatchObject({
      source: { kind: 'text', text: '姓名\t手机号\n测试员甲\t10020033001' },
    })
  })

  test('what is wrong in it is listed by line and column; nothing was made, and the settings stay', async () => {
    const issues: InviteeIssue[] = [
      { line: 3, column: 'mobile', code: 'malformed' },
      { line: 5, column: 'idNumber', code: 'digitsLost' },
      { line: 9, column: 'name', code: 'duplicate', other: 4 },
      { line: 9, column: 'bizId', code: 'malformed' },
    ]
    world.imported = {
      outcome: 'faulty',
      issues,
      faulty: 8,
      lines: 300,
      unknownHeadings: ['备注'],
      leftOut: [],
    }
    await openMany(chosen)
    await fill()
    await press('#days-7')
    await press('#create')
    await app.until(() => app.q('#faulty'))
    expect(app.text('#faulty')).toMatch(/表格有 8 行要改，还没有创建任何邀请\n共读到 300 行/)
    expect(app.text('#issue-1')).toBe('第 3 行 · 手机号\n不是 11 位手机号')
    expect(app.text('#issue-2')).toMatch(/^第 5 行 · 身份证号码\n[\s\S]*末尾几位已丢失/)
    expect(app.text('#issue-3')).toBe('第 9 行 · 姓名\n与第 4 行重复')
    expect(app.text('#issue-4')).toMatch(/^第 9 行 · 业务编号/)
    expect(app.text('#issues-more')).toMatch(/还有 5 行有问题/)
    expect(app.text('#faulty-unknown')).toMatch(/备注/)

    world.imported = { outcome: 'created', campaign: campaignOf(), unknownHeadings: [], leftOut: [] }
    await press('#choose-file')
    await press('#create')
    await app.until(onCampaign)
    expect(imported()[1]).toMatchObject({ title: '供应商认证', days: 7 })
    expect(uploads).toHaveLength(2)
  })

  test('those without a fault can be invited now, and the others are named', async () => {
    world.imported = {
      outcome: 'faulty',
      issues: [{ line: 3, column: 'mobile', code: 'malformed' }],
      faulty: 1,
      lines: 300,
      unknownHeadings: [],
      leftOut: [],
    }
    await openMany(chosen)
    await fill()
    await press('#create')
    await app.until(() => app.q('#leave-faulty'))
    expect(app.text('#leave-faulty')).toMatch(/299 行/)
    const left = { what: 'row', name: '3', count: 1, why: 'faulty' } as const
    world.imported = { outcome: 'created', campaign: campaignOf(), unknownHeadings: [], leftOut: [left] }
    await press('#leave-faulty')
    await app.until(() => app.q('#created-sheet'))
    expect(app.text('#left-out-1')).toBe('第 3 行：有要改的内容，没有邀请')
    expect(imported().map(({ reading }) => reading)).toEqual([
      { ask: true },
      { ask: false, leaveFaulty: true },
    ])
    await press('#created-go')
    await app.until(onCampaign)
  })

  test('a lost answer is tried again with the same key and the same upload', async () => {
    world.fail('invitation.import', { code: 'NETWORK' })
    await openMany(chosen)
    await fill()
    await press('#create')
    await app.until(() => app.q('#invite-failed'))
    world.fail('invitation.import', null)
    await press('#invite-failed-action')
    await app.until(onCampaign)
    const [first, second] = imported()
    expect(second).toEqual(first)
    expect(uploads).toHaveLength(1)
  })

  test('two taps make one campaign', async () => {
    await openMany(chosen)
    await fill()
    await quiet(app)
    app.tap('#create')
    app.tap('#create')
    await app.until(onCampaign)
    expect(imported()).toHaveLength(1)
  })

  test.each([
    ['SHEET_EMPTY', /表格里没有受邀人/],
    ['TOO_MANY_ROWS', /一次最多 1000 份邀请/],
    ['SHEET_NO_HEADING', /没有找到表头/],
  ])('%s is said at the spreadsheet', async (code, words) => {
    world.fail('invitation.import', { code })
    await openMany(chosen)
    await fill()
    await press('#create')
    await app.until(() => words.test(app.text('#error-source')))
  })

  test('columns that were left out are told before the campaign is shown', async () => {
    world.imported = { outcome: 'created', campaign: campaignOf(), unknownHeadings: ['备注'], leftOut: [] }
    await openMany(chosen)
    await fill()
    await press('#create')
    await app.until(() => app.q('#created-sheet'))
    expect(app.text('#created-sheet')).toMatch(/已创建 300 份邀请[\s\S]*备注/)
    await press('#created-go')
    await app.until(onCampaign)
  })

  test('a file of another kind is refused on the phone', async () => {
    await openMany({ choose: async () => [{ ...sheet, name: '名单.docx' }] })
    await press('#choose-file')
    await app.until(() => /只支持 \.xlsx 和 \.csv/.test(app.text('#error-source')))
  })

  test('the template is of the chosen subject', async () => {
    const opened: OpenedDocument[] = []
    await openMany({ onOpenDocument: document => void opened.push(document) })
    await press('#subject-organization')
    await press('#template')
    await app.until(() => opened.length === 1)
    expect(world.inputsOf('invitation.template')).toEqual([{ subject: 'organization', language: 'zh' }])
  })
})

test('a viewer is told that others invite, and is led to the list', async () => {
  world.role = 'viewer'
  await open()
  expect(app.text('#forbidden')).toMatch(/查看者不能发出邀请/)
  await press('#back')
  await app.until(onCampaign)
})
