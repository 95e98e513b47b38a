import type { OpenApp } from '../../sandbox/simulator/jsdom'
import { goOn, openCompiled, pressOn, quiet } from './compiled'
import { createInviteeWorld, type InviteeWorld } from './invitee-cloud'

let world: InviteeWorld
let app: OpenApp

beforeEach(() => {
  world = createInviteeWorld()
  world.vendors = world.vendors.filter(each => each.id === 'ess')
})
afterEach(() => {
  const trouble = app.errors()
  app.close()
  expect(trouble).toEqual([])
})

async function open(page: 'person' | 'organization', typed: Record<string, string>) {
  app = await openCompiled((action, input) => world.answer(action, input), {
    launch: { path: `packages/verify/${page}/index`, query: {} },
  })
  await app.until(() => app.q('#to-how'))
  await quiet(app)
  for (const [field, text] of Object.entries(typed)) {
    app.type(field, text)
    await quiet(app)
  }
}
async function start() {
  await goOn(app)
  await pressOn(app, '#start')
  await app.until(() => world.inputsOf('verification.start').length > 0)
}
const shown = (field: string) => Object(app.q(`${field} input`)).value

const person = { '#name': '测试员丙', '#id-number': '11010519491231002X', '#mobile': '13700000888' }

test('what a paste brings along does not leave the phone, and nothing is cut off before that', async () => {
  await open('person', {
    '#name': '测试员丙\u200b',
    '#id-number': '110105 19491231 002x',
    '#mobile': '+86 137 0000 0888',
  })
  // Cleaned where it was typed, once the field is left.
  expect(shown('#id-number')).toBe('11010519491231002X')
  expect(shown('#mobile')).toBe('13700000888')
  await start()
  expect(world.inputsOf('verification.start')[0]?.person).toEqual({
    contact: { type: 'mobile', value: '13700000888' },
    name: '测试员丙',
    idType: 'residentId',
    idNumber: '11010519491231002X',
    mode: 'any',
  })
})

test('an organization too is sent as its licence has it', async () => {
  await open('organization', {
    '#organization-name': '示例(杭州)有限公司\u200b',
    '#register-number': '9135 0100 m000 100y 43',
    '#applicant-mobile': '137 0000 0888',
  })
  await start()
  expect(world.inputsOf('verification.start')[0]?.organization).toEqual({
    name: '示例（杭州）有限公司',
    registerNumber: '91350100M000100Y43',
    applicant: { contact: { type: 'mobile', value: '13700000888' } },
  })
})

test('a name that may be meant otherwise is asked about when it is left, and nobody gets on with it', async () => {
  await open('person', { ...person, '#name': '买买提 艾力' })
  expect(app.text('#error-name')).toBe('是不是“买买提·艾力”？请对照证件，改成证件上的写法')
  await pressOn(app, '#to-how')
  await quiet(app)
  expect(app.q('#guide-how')).toBeNull()
  expect(world.inputsOf('consent.record')).toEqual([])
})

test('what is wrong is said when a field is left, what is empty only when somebody wants to go on', async () => {
  await open('person', { '#name': '', '#id-number': '110105194912310021' })
  expect(app.text('#error-id-number')).toBe('证件号码不正确，请核对后重新填写')
  expect(app.text('#error-name')).toBe('')
  await pressOn(app, '#to-how')
  await app.until(() => app.text('#error-name') !== '')
  expect(app.text('#error-mobile')).toBe('请填写 11 位手机号')
  app.type('#id-number', '11010519491231002X')
  await app.until(() => app.text('#error-id-number') === '')
  expect(world.inputsOf('consent.record')).toEqual([])
})

test('a way back leads to what was typed', async () => {
  await open('person', person)
  await goOn(app)
  await pressOn(app, '#guide-back')
  await pressOn(app, '#guide-to-who')
  await app.until(() => app.q('#name'))
  expect(shown('#name')).toBe('测试员丙')
})
