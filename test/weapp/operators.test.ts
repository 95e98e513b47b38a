import type { OpenApp } from '../../sandbox/simulator/jsdom'
import { openCompiled, pressOn, quiet } from './compiled'
import { code, createOperatorsWorld, invitationId, type OperatorsWorld, operatorId } from './operators-cloud'

let world: OperatorsWorld
let app: OpenApp

beforeEach(() => {
  world = createOperatorsWorld()
})
afterEach(() => {
  const trouble = [...app.errors(), ...app.sim.stats.warnings]
  app.close()
  expect(trouble).toEqual([])
})

async function open(page: 'operators' | 'home') {
  app = await openCompiled((action, input) => world.answer(action, input), {
    launch: { path: `packages/workplace/${page}/index`, query: {} },
  })
}
/** A tap, once what was done before has reached the screen. */
const press = (target: string) => pressOn(app, target)
const route = () => app.sim.pages().at(-1)?.route
const atHome = () => route() === 'packages/workplace/home/index'

async function openOperators() {
  await open('operators')
  await app.until(() => app.q('#operator-1'))
}
async function openForm() {
  await openOperators()
  await press('#operator-invite')
  await app.until(() => app.q('#operator-label'))
}
async function askToRemove(number: number) {
  await press(`#operator-remove-${number}`)
  await app.until(() => app.q('#operator-remove-sheet') ?? app.q('#operator-leave-sheet'))
}
async function invited() {
  await openForm()
  app.type('#operator-label', ' 王芳 ')
  await press('#operator-role-operator')
  await press('#operator-invite-confirm')
  await app.until(() => app.q('#operator-code'))
}

describe('the way to the page', () => {
  test('an owner gets there from the workplace', async () => {
    await open('home')
    await app.until(() => app.q('#operators'))
    await press('#operators')
    await app.until(() => route() === 'packages/workplace/operators/index')
    await app.until(() => app.q('#operator-1'))
  })

  test.each(['viewer', 'operator'] as const)('a %s sees no such cell', async role => {
    world.role = role
    await open('home')
    await app.until(() => app.q('#figures-empty'))
    expect(app.q('#operators')).toBeNull()
  })

  test('whoever may not manage operators is told so, and is led back', async () => {
    world.fail('operator.list', 'FORBIDDEN')
    await open('operators')
    await app.until(() => app.q('#forbidden'))
    expect(app.text('#forbidden')).toMatch(/您没有这项操作的权限，请联系所有者/)
    expect(app.q('#operator-invite')).toBeNull()
    await press('#back')
    await app.until(atHome)
  })

  test('a list that cannot be loaded can be tried again', async () => {
    world.fail('operator.list', 'INTERNAL')
    await open('operators')
    await app.until(() => app.q('#failed-action'))
    world.fail('operator.list', null)
    await press('#failed-action')
    await app.until(() => app.q('#operator-1'))
    expect(app.q('#failed')).toBeNull()
  })
})

describe('the list', () => {
  test('says who, in which role, what it may do and since when', async () => {
    await openOperators()
    expect(app.text('#operator-1')).toMatch(/首位所有者[\s\S]*所有者[\s\S]*邀请和移除操作员[\s\S]*加入/)
    expect(app.text('#operator-2')).toMatch(/^我\n[\s\S]*退出/)
    expect(app.text('#operator-3')).toMatch(/财务部王芳\n操作员\n[\s\S]*提交和取消[\s\S]*移除/)
    expect(app.q('#invitations')).toBeNull()
  })

  test('invitations nobody has used say for whom, as what and until when', async () => {
    const expiresAt = new Date(new Date().getFullYear(), 11, 31, 23, 59, 59).getTime()
    world.listing.open = [{ id: invitationId(1), role: 'viewer', label: '韩梅梅', expiresAt }]
    await openOperators()
    expect(app.text('#invitations')).toMatch(/等待使用的邀请\n韩梅梅\n查看者\n12月31日 23:59 到期\n收回/)
  })
})

describe('inviting', () => {
  test('shows the code once, in groups, and copies it without spaces', async () => {
    await invited()
    expect(world.inputsOf('operator.invite')).toMatchObject([{ role: 'operator', label: '王芳' }])
    expect(app.text('#operator-code')).toBe('A1B2 C3D4 E5F6 0718 293A')
    expect(app.text('#operator-invited')).toMatch(
      /给“王芳”的开通码（操作员）[\s\S]*24 小时内有效[\s\S]*只显示这一次/,
    )
    await press('#operator-code-copy')
    await app.until(() => app.sim.clipboard.read() === code)
    await press('#operator-code-close')
    await app.until(() => app.q('#operator-invited') === null)
    expect(app.text('#invitations')).toMatch(/王芳\n操作员\n.*到期\n收回/)
    expect(app.text()).not.toMatch(/A1B2/)
    expect(app.q('#invite-form')).toBeNull()
    expect(app.q('#operator-invite')).not.toBeNull()
  })

  test('the code stays on the screen when the list is loaded again', async () => {
    await invited()
    app.sim.pullDownRefresh()
    await quiet(app)
    expect(app.text('#operator-code')).toBe('A1B2 C3D4 E5F6 0718 293A')
    expect(app.qa('[id^="invitation-withdraw-"]')).toHaveLength(1)
  })

  test('a role is chosen unless it is to be the least, and a double tap makes one code', async () => {
    await openForm()
    app.type('#operator-label', '韩梅梅')
    await quiet(app)
    const button = '#operator-invite-confirm'
    app.tap(button)
    app.tap(button)
    await app.until(() => app.q('#operator-code'))
    expect(world.inputsOf('operator.invite')).toMatchObject([{ role: 'viewer', label: '韩梅梅' }])
  })

  test('without saying for whom there is no code', async () => {
    await openForm()
    app.type('#operator-label', '  ')
    await press('#operator-invite-confirm')
    await app.until(() => /请填写给谁/.test(app.text('#error-operator-label')))
    expect(world.inputsOf('operator.invite')).toEqual([])
  })

  test.each([
    ['INVALID_INPUT', '#error-operator-label', /请填写称呼，最多 30 个字/],
    ['INTERNAL', '#invite-failed', /服务暂时不可用/],
  ])('%s is said at %s, and what was typed stays', async (failure, place, words) => {
    world.fail('operator.invite', failure)
    await openForm()
    app.type('#operator-label', '王芳')
    await press('#operator-invite-confirm')
    await app.until(() => app.q(place) && words.test(app.text(place)))
    world.fail('operator.invite', null)
    await press('#operator-invite-confirm')
    await app.until(() => app.q('#operator-code'))
    expect(world.inputsOf('operator.invite').at(-1)).toMatchObject({ role: 'viewer', label: '王芳' })
  })

  test('an owner who is one no longer is told about the whole page', async () => {
    world.fail('operator.invite', 'FORBIDDEN')
    await openForm()
    app.type('#operator-label', '王芳')
    await press('#operator-invite-confirm')
    await app.until(() => app.q('#forbidden'))
  })
})

describe('withdrawing', () => {
  test('asks first, by name; the code that is still shown goes too', async () => {
    await invited()
    await press('#invitation-withdraw-1')
    await app.until(() => app.q('#operator-withdraw-sheet'))
    expect(app.text('#operator-withdraw-sheet')).toMatch(/收回给“王芳”的邀请？[\s\S]*立即失效/)
    await press('#operator-withdraw-no')
    await app.until(() => app.q('#operator-withdraw-sheet') === null)
    expect(world.inputsOf('operator.withdraw')).toEqual([])
    await press('#invitation-withdraw-1')
    await press('#operator-withdraw-yes')
    await app.until(() => app.q('#invitations') === null)
    expect(world.inputsOf('operator.withdraw')).toEqual([{ id: invitationId(1) }])
    expect(app.q('#operator-invited')).toBeNull()
    expect(app.overlayText()).toBe('已收回')
  })

  test('one that was used in the meantime shows who has come', async () => {
    await invited()
    world.fail('operator.withdraw', 'NOT_FOUND')
    world.listing.open = []
    world.listing.operators.push({
      id: operatorId(4),
      role: 'operator',
      label: '王芳',
      self: false,
      since: Date.now(),
    })
    await press('#invitation-withdraw-1')
    await press('#operator-withdraw-yes')
    await app.until(() => app.q('#operator-4'))
    expect(app.q('#invitations')).toBeNull()
    expect(app.overlayText()).toBe('这份邀请已用过或已收回')
  })

  test('a failure is said beside it', async () => {
    await invited()
    world.fail('operator.withdraw', 'INTERNAL')
    await press('#invitation-withdraw-1')
    await press('#operator-withdraw-yes')
    await app.until(() => /服务暂时不可用/.test(app.text('#error-invitation-withdraw-1')))
  })
})

describe('removing', () => {
  test('asks first, by name, and takes nobody away without a yes', async () => {
    await openOperators()
    await askToRemove(3)
    expect(app.text('#operator-remove-sheet')).toMatch(/移除“财务部王芳”？/)
    await press('#operator-remove-no')
    await app.until(() => app.q('#operator-remove-sheet') === null)
    expect(world.inputsOf('operator.remove')).toEqual([])
    await askToRemove(3)
    await press('#operator-remove-yes')
    await app.until(() => app.q('#operator-3') === null)
    expect(world.inputsOf('operator.remove')).toEqual([{ id: operatorId(3) }])
  })

  test('that the last owner stays is said kindly, beside the person', async () => {
    world.fail('operator.remove', 'LAST_OWNER')
    await openOperators()
    await askToRemove(2)
    await press('#operator-leave-yes')
    await app.until(() => /请先邀请另一位所有者/.test(app.text('#error-operator-remove-2')))
    expect(app.text('#error-operator-remove-1')).toBe('')
    expect(app.q('#operator-2')).not.toBeNull()
  })

  test('whoever was removed by somebody else is just gone', async () => {
    await openOperators()
    world.fail('operator.remove', 'NOT_FOUND')
    world.listing.operators.pop()
    await askToRemove(3)
    await press('#operator-remove-yes')
    await app.until(() => app.q('#operator-3') === null)
    expect(app.text()).not.toMatch(/没有找到/)
  })

  test('leaving is warned about and leads back to the workplace, which asks for a code', async () => {
    await open('home')
    await app.until(() => app.q('#operators'))
    await press('#operators')
    await app.until(() => app.q('#operator-2'))
    await askToRemove(2)
    expect(app.text('#operator-leave-sheet')).toMatch(/确定要退出吗？[\s\S]*需要另一位所有者重新邀请您/)
    await press('#operator-leave-yes')
    await app.until(atHome)
    await app.until(() => app.q('#claim-screen'))
    expect(app.sim.pages()).toHaveLength(1)
  })
})

test('a code is claimed as it was read aloud: with spaces, in small letters', async () => {
  world.role = null
  await open('home')
  await app.until(() => app.q('#claim-code'))
  expect(app.text('#claim-screen')).toMatch(/开通服务时得到的，或所有者给您的一次性开通码/)
  app.type('#claim-code', ' a1b2 c3d4 e5f6 0718 293a ')
  await press('#claim')
  await app.until(() => app.q('#figures-empty'))
  expect(world.inputsOf('operator.claim')).toEqual([{ code: 'a1b2c3d4e5f60718293a' }])
})
