import type { OpenApp } from '../../sandbox/simulator/jsdom'
import type { BootOptions } from '../../sandbox/simulator/runtime/types'
import { goOn, openCompiled, pressOn, quiet } from './compiled'
import {
  createInviteeWorld,
  handoverToken,
  type InviteeWorld,
  personOffer,
  rejected,
  token,
  verificationId,
  verified,
} from './invitee-cloud'

let world: InviteeWorld
let app: OpenApp

beforeEach(() => {
  world = createInviteeWorld()
})
afterEach(() => {
  const trouble = app.errors()
  app.close()
  expect(trouble).toEqual([])
})

async function open(page: string, query: Record<string, string>, options: BootOptions = {}) {
  app = await openCompiled((action, input) => world.answer(action, input), {
    launch: { path: `packages/verify/${page}/index`, query },
    ...options,
  })
}
const top = () => app.sim.pages().at(-1)
const typedIn = (field: string) => Object(app.q(`${field} input`)).value
const at = (page: string) => app.until(() => top()?.route === `packages/verify/${page}/index`)
const press = (target: string) => pressOn(app, target)
async function openPerson(query: Record<string, string> = {}) {
  await open('person', { invitation: token, ...query })
  await app.until(() => app.q('#given-name'))
  await quiet(app)
}
async function agreeAndStart(vendor?: string) {
  await goOn(app, vendor)
  await press('#start')
}
const idNumber = '11010519491231002X'
const key = expect.stringMatching(/^[A-Za-z0-9_-]{16,64}$/)
const consentId = `c_${'0'.repeat(32)}`

const organizationOffer = {
  ...personOffer,
  subject: 'organization',
  terms: {
    ...personOffer.terms,
    vendors: ['ess', 'esign'],
    filledIn: [
      { field: 'name', text: '杭州云上贸易有限公司', locked: true },
      { field: 'registerNumber', text: '91330100MA27X00001', locked: false },
    ],
  },
}

describe('the form of an invited person', () => {
  test('shows what is filled in, by whom, and asks for the rest only', async () => {
    await openPerson()
    expect(app.text('#field-name')).toBe('姓名\n张*\n由邀请方填写')
    expect(app.text('#field-mobile')).toBe('手机号\n138****0000\n修改\n由邀请方填写，有误可以修改')
    expect(app.q('#change-name')).toBeNull()
    expect(app.text()).toMatch(/示例科技有限公司邀请您办理“入职实名”。/)
    expect(app.q('#id-type')).toBeNull()
    await press('#to-how')
    await app.until(() => app.text('#error-id-number') === '请填写证件号码')
    app.type('#id-number', idNumber)
    await goOn(app)
    expect(app.text('#agree-facts')).toMatch(/只有e签宝/)
  })

  test('starts on the invitation with what was typed, and a consent of its own purpose', async () => {
    await openPerson()
    app.type('#id-number', idNumber)
    await agreeAndStart()
    await at('verification')
    expect(world.inputsOf('consent.record')).toMatchObject([
      { vendor: 'esign', policyVersion: '1', accepted: true, purpose: 'invitation' },
    ])
    expect(world.inputsOf('invitation.start')).toEqual([
      {
        clientKey: key,
        consentId,
        token,
        vendor: 'esign',
        subject: 'person',
        invitee: { idNumber },
        mode: 'any',
      },
    ])
    expect(world.inputsOf('verification.start')).toEqual([])
    expect(top()?.query).toEqual({ id: verificationId, invitation: token })
  })

  test('a field that may be changed becomes empty, is sent, and goes back', async () => {
    await openPerson()
    await press('#change-mobile')
    await app.until(() => app.q('#mobile'))
    app.type('#mobile', '13900000000')
    await press('#keep-mobile')
    await app.until(() => app.q('#given-mobile'))
    await press('#change-mobile')
    await app.until(() => app.q('#mobile'))
    expect(typedIn('#mobile')).toBe('')
    app.type('#mobile', '13911111111')
    app.type('#id-number', idNumber)
    await agreeAndStart()
    await at('verification')
    expect(world.inputsOf('invitation.start')[0]?.invitee).toEqual({ mobile: '13911111111', idNumber })
  })

  test('a field that is being changed and left empty is missing', async () => {
    await openPerson()
    app.type('#id-number', idNumber)
    await press('#change-mobile')
    await app.until(() => app.q('#mobile'))
    await press('#to-how')
    await app.until(() => app.text('#error-mobile') === '请填写 11 位手机号')
    expect(app.q('#guide-how')).toBeNull()
  })

  test('tried again after a lost answer it is the same wish', async () => {
    await openPerson()
    app.type('#id-number', idNumber)
    world.fail('invitation.start', 'NETWORK')
    await agreeAndStart()
    await app.until(() => app.q('#start-failed'))
    world.fail('invitation.start', null)
    await press('#start')
    await at('verification')
    const [first, second] = world.inputsOf('invitation.start')
    expect(second?.clientKey).toBe(first?.clientKey)
    expect(world.inputsOf('consent.record')).toHaveLength(1)
  })

  test.each([
    ['person.idNumber', '#error-id-number', /证件号码不正确/],
    ['invitee.idNumber', '#error-id-number', /证件号码不正确/],
    ['person.contact.value', '#error-mobile', /11 位手机号/],
    ['person.name', '#error-name', /请联系邀请方更正/],
  ])('an error at %s is said at %s', async (field, place, words) => {
    await openPerson()
    app.type('#id-number', idNumber)
    world.fail('invitation.start', 'INVALID_INPUT', field)
    await agreeAndStart()
    await app.until(() => words.test(app.text(place)))
  })

  test.each([
    ['INVITATION_TAKEN', 'taken'],
    ['INVITATION_OVER', 'expired'],
  ])('%s leads to what the invitation says about it', async (failure, standing) => {
    await openPerson()
    app.type('#id-number', idNumber)
    world.fail('invitation.start', failure)
    world.offer = { ...personOffer, standing, terms: null, canStart: false }
    await agreeAndStart()
    await app.until(() => app.q(`#invitation-${standing}`))
    expect(app.sim.pages()).toHaveLength(1)
  })

  test('an invitation that cannot be begun has no form', async () => {
    world.offer = { ...personOffer, standing: 'mine', canStart: false, verification: verified }
    await open('person', { invitation: token })
    await at('invitation')
  })

  test('an invitation that could not be loaded can be tried again', async () => {
    world.fail('invitation.open', 'NETWORK')
    await open('person', { invitation: token })
    await app.until(() => app.q('#invitation-failed'))
    expect(app.q('#name')).toBeNull()
    world.fail('invitation.open', null)
    await press('#invitation-failed-action')
    await app.until(() => app.q('#given-name'))
  })

  test('a mode of the terms is the only one', async () => {
    world.offer = { ...personOffer, terms: { ...personOffer.terms, mode: 'face' } }
    await openPerson()
    app.type('#id-number', idNumber)
    await press('#to-how')
    await app.until(() => app.q('#field-mode'))
    expect(app.text('#field-mode')).toMatch(/刷脸[\s\S]*由邀请方指定/)
    app.tap('#change-mode')
    await quiet(app)
    expect(app.q('#mode-sheet')).toBeNull()
  })

  test('what is typed for an invitation is not found in the form of one’s own', async () => {
    await openPerson()
    app.type('#id-number', idNumber)
    await quiet(app)
    app.sim.relaunch({ path: 'packages/verify/person/index', query: {} })
    await app.until(() => app.q('#name') && app.q('#given-name') === null)
    await quiet(app)
    expect(typedIn('#id-number')).toBe('')
  })
})

describe('the form of an invited organization', () => {
  test('offers the vendors of the terms and shows public data in full', async () => {
    world.offer = organizationOffer
    await open('organization', { invitation: token })
    await app.until(() => app.q('#applicant-mobile'))
    await quiet(app)
    expect(app.text('#field-organization-name')).toBe('企业全称\n杭州云上贸易有限公司\n由邀请方填写')
    app.type('#applicant-mobile', '13800000000')
    await press('#to-how')
    await app.until(() => app.q('#vendor-ess') ?? app.q('#vendor-esign'))
    expect(app.q('#vendor-qiyuesuo')).toBeNull()
    await press('#vendor-esign')
    await press('#guide-to-who')
    await agreeAndStart()
    await at('verification')
    expect(world.inputsOf('invitation.start')).toEqual([
      {
        clientKey: key,
        consentId,
        token,
        vendor: 'esign',
        subject: 'organization',
        invitee: { applicantMobile: '13800000000' },
      },
    ])
  })
})

describe('a phone that took over', () => {
  test('tells the start of which code', async () => {
    await open('person', { handover: handoverToken })
    await app.until(() => app.q('#name'))
    await quiet(app)
    app.type('#name', '张三')
    app.type('#id-number', idNumber)
    app.type('#mobile', '13800000000')
    await agreeAndStart('esign')
    await at('verification')
    expect(world.inputsOf('verification.start')).toMatchObject([{ vendor: 'esign', handover: handoverToken }])
    expect(world.inputsOf('consent.record')[0]).not.toHaveProperty('purpose')
  })

  test('later than the code lives starts all the same', async () => {
    await openPerson({ handover: handoverToken })
    app.type('#id-number', idNumber)
    world.fail('invitation.start', 'HANDOVER_OVER')
    await agreeAndStart()
    await app.until(() => world.inputsOf('invitation.start').length === 2)
    const [first, second] = world.inputsOf('invitation.start')
    expect(first).toMatchObject({ handover: handoverToken })
    expect(second).not.toHaveProperty('handover')
  })
})

describe('the number WeChat knows', () => {
  test('fills in the field, which can still be typed in', async () => {
    await open('person', {})
    await press('#mobile-fill')
    await app.until(() => app.overlayText() !== '')
    app.tap('允许')
    await app.until(() => typedIn('#mobile') === '13900000000')
    expect(world.inputsOf('phone.number')).toMatchObject([{ code: expect.any(String) }])
  })

  test('that was refused leaves the field as it was, with a sentence', async () => {
    await open('organization', {})
    await app.until(() => app.q('#applicant-mobile'))
    app.type('#applicant-mobile', '138')
    await press('#applicant-mobile-fill')
    await app.until(() => app.overlayText() !== '')
    app.tap('不允许')
    await app.until(() => /可以直接填写/.test(app.text('#applicant-mobile-fill-complaint')))
    expect(typedIn('#applicant-mobile')).toBe('138')
  })

  test('that the server did not get is said with its reason', async () => {
    world.fail('phone.number', 'PHONE_CODE_INVALID')
    await open('person', {})
    await press('#mobile-fill')
    await app.until(() => app.overlayText() !== '')
    app.tap('允许')
    await app.until(() => /授权已失效/.test(app.text('#mobile-fill-complaint')))
    expect(typedIn('#mobile')).toBe('')
  })
})

describe('the page of a verification that answers an invitation', () => {
  test('leads back to the invitation once it is verified', async () => {
    world.view = verified
    await open('verification', { id: verificationId, invitation: token })
    await press('#to-invitation')
    await at('invitation')
    expect(top()?.query).toEqual({ token })
  })

  test('goes back to the page beneath instead of opening another', async () => {
    world.offer = { ...personOffer, standing: 'mine', canStart: false, verification: world.view }
    await open('invitation', { token })
    await press('#look')
    await at('verification')
    await press('#to-invitation')
    await at('invitation')
    expect(app.sim.pages()).toHaveLength(1)
  })

  test('begins again at the invitation after a failure', async () => {
    world.view = rejected
    await open('verification', { id: verificationId, invitation: token })
    await press('#restart')
    await at('invitation')
  })

  test('without the invitation at hand it says where to begin again', async () => {
    world.view = rejected
    await open('verification', { id: verificationId })
    await app.until(() => app.q('#restart-invited'))
    expect(app.q('#restart')).toBeNull()
    expect(app.q('#to-invitation')).toBeNull()
  })
})
