import { mount } from '../../../../test/support/hooks'
import { phone, refused } from '../../../../test/support/taro'

import { takeHandoff } from '../../../handoff/pending'
import { invitationOf } from '../invitation/of-verification'
import { emptyPerson } from '../person/draft'
import { personForm } from '../person/form'
import { useOrigin } from './origin'
import { useAgreement } from './use-agreement'
import { type StartForm, useStart } from './use-start'

jest.mock('@tarojs/taro', () => jest.requireActual('../../../../test/support/taro'))
jest.mock('react', () => jest.requireActual('../../../../test/support/hooks'))

const vendor = Object({ id: 'one' })
const config = Object({ policy: { version: '3' }, messages: [{ kind: 'result', template: 'T' }] })
const verification = { id: 'v_1', updatedAt: 1 }
const token = 'T'.repeat(22)
const draft = { ...emptyPerson, mobile: '13800138000' }
let consents: number
beforeEach(() => {
  phone.reset()
  consents = 0
  phone.answers('consent.record', () => {
    consents += 1
    return { consentId: `consent_${consents}` }
  })
  for (const action of ['verification.start', 'invitation.start'])
    phone.answers(action, () => ({ outcome: 'started', verification, handoff: null }))
  phone.answers('message.accept', () => ({}))
  phone.can('requestSubscribeMessage', async () => ({ T: 'accept' }))
  phone.can('removeStorage', async () => ({}))
})

interface Given {
  form?: Partial<StartForm>
  invitation?: string | null
  handover?: string | null
  known?: typeof config | null
  by?: typeof vendor | null
}

function opened({ form = {}, invitation = null, handover = null, known = config, by = vendor }: Given = {}) {
  const whole = { ...personForm(draft, [], invitation), ...form }
  return mount(() => useStart(whole, by, known, handover))
}
async function pressed(given: Given = {}) {
  const page = opened(given)
  page().submit()
  await page.settled()
  return page
}
const starts = (action = 'verification.start') => phone.inputs(action)

test('a start asks to tell, records the consent, is sent, and becomes the page of the verification', async () => {
  const onStarted = jest.fn()
  const first = { ...verification, id: 'v_first' }
  phone.answers('verification.start', () => ({ outcome: 'started', verification: first, handoff: null }))
  const page = await pressed({ form: { onStarted } })
  expect(phone.asked.map(([action]) => action)).toEqual([
    'consent.record',
    'verification.start',
    'message.accept',
  ])
  const [consent] = phone.inputs('consent.record')
  expect(consent).toMatchObject({ vendor: 'one', policyVersion: '3', accepted: true })
  expect(consent).not.toHaveProperty('purpose')
  const [start] = starts()
  expect(start).toMatchObject({
    consentId: 'consent_1',
    vendor: 'one',
    subject: 'person',
    person: { contact: { value: '13800138000' } },
  })
  expect(start).not.toHaveProperty('handover')
  expect(phone.inputs('message.accept')).toEqual([{ id: 'v_first', kinds: ['result'] }])
  expect(phone.given('redirectTo')).toEqual([{ url: '/packages/verify/verification/index?id=v_first' }])
  expect(phone.given('removeStorage')).toMatchObject([{ key: 'draft-person' }])
  expect(onStarted).toHaveBeenCalledTimes(1)
  expect(page()).toMatchObject({ busy: false, obstacle: null })
  expect([takeHandoff('v_first'), invitationOf('v_first')]).toEqual([null, null])
})

test('on an invitation the consent says so, and the page knows which invitation it was', async () => {
  const handoff = { kind: 'webUrl' }
  const id = `v_${Math.random()}`
  phone.answers('invitation.start', () => ({
    outcome: 'started',
    verification: { ...verification, id },
    handoff,
  }))
  await pressed({ invitation: token, handover: 'h_1' })
  expect(phone.inputs('consent.record')).toMatchObject([{ purpose: 'invitation' }])
  expect(starts('invitation.start')).toMatchObject([
    { token, handover: 'h_1', vendor: 'one', subject: 'person', invitee: { mobile: '13800138000' } },
  ])
  expect(phone.given('redirectTo')).toEqual([
    { url: `/packages/verify/verification/index?id=${id}&invitation=${token}` },
  ])
  expect([takeHandoff(id), invitationOf(id)]).toEqual([handoff, token])
})

test.each([
  [null, ['T']],
  [token, ['T', 'R']],
])('of the end of an invitation only who was invited is asked: %s', async (invitation, tmplIds) => {
  const asked: string[][] = []
  phone.can('requestSubscribeMessage', async (given: { tmplIds: string[] }) => {
    asked.push(given.tmplIds)
    return {}
  })
  const known = Object({ ...config, messages: [...config.messages, { kind: 'reminder', template: 'R' }] })
  await pressed({ invitation, known })
  expect(asked).toEqual([tmplIds])
})

test('what was changed after a lost answer is another wish, with a consent of its own', async () => {
  phone.answers('verification.start', () => refused('NETWORK'))
  for (const mobile of ['13800138001', '13800138002'])
    await pressed({ form: personForm({ ...draft, mobile }, [], null) })
  const [one, other] = starts() as { clientKey: string; consentId: string }[]
  expect(other?.clientKey).not.toBe(one?.clientKey)
  expect([one?.consentId, other?.consentId]).toEqual(['consent_1', 'consent_2'])
})

test('tried again after a lost answer it is the same wish, with the same consent and without another question', async () => {
  phone.answers('verification.start', () => refused('NETWORK'))
  const page = await pressed()
  expect(page().obstacle).toMatchObject({ kind: 'failure', failure: { code: 'NETWORK' } })
  phone.answers('verification.start', () => ({ outcome: 'started', verification, handoff: null }))
  page().submit()
  await page.settled()
  const [lost, again] = starts()
  expect(again).toEqual(lost)
  expect([consents, phone.given('requestSubscribeMessage').length]).toEqual([1, 1])
  await pressed()
  expect(starts()[2]?.clientKey).not.toBe(lost?.clientKey)
})

test.each(['KEY_CONFLICT', 'CONSENT_REQUIRED', 'BUSY'])(
  'after %s the next press is a new wish, or the same',
  async code => {
    phone.answers('verification.start', () => refused(code))
    const page = await pressed()
    page().submit()
    await page.settled()
    const [first, second] = starts().map(({ clientKey }) => clientKey)
    expect([first === second, consents]).toEqual(code === 'BUSY' ? [true, 1] : [false, 2])
    phone.answers('verification.start', () => ({ outcome: 'started', verification, handoff: null }))
    page().submit()
    await page.settled()
  },
)

test('what is wrong stands in the way before anybody is asked; so does what is not known', async () => {
  const error = { field: 'name', text: 'error.name' } as const
  expect((await pressed({ form: { faults: [error] } }))().obstacle).toEqual({ kind: 'field', error })
  expect((await pressed({ known: null }))().obstacle).toBeNull()
  expect((await pressed({ by: null }))().obstacle).toBeNull()
  expect([phone.asked, phone.given('requestSubscribeMessage')]).toEqual([[], []])
  phone.can('requirePrivacyAuthorize', ({ fail }: { fail: (error: object) => void }) => fail({ errno: 104 }))
  phone.can('getPrivacySetting', ({ success }: { success: (found: object) => void }) =>
    success({ needAuthorization: true }),
  )
  const page = await pressed()
  expect([page().obstacle, phone.asked]).toEqual([{ kind: 'privacy' }, []])
  page().dismiss()
  expect(page().obstacle).toBeNull()
})

test('what the server refuses at a field is shown there, and told to the form', async () => {
  phone.answers('verification.start', () => refused('INVALID_INPUT', 'person.idNumber'))
  const onRefused = jest.fn()
  const page = await pressed({ form: { onRefused } })
  const error = { field: 'id-number', text: 'error.idNumber' }
  expect([page().obstacle, onRefused.mock.calls]).toEqual([{ kind: 'field', error }, [[error]]])
  expect((await pressed())().obstacle).toEqual({ kind: 'field', error })
})

test.each(['INVITATION_TAKEN', 'INVITATION_OVER', 'INVITATION_ENDED', 'NOT_FOUND'])(
  '%s is said by the page of the invitation; without one by the form',
  async code => {
    phone.can('getCurrentPages', () => [])
    for (const action of ['verification.start', 'invitation.start'])
      phone.answers(action, () => refused(code))
    const invited = await pressed({ invitation: token })
    expect(invited().obstacle).toBeNull()
    expect(phone.given('redirectTo')).toEqual([{ url: `/packages/verify/invitation/index?token=${token}` }])
    invited().submit()
    await invited.settled()
    const [first, second] = starts('invitation.start')
    expect(second?.clientKey).not.toBe(first?.clientKey)
    expect((await pressed())().obstacle).toMatchObject({ kind: 'failure', failure: { code } })
  },
)

describe('with an open verification', () => {
  const existing = Object({ id: 'v_0' })
  beforeEach(() =>
    phone.answers('verification.start', () => ({
      outcome: 'existing',
      verification: existing,
      handoff: null,
    })),
  )

  test('it is asked about, and nothing is told of what was not started', async () => {
    const page = await pressed()
    expect(page().obstacle).toEqual({ kind: 'existing', verification: existing })
    expect([phone.inputs('message.accept'), phone.given('redirectTo'), phone.given('removeStorage')]).toEqual(
      [[], [], []],
    )
  })

  test('it can be taken up instead', async () => {
    const onDropped = jest.fn()
    const page = await pressed({ form: { onDropped } })
    page().resume(existing)
    await page.settled()
    expect(phone.given('redirectTo')).toEqual([{ url: '/packages/verify/verification/index?id=v_0' }])
    expect([onDropped.mock.calls.length, page().obstacle]).toEqual([1, null])
    const other = await pressed()
    other().resume(existing)
    await other.settled()
    expect(phone.given('redirectTo')).toHaveLength(2)
  })

  test.each([null, 'NOT_CANCELABLE'])('or replaced, also when it has ended meanwhile: %s', async code => {
    const page = await pressed()
    phone.answers('verification.cancel', () => (code ? refused(code) : {}))
    phone.answers('verification.start', () => ({ outcome: 'started', verification, handoff: null }))
    page().replace(existing)
    await page.settled()
    expect(phone.inputs('verification.cancel')).toEqual([{ id: 'v_0' }])
    expect(phone.given('redirectTo')).toEqual([{ url: '/packages/verify/verification/index?id=v_1' }])
  })

  test('what cannot be cancelled is not replaced', async () => {
    const page = await pressed()
    phone.answers('verification.cancel', () => refused('BUSY'))
    page().replace(existing)
    await page.settled()
    expect(page().obstacle).toMatchObject({ kind: 'failure', failure: { code: 'BUSY' } })
    expect(starts()).toHaveLength(1)
  })
})

test.each(['HANDOVER_OVER', 'HANDOVER_FOREIGN', 'BUSY'])(
  'a code that is over (%s) stops nobody',
  async code => {
    phone.answers('verification.start', ({ handover }: { handover?: string }) =>
      handover ? refused(code) : { outcome: 'started', verification, handoff: null },
    )
    const page = await pressed({ handover: 'h_1' })
    expect(starts().map(({ handover }) => handover)).toEqual(code === 'BUSY' ? ['h_1'] : ['h_1', undefined])
    expect(page().obstacle === null).toBe(code !== 'BUSY')
    phone.answers('verification.start', () => refused(code))
    expect((await pressed())().obstacle).toMatchObject({ failure: { code } })
  },
)

test('the tick counts for the vendor that is named beside it', () => {
  const given = { vendor: 'one' as string | null }
  const page = mount(() => useAgreement(given.vendor as never))
  expect(page()).toMatchObject({ possible: true, agreed: false })
  page().setAgreed(true)
  expect(page().agreed).toBe(true)
  given.vendor = 'two'
  expect(page().agreed).toBe(false)
  page().setAgreed(true)
  expect(page().agreed).toBe(true)
  page().setAgreed(false)
  expect(page().agreed).toBe(false)
  given.vendor = null
  expect(page()).toMatchObject({ possible: false, agreed: false })
  page().setAgreed(true)
  expect(page().agreed).toBe(false)
})

test('what a form was opened for is in its address, and nothing that is no token', () => {
  phone.params = { invitation: token, handover: 'short' }
  const page = mount(useOrigin)
  expect(page()).toEqual({ invitation: token, handover: null })
  phone.params = { handover: token }
  expect(page()).toEqual({ invitation: null, handover: token })
})
