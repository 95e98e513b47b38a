import type { OpenApp } from '../../sandbox/simulator/jsdom'
import { openCompiled, pressOn, quiet } from './compiled'
import { createOutlineWorld, type OutlineWorld, verificationId } from './outline-cloud'

let app: OpenApp
let world: OutlineWorld

beforeEach(() => {
  world = createOutlineWorld()
})
afterEach(() => {
  const trouble = [...app.errors(), ...app.sim.stats.warnings]
  app.close()
  expect(trouble).toEqual([])
})

async function open(): Promise<void> {
  app = await openCompiled((action, input) => world.answer(action, input), {
    launch: { path: 'packages/verify/verification/index', query: { id: verificationId } },
  })
  await app.until(() => app.q('#status-title'))
  await quiet(app)
}
const asked = () => world.count('verification.outline')
const label = (selector: string) => app.q(selector)?.getAttribute('aria-label')
const look = (selector: string) => app.q(selector)?.className

async function askByHand() {
  await pressOn(app, '#help')
  await pressOn(app, '#refresh')
}

test('the organization is under way, its agent is done: states, steps and times in words', async () => {
  await open()
  expect(app.text('#outline-flow')).toBe('企业认证\n进行中')
  expect(app.text('#outline-flow-since')).toMatch(/^2019年7月9日 \d\d:20 开始 · \d\d:21 更新$/)
  expect(app.text('#outline-flow-step-1')).toBe('随机金额打款\n进行中')
  expect(app.text('#outline-flow-step-2')).toBe('企业信息核验\n进行中')
  expect(app.text('#outline-related-1')).toBe('经办人本人认证\n已完成')
  expect(app.text('#outline-related-1-step-1')).toBe('银行卡四要素\n已完成')
  expect(asked()).toBe(1)
})

test('a screen reader hears step and state, and the states do not differ by colour alone', async () => {
  await open()
  expect(label('#outline-flow')).toBe('企业认证，进行中')
  expect(label('#outline-flow-step-1')).toBe('随机金额打款，进行中')
  expect(look('#outline-flow-step-1')).toContain('--underWay')
  expect(look('#outline-related-1-step-1')).toContain('--passed')
})

test('it is drawn without the recursive template', async () => {
  await open()
  expect(app.q('#outline-related-1-step-1')?.closest('comp')).toBeNull()
})

test('of a failure and of what we have no word for, the vendor’s own words are not shown to its user', async () => {
  world.outline = {
    subject: 'person',
    id: '',
    ours: null,
    state: 'failed',
    rawState: 'FAIL',
    failure: '人脸比对不通过',
    createdAt: null,
    changedAt: null,
    steps: [
      { maker: 'esign', id: '', kind: 'face', rawKind: 'FACEAUTH_ESIGN', state: 'failed' },
      { maker: null, id: '', kind: 'other', rawKind: 'PALM_PRINT', state: 'unknown' },
      { maker: null, id: '', kind: 'palm' as 'other', rawKind: 'PALM_2', state: 'paused' as 'unknown' },
      { maker: null, id: '', kind: 'smsCode', rawKind: 'AUTHCODE', state: 'stopped' },
    ],
    related: [],
  }
  await open()
  expect(app.text('#outline-flow')).toBe('个人认证\n未通过')
  expect(app.text()).not.toContain('人脸比对不通过')
  expect(app.q('#outline-flow-since')).toBeNull()
  expect(app.text('#outline-flow-step-1')).toBe('刷脸（e签宝）\n未通过')
  expect(app.text('#outline-flow-step-2')).toBe('其他核验\n状态未知')
  expect(app.text('#outline-flow-step-3')).toBe('其他核验\n状态未知')
  expect(app.text('#outline-flow-step-4')).toBe('短信验证码\n已终止')
})

test('a flow whose state nobody documented is not shown by the vendor’s own word', async () => {
  Object.assign(world.outline ?? {}, { state: 'unknown', rawState: 'SUSPENDED', steps: [] })
  await open()
  expect(app.text('#outline-flow')).toBe('企业认证\n状态未知')
  expect(app.text()).not.toContain('SUSPENDED')
  expect(app.text('#outline')).toContain('还没有核验步骤')
})

test('nothing is shown where the vendor has no picture', async () => {
  world.outline = null
  await open()
  expect(asked()).toBe(1)
  expect(app.q('#outline')).toBeNull()
})

test('a vendor that draws none is not asked', async () => {
  world.draws = false
  await open()
  expect(asked()).toBe(0)
  expect(app.q('#outline')).toBeNull()
})

test('before the vendor knows of the flow it is not asked', async () => {
  world.move({ state: 'indeterminate', phase: 'act', nextStep: 'open' })
  await open()
  expect(asked()).toBe(0)
})

test('a failure is quiet, can be tried again, and leaves the rest of the page alone', async () => {
  world.failure = { code: 'VENDOR_UNAVAILABLE' }
  await open()
  expect(app.text('#outline-failed')).toBe('暂时看不到流程详情\n重试')
  expect(app.q('#failed')).toBeNull()
  world.failure = null
  app.tap('#outline-retry')
  await app.until(() => app.q('#outline-flow'))
  expect(app.q('#outline-failed')).toBeNull()
})

test('what was seen stays when a later question fails', async () => {
  await open()
  world.failure = { code: 'VENDOR_UNAVAILABLE' }
  await askByHand()
  await app.until(() => app.q('#outline-failed'))
  expect(app.text('#outline-flow')).toBe('企业认证\n进行中')
})

test('polls do not ask again until the verification has changed', async () => {
  world.move({ phase: 'wait', nextStep: 'refresh' })
  await open()
  await app.until(() => world.count('verification.refresh') >= 3)
  expect(asked()).toBe(1)
  world.move({ state: 'verified', phase: 'done', nextStep: 'none', assurance: 'attempt' })
  Object.assign(world.outline ?? {}, { state: 'passed' })
  await app.until(() => app.text('#outline-flow') === '企业认证\n已完成')
  expect(asked()).toBe(2)
})

test('a question by hand and a return to the page ask again', async () => {
  await open()
  await askByHand()
  await app.until(() => asked() === 2)
  await quiet(app)
  app.sim.hide()
  app.sim.show()
  await app.until(() => asked() === 3)
})
