import type { OpenApp } from '../../sandbox/simulator/jsdom'
import { openCompiled, quiet } from './compiled'
import { createLegacyWorld, type LegacyWorld, personInvitation } from './legacy-cloud'

let app: OpenApp
let world: LegacyWorld

beforeEach(() => {
  world = createLegacyWorld()
})
afterEach(() => {
  const trouble = [...app.errors(), ...app.sim.stats.warnings]
  app.close()
  expect(trouble).toEqual([])
})

async function open(page = 'legacy'): Promise<void> {
  app = await openCompiled((action, input) => world.answer(action, input), {
    launch: { path: `packages/workplace/${page}/index`, query: {} },
  })
  await app.until(() => app.q('#legacy-id, #claim-code, #figures-empty'))
  await quiet(app)
}
const route = () => app.sim.pages().at(-1)?.route
async function look(id: string): Promise<void> {
  app.type('#legacy-id', id)
  await quiet(app)
  app.tap('#legacy-search')
  await quiet(app)
}
const disabled = (selector: string) => app.q(selector)?.hasAttribute('disabled')

test('the workplace leads here', async () => {
  await open('home')
  await app.until(() => app.q('#legacy'))
  app.tap('#legacy')
  await app.until(() => route() === 'packages/workplace/legacy/index')
  await app.until(() => app.q('#legacy-id'))
})

test('where no vendor lets old invitations be looked up, nothing leads here', async () => {
  world.on = false
  await open('home')
  expect(app.q('#legacy')).toBeNull()
})

test('a notice says that it is over, that nothing is sent, and that it is off by itself', async () => {
  await open()
  expect(app.text('#legacy-notice')).toBe(
    'e签宝自 2022 年 1 月 12 日起停止维护邀请任务，不再接受新的对接。这里不能发送邀请，只能查询以前的邀请，没有完成的可以转为新邀请。\n这项查询默认关闭，需由管理员开启。',
  )
  expect(disabled('#legacy-search')).toBe(true)
})

test('a person and an organization are shown with masked data, state and raw status', async () => {
  await open()
  await look(' iudi0989ad79 ')
  expect(world.searches).toEqual([{ invitationId: 'iudi0989ad79', offset: 0, size: 20 }])
  expect(app.text('#legacy-total')).toBe('编号 iudi0989ad79 · 共 2 条')
  expect(app.text('#legacy-item-1').split('\n')).toEqual([
    '测**',
    '已认证',
    '个人',
    ...['联系方式', '138****0000'],
    ...['身份证号码', '1101****15'],
    ...['业务编号', '123456'],
    ...['原始状态', '1'],
  ])
  expect(app.text('#legacy-item-2').split('\n')).toEqual([
    '杭州云上贸易有限公司',
    '已认证并完成',
    '企业',
    ...['组织机构代码', '91330100MA2XXXXX0A'],
    ...['法定代表人', '王*'],
    ...['法定代表人证件号', '3301****2X'],
    ...['被邀请人', '王*'],
    ...['联系方式', '139****9000'],
    ...['证件号码', '3301****2X'],
    ...['通知方式', '短信'],
    ...['业务编号', 'shop-0042'],
    ...['完成后去', 'https://example.com/done'],
    ...['结果通知到', 'https://example.com/esign'],
    ...['原始状态', '2'],
  ])
  expect(app.q('#legacy-item-2')?.getAttribute('aria-label')).toBe('杭州云上贸易有限公司，已认证并完成')
  expect(app.q('#legacy-more')).toBeNull()
  expect(app.q('#legacy-item-2')?.closest('comp')).toBeNull()
})

test('more come by offset, of what is shown and not of what is typed, until there are no more', async () => {
  world.invitations.set(
    'many',
    Array.from({ length: 45 }, (_, index) => personInvitation({ bizId: `n${index + 1}` })),
  )
  await open()
  await look('many')
  expect(app.text('#legacy-shown')).toBe('已显示 20 / 45 条')
  app.type('#legacy-id', 'other')
  app.tap('#legacy-more')
  await app.until(() => app.q('#legacy-item-40'))
  await quiet(app)
  const before = app.sim.stats.setData.length
  app.tap('#legacy-more')
  await app.until(() => app.q('#legacy-item-45'))
  await quiet(app)
  // The five that came, and not the forty once more because the button went.
  const sent = app.sim.stats.setData.slice(before).reduce((sum, { bytes }) => sum + bytes, 0)
  expect(sent).toBeLessThan(12_000)
  expect(app.q('#legacy-more')).toBeNull()
  expect(app.q('#legacy-shown')).toBeNull()
  expect(world.searches.map(({ invitationId, offset }) => [invitationId, offset])).toEqual([
    ['many', 0],
    ['many', 20],
    ['many', 40],
  ])
})

test('a page that fails leaves what is shown, and can be asked for again', async () => {
  world.invitations.set(
    'many',
    Array.from({ length: 21 }, () => personInvitation()),
  )
  await open()
  await look('many')
  world.failure = 'VENDOR_UNAVAILABLE'
  app.tap('#legacy-more')
  await app.until(() => app.q('#legacy-more-failed'))
  expect(app.qa('.p-legacy__card')).toHaveLength(20)
  world.failure = null
  app.tap('#legacy-more')
  await app.until(() => app.q('#legacy-item-21'))
  expect(app.q('#legacy-more-failed')).toBeNull()
})

test.each([null, 'NOT_FOUND'])('an id that the vendor does not know is not found (%s)', async failure => {
  world.failure = failure
  await open()
  await look('nobody')
  expect(app.text('#legacy-empty')).toContain('没有找到')
  expect(app.text('#legacy-empty')).toContain('nobody')
})

test('an id of other signs is not sent; what is wrong stands at the field until it changes', async () => {
  await open()
  await look('邀请 1')
  expect(app.text('#error-legacy-id')).toBe('编号只含字母、数字、横线和下划线，请核对')
  expect(world.searches).toEqual([])
  app.type('#legacy-id', 'a')
  await quiet(app)
  expect(app.text('#error-legacy-id')).toBe('')
})

test.each([
  ['INVALID_INPUT', '编号只含字母、数字、横线和下划线，请核对'],
  ['VENDOR_REFUSED', 'e签宝没有接受这个编号，请核对后再试'],
])('%s is told at the field', async (code, text) => {
  world.failure = code
  await open()
  await look('iudi0989ad79')
  expect(app.text('#error-legacy-id')).toBe(text)
  expect(app.q('#legacy-failed')).toBeNull()
})

test.each([
  ['VENDOR_OFF', '这项查询没有开启，请联系管理员'],
  ['VENDOR_UNAVAILABLE', '认证机构暂时无法访问，请稍后再试'],
])('%s is no fault of the id and can be tried again', async (code, text) => {
  world.failure = code
  await open()
  await look('iudi0989ad79')
  expect(app.text('#legacy-failed')).toBe(`${text}\n重试`)
  expect(app.text('#error-legacy-id')).toBe('')
  world.failure = null
  app.tap('#legacy-failed-action')
  await app.until(() => app.q('#legacy-item-1'))
})

test('who is no operator sees how to become one, and then the page', async () => {
  world.role = null
  await open()
  expect(app.text('#claim-screen')).toContain('成为操作员')
  expect(app.q('#legacy-id')).toBeNull()
  app.type('#claim-code', 'K7-PX')
  await quiet(app)
  app.tap('#claim')
  await app.until(() => app.q('#legacy-id'))
})

describe('making new invitations of those nobody has finished', () => {
  async function found(role: 'viewer' | 'operator') {
    world.role = role
    await open()
    await look('iudi0989ad79')
  }

  test('is an operator’s matter', async () => {
    await found('viewer')
    expect(app.q('#adopt')).toBeNull()
  })

  test('wants a title, tells how many there are, and that the others were left', async () => {
    await found('operator')
    expect(app.q('#adopt')?.hasAttribute('disabled')).toBe(true)
    app.type('#adopt-title', ' 补办认证 ')
    await quiet(app)
    app.tap('#adopt')
    await app.until(() => app.q('#adopted'))
    expect(world.adoptions).toEqual([{ invitationId: 'iudi0989ad79', title: '补办认证' }])
    expect(app.text('#adopted')).toContain('已有 2 份新邀请')
    expect(app.text('#adopted')).toContain('另有 3 份')
    expect(app.q('#adopted-1')).not.toBeNull()
  })

  test('says what went wrong, and can be tried again', async () => {
    await found('operator')
    world.failure = 'VENDOR_UNAVAILABLE'
    app.type('#adopt-title', '补办认证')
    await quiet(app)
    app.tap('#adopt')
    await app.until(() => app.q('#adopt-failed'))
    expect(app.text('#adopt-failed')).toBe('认证机构暂时无法访问，请稍后再试')
    world.failure = null
    app.tap('#adopt')
    await app.until(() => app.q('#adopted'))
  })
})
