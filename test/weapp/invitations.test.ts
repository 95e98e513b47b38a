import type { OpenApp } from '../../sandbox/simulator/jsdom'
import type { BootOptions, OpenedDocument } from '../../sandbox/simulator/runtime/types'
import { openCompiled, pressOn, quiet } from './compiled'
import {
  campaignId,
  campaignOf,
  createInvitationsWorld,
  type InvitationsWorld,
  invitationId,
  invitationOf,
} from './invitations-cloud'

let world: InvitationsWorld
let app: OpenApp

beforeEach(() => {
  world = createInvitationsWorld()
})
afterEach(() => {
  const trouble = [...app.errors(), ...app.sim.stats.warnings]
  app.close()
  expect(trouble).toEqual([])
})

async function open(page: string, query: Record<string, string> = {}, options: BootOptions = {}) {
  app = await openCompiled((action, input) => world.answer(action, input), {
    launch: { path: `packages/workplace/${page}/index`, query },
    ...options,
  })
}
async function openList(query: Record<string, string> = {}, options: BootOptions = {}) {
  await open('invitations', query, options)
  await app.until(() => app.q('#empty') ?? /没有更多了|加载更多/.test(app.text('#list-end')))
}
/** A tap, once what was done before has reached the screen. */
const press = (target: string) => pressOn(app, target)
const route = () => app.sim.pages().at(-1)?.route
const query = () => app.sim.pages().at(-1)?.query
const many = (total: number) =>
  Array.from({ length: total }, (_, index) => invitationOf({ id: invitationId(index + 1) }))

describe('the list of invitations', () => {
  test('says whom, about what, in which state, how many have used it and for how long it is good', async () => {
    world.invitations = [
      invitationOf({ state: 'started', most: 10, begun: 2, bizId: 'HT-2026-1' }),
      invitationOf({ id: invitationId(2), maskedName: '', maskedContact: '', state: 'verified' }),
    ]
    await openList()
    const shown = app.text('#invitation-1').replaceAll('\u00a0', ' ')
    expect(shown).toBe(
      '测***\n进行中\n员工入职实名认证\n' +
        `个人 · 2 / 10 人 · 100****0001 · HT-2026-1 · ${shown.match(/\d{4}-\d\d-\d\d \d\d:\d\d/)}创建 · 还剩 29 天`,
    )
    expect(app.text('#invitation-2')).toMatch(/^未指定\n已认证\n/)
    expect(app.text('#invitation-2')).not.toMatch(/还剩|100\*|\/ 1 人/)
  })

  test('all that are listed are taken back by one call, once the list is narrowed and somebody has said yes', async () => {
    world.invitations = [
      invitationOf({ id: invitationId(1) }),
      invitationOf({ id: invitationId(2), state: 'verified' }),
      invitationOf({ id: invitationId(3), state: 'started' }),
    ]
    await openList()
    expect(app.q('#bulk-revoke')).toBeNull()
    await press('#invitation-subject-person')
    await app.until(() => app.q('#bulk-revoke'))
    await press('#bulk-revoke')
    await press('#bulk-revoke-yes')
    await app.until(() => world.inputsOf('invitation.revoke').length > 0)
    expect(world.inputsOf('invitation.revoke')).toEqual([{ ids: [invitationId(1), invitationId(3)] }])
  })

  test('a line leads to the invitation', async () => {
    await openList()
    await press('#invitation-1')
    await app.until(() => route() === 'packages/workplace/invitation/index')
    expect(query()).toEqual({ id: invitationId(1) })
  })

  test('more is read at the bottom, until there is no more', async () => {
    world.invitations = many(45)
    await openList()
    expect(app.qa('.p-invitations__item')).toHaveLength(20)
    // jsdom lays out nothing: as high as a list is.
    Object.defineProperty(app.sim.topElement(), 'scrollHeight', { value: 5000 })
    for (const total of [40, 45]) {
      app.scroll(0)
      app.scroll(5000)
      await app.until(() => app.qa('.p-invitations__item').length === total)
      await quiet(app)
    }
    expect(app.text('#list-end')).toBe('没有更多了')
    expect(world.inputsOf('invitation.list')).toEqual([
      { limit: 20 },
      { limit: 20, cursor: 'c20' },
      { limit: 20, cursor: 'c40' },
    ])
  })

  test('pulling down reads anew as much as is shown', async () => {
    await openList()
    world.invitations = many(2)
    app.sim.pullDownRefresh()
    await app.until(() => app.q('#invitation-2'))
  })

  test('states and subjects filter it', async () => {
    world.invitations = [
      invitationOf({ state: 'verified', subject: 'organization', maskedName: '杭州云上贸易有限公司' }),
      invitationOf({ id: invitationId(2) }),
    ]
    await openList()
    await press('#invitation-state-verified')
    await app.until(() => app.qa('.p-invitations__item').length === 1)
    await press('#invitation-subject-person')
    await app.until(() => app.q('#empty-filtered'))
    expect(world.inputsOf('invitation.list').at(-1)).toEqual({
      limit: 20,
      state: 'verified',
      subject: 'person',
    })
    await press('#invitation-state-all')
    await app.until(() => /测\*\*\*/.test(app.text('#list')))
  })

  test('what is searched for is sent whole, once somebody has stopped typing, and emptied again', async () => {
    world.invitations = [invitationOf({ bizId: 'HT-2026-1' }), ...many(2)]
    await openList()
    expect(app.text()).toMatch(/标题和企业名称写两个字就行；姓名、手机号、信用代码、业务编号要写全/)
    app.type('#invitation-search', 'HT-2026')
    app.type('#invitation-search', ' HT-2026-1 ')
    await app.until(() => app.qa('.p-invitations__item').length === 1)
    expect(world.inputsOf('invitation.list').map(each => each.text)).toEqual([undefined, 'HT-2026-1'])
    await press('#invitation-search-clear')
    await app.until(() => app.qa('.p-invitations__item').length > 1)
  })

  test('nothing found is told apart from nothing there', async () => {
    const there = world.invitations
    world.invitations = []
    await openList()
    expect(app.text('#empty')).toMatch(/还没有邀请/)
    expect(app.q('#invitation-search')).toBeNull()
    app.close()
    world.invitations = there
    await openList()
    world.invitations = []
    app.type('#invitation-search', '测试员甲')
    await app.until(() => app.q('#empty-filtered'))
    expect(app.text('#empty-filtered')).toMatch(/没有符合条件的邀请\n姓名、号码和业务编号要写全/)
  })

  test('a list that cannot be loaded can be tried again', async () => {
    world.fail('invitation.list', { code: 'INTERNAL' })
    await open('invitations')
    await app.until(() => app.q('#failed-action'))
    world.fail('invitation.list', null)
    await press('#failed-action')
    await app.until(() => app.q('#invitation-1'))
    expect(app.q('#failed')).toBeNull()
  })

  async function backFromForm() {
    await app.until(() => app.q('#title'))
    await quiet(app)
    app.sim.back()
    await app.until(() => app.q('#invitation-new'))
  }
  test('new ones, a spreadsheet and the campaigns are one tap away', async () => {
    await openList()
    await press('#invitation-many')
    await app.until(() => route() === 'packages/workplace/invite/index')
    expect(query()).toEqual({ many: '1' })
    await backFromForm()
    await press('#invitation-new')
    await app.until(() => route() === 'packages/workplace/invite/index')
    expect(query()).toEqual({})
    await backFromForm()
    await press('#campaigns')
    await app.until(() => route() === 'packages/workplace/campaigns/index')
  })

  test('a viewer sees the list and may export it, but not invite', async () => {
    world.role = 'viewer'
    await openList()
    expect(app.q('#invitation-1')).not.toBeNull()
    expect(app.q('#invitation-export')).not.toBeNull()
    expect(app.q('#invitation-new')).toBeNull()
    expect(app.q('#invitation-many')).toBeNull()
  })

  test('whoever is no operator can become one with a code, and sees the list then', async () => {
    world.role = null
    await open('invitations')
    await app.until(() => app.q('#claim-code'))
    app.type('#claim-code', 'A1B2')
    await press('#claim')
    await app.until(() => app.q('#invitation-1'))
  })
})

describe('exporting', () => {
  async function exportAs(format: string) {
    await press('#invitation-export')
    await app.until(() => app.overlayText().includes(format))
    app.tap(format)
  }
  const excel = '导出为 Excel（.xlsx）'

  test('an .xlsx is opened', async () => {
    const opened: OpenedDocument[] = []
    await openList({}, { onOpenDocument: document => void opened.push(document) })
    await exportAs(excel)
    await app.until(() => opened.length === 1)
    expect(opened[0]).toMatchObject({ name: '邀请.xlsx', fileType: 'xlsx' })
    expect(world.inputsOf('workplace.exportInvitations')).toEqual([{ format: 'xlsx', language: 'zh' }])
  })

  test('of a campaign gives its invitations alone', async () => {
    await openList({ campaignId })
    await exportAs(excel)
    await app.until(() => world.inputsOf('workplace.exportInvitations').length === 1)
    expect(world.inputsOf('workplace.exportInvitations')).toEqual([
      { format: 'xlsx', language: 'zh', campaignId },
    ])
  })

  test('a .csv, which WeChat cannot show, is made ready to be sent on', async () => {
    await openList()
    await exportAs('导出为 CSV（.csv）')
    await app.until(() => app.q('#kept-sheet'))
    expect(app.text('#kept-sheet')).toMatch(/邀请\.csv 已保存/)
  })

  test('that failed is said, and can be tried again', async () => {
    world.fail('workplace.exportInvitations', { code: 'INTERNAL' })
    await openList()
    await exportAs(excel)
    await app.until(() => /服务暂时不可用/.test(app.text('#export-failed')))
    await press('#export-failed-action')
    await app.until(() => app.overlayText().includes(excel))
  })
})

describe('a campaign', () => {
  const inCampaign = () => invitationOf({ campaignId, number: 12, subject: 'organization' })

  test('is told at a glance in the list of campaigns, and leads to its invitations', async () => {
    world.invitations = [inCampaign(), invitationOf({ id: invitationId(2) })]
    await open('campaigns')
    await app.until(() => app.q('#campaign-1'))
    expect(app.text('#campaign-1')).toMatch(
      /^供应商认证\n企业 · 共 300 份 · [\s\S]*\n待开始 120 · 进行中 60 · 已认证 80 · 已完成 30 · 已过期 10\n12月31日 23:59 截止$/,
    )
    await press('#campaign-1')
    await app.until(() => app.q('#campaign-head'))
    expect(query()).toEqual({ campaignId })
    await app.until(() => app.q('#invitation-1'))
    expect(app.text('#invitation-1')).toMatch(/第\s12\s份 · 企业/)
    expect(app.text('#invitation-1')).not.toMatch(/员工入职实名认证/)
    expect(app.qa('.p-invitations__item')).toHaveLength(1)
    expect(app.text('#invitation-state-verified')).toBe('已认证80')
  })

  test('is found among many', async () => {
    world.campaigns = [
      ...Array.from({ length: 60 }, (_, n) => campaignOf({ id: `m_${String(n).padStart(32, '0')}` })),
      campaignOf({ title: '第六十一批' }),
    ]
    await openList({ campaignId })
    await app.until(() => /第六十一批/.test(app.text('#campaign-head')))
  })

  test('that its summary was not found does not keep its invitations away', async () => {
    world.fail('invitation.campaign', { code: 'NOT_FOUND' })
    world.invitations = [inCampaign()]
    await openList({ campaignId })
    await app.until(() => app.q('#campaign-missing'))
    expect(app.q('#invitation-1')).not.toBeNull()
  })

  test('its codes are printed part by part', async () => {
    world.parts = 2
    const opened: OpenedDocument[] = []
    await openList(
      { campaignId },
      {
        onOpenDocument: document => void opened.push(document),
        download: async () => ({ statusCode: 200, content: new Uint8Array([37, 80, 68, 70]) }),
        downloadDomains: ['https://files.example.com'],
      },
    )
    await press('#sheet-1')
    await app.until(() => opened.length === 1)
    expect(opened[0]).toMatchObject({ name: '供应商认证-1.pdf', fileType: 'pdf' })
    await press('.sim-back')
    await app.until(() => app.q('#sheet-2'))
    expect(app.text('#sheet-note')).toBe('共 2 个文件，第 1 个有 120 个二维码。')
    expect(world.inputsOf('invitation.sheet')).toEqual([{ campaignId, part: 1, language: 'zh' }])
  })

  test('a sheet that cannot be made is tried again with the same part', async () => {
    world.fail('invitation.sheet', { code: 'CODE_UNAVAILABLE' })
    await openList({ campaignId })
    await press('#sheet-1')
    await app.until(() => /二维码暂时无法生成/.test(app.text('#sheet-failed')))
    await press('#sheet-failed-action')
    await app.until(() => world.inputsOf('invitation.sheet').length === 2)
    expect(world.inputsOf('invitation.sheet').map(each => each.part)).toEqual([1, 1])
  })

  test('a sheet that cannot be fetched is said so', async () => {
    await openList({ campaignId })
    await press('#sheet-1')
    await app.until(() => app.q('#sheet-not-opened'))
  })

  test('a viewer prints no codes', async () => {
    world.role = 'viewer'
    await openList({ campaignId })
    await app.until(() => app.q('#campaign-head'))
    expect(app.q('#sheets')).toBeNull()
  })

  test.each([
    ['operator', /从表格导入名单/, true],
    ['viewer', /操作员从表格发出邀请后/, false],
  ] as const)('without any, a %s is told what to do', async (role, words, button) => {
    world.role = role
    world.campaigns = []
    await open('campaigns')
    await app.until(() => app.q('#empty'))
    expect(app.text('#empty')).toMatch(words)
    expect(app.q('#campaign-new') !== null).toBe(button)
  })
})
