import type { OpenApp } from '../../sandbox/simulator/jsdom'
import { pressOn, quiet } from './compiled'
import { openWorkplace } from './workplace-app'
import { caseId, createWorkplaceWorld, type WorkplaceWorld } from './workplace-cloud'

let world: WorkplaceWorld
let app: OpenApp

beforeEach(() => {
  world = createWorkplaceWorld()
})
afterEach(() => {
  const trouble = [...app.errors(), ...app.sim.stats.warnings]
  app.close()
  expect(trouble).toEqual([])
})

async function open(query: Record<string, string> = { id: caseId(1) }) {
  app = await openWorkplace('packages/workplace/verification/index', world, query)
  await app.until(() => app.q('#case-state, #claim-code, #failed, #missing'))
  await quiet(app)
}
const press = (target: string) => pressOn(app, target)
const fact = (id: string) => app.text(`#fact-${id}`).split('\n').at(-1)

test.each(['viewer', 'operator', 'owner'] as const)('a %s sees what is known of it', async role => {
  world.role = role
  await open()
  expect(app.text('#case-state')).toBe('已认证')
  expect(fact('name')).toBe('杭州云上贸易有限公司')
  expect(fact('contact')).toBe('138****0000')
  expect(fact('biz-id')).toBe('shop-0042')
  expect(fact('assurance')).toBe('通过了这一次认证')
  expect(app.q('#fact-reason')).toBeNull()
  expect(app.text('#step-result')).toMatch(/结果/)
  expect(world.inputsOf('workplace.verification')).toEqual([{ id: caseId(1) }])
})

test('operators write down what they want to remember, and how it is marked; a viewer only reads', async () => {
  await open()
  expect(app.q('#noted-save')).toBeNull()
  await press('#noted-tag-follow')
  app.type('#noted-text', '电话已联系')
  await press('#noted-save')
  await app.until(() => !app.q('#noted-save'))
  const written = { id: caseId(1), note: '电话已联系', tag: 'follow' }
  expect(world.inputsOf('workplace.annotate')).toEqual([written])
  app.close()
  world.role = 'viewer'
  await open()
  await press('#noted-tag-follow')
  expect(app.q('#noted-save')).toBeNull()
})

test('one that failed says why, and one without an invitation leads to none', async () => {
  world.result.invitationId = null
  world.result.bizId = ''
  Object.assign(world.result.verification, {
    state: 'rejected',
    phase: 'failed',
    reason: 'authorizationLetter',
    assurance: null,
  })
  await open()
  expect(app.text('#case-state')).toBe('未通过')
  expect(fact('reason')).toBe('企业授权书没有通过审核')
  expect(app.q('#fact-biz-id')).toBeNull()
  expect(app.q('#case-invitation')).toBeNull()
})

test('nobody is addressed as if it were theirs', async () => {
  Object.assign(world.result.verification, {
    state: 'ready',
    phase: 'act',
    nextStep: 'open',
    assurance: null,
  })
  await open()
  expect(app.text('#case-state')).toBe('待本人办理')
  expect(app.text('#case-detail')).toMatch(/^有效期至 2026-11-29 /)
  expect(app.text()).not.toMatch(/您/)
})

describe('the trail', () => {
  test('says event, cause, states, raw status, and that it is whole', async () => {
    await open()
    expect(app.text()).not.toMatch(/SUCCESS|INIT/)
    await press('#details')
    await app.until(() => app.q('#fact-raw-status'))
    expect(fact('raw-status')).toBe('SUCCESS')
    const rows = app.qa('.p-trail__row').map(each => app.text(each).replace(/ \d{4}-.*/g, ''))
    expect(rows).toEqual([
      '发起：本人提交了信息\n提交中 ·',
      '提交给机构：机构受理了\n提交中 → 待本人办理 ·\n认证机构的原话：INIT',
      '本人返回后查询：本人去了机构页面\n待本人办理 → 办理中 ·\n认证机构的原话：ING',
      '收到机构通知：机构确认已通过\n办理中 → 已认证 ·\n认证机构的原话：SUCCESS',
    ])
    expect(app.text('#trail-intact')).toBe('记录完整：每一条都与前一条相连，没有被改动。')
    expect(app.q('#trail-broken')).toBeNull()
  })

  test('that does not hang together is warned about', async () => {
    world.result.intact = false
    await open()
    expect(app.text('#trail-broken')).toMatch(/记录对不上[\s\S]*请联系管理员核查/)
    expect(app.q('#trail-intact')).toBeNull()
  })
})

describe('the flow at the vendor', () => {
  test('is asked for only by a tap', async () => {
    await open()
    expect(world.inputsOf('workplace.outline')).toEqual([])
    await press('#case-outline')
    await app.until(() => app.q('#outline-flow'))
    expect(app.text('#outline-flow-step-1')).toMatch(
      /企业信息核验\n编号 3bb55061-f98f-4c89-b236-96b3e7048839\n进行中/,
    )
    expect(world.inputsOf('workplace.outline')).toEqual([{ id: caseId(1) }])
    expect(app.q('#case-outline')).toBeNull()
  })

  test('there may be none', async () => {
    world.outline = null
    await open()
    await press('#case-outline')
    await app.until(() => app.text('#outline-none') === '机构没有这个流程的概要。')
  })

  test('that cannot be had can be tried again', async () => {
    world.fail('workplace.outline', 'VENDOR_UNAVAILABLE')
    await open()
    await press('#case-outline')
    await app.until(() => app.q('#outline-retry'))
    world.fail('workplace.outline', null)
    await press('#outline-retry')
    await app.until(() => app.q('#outline-flow'))
    expect(app.q('#outline-failed')).toBeNull()
  })

  test('is not offered where the vendor draws none', async () => {
    world.result.verification.vendor = 'ess'
    await open()
    expect(app.q('#case-outline')).toBeNull()
  })
})

describe('what is not there', () => {
  test('an address without an id says so without a question', async () => {
    await open({})
    expect(app.text('#missing')).toMatch(/没有找到这张认证单/)
    expect(world.inputsOf('workplace.verification')).toEqual([])
    await press('#back')
    await app.until(() => app.sim.pages().at(-1)?.route === 'packages/workplace/home/index')
  })

  test.each(['NOT_FOUND', 'INVALID_INPUT'])('an id that leads nowhere (%s) says so', async code => {
    world.fail('workplace.verification', code)
    await open()
    await app.until(() => app.q('#missing'))
  })

  test('a failure can be tried again', async () => {
    world.fail('workplace.verification', 'INTERNAL')
    await open()
    expect(app.q('#missing')).toBeNull()
    world.fail('workplace.verification', null)
    await press('#failed-action')
    await app.until(() => app.q('#case-state'))
  })

  test('whoever may not see it is told so', async () => {
    world.fail('workplace.verification', 'FORBIDDEN')
    await open()
    expect(app.text('#failed')).toMatch(/您没有这项操作的权限/)
  })

  test('whoever is no operator is asked for a code, and learns nothing', async () => {
    world.role = null
    await open()
    expect(app.q('#claim-code')).not.toBeNull()
    expect(world.inputsOf('workplace.verification')).toEqual([])
  })
})
