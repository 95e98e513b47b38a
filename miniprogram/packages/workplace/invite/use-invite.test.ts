import { mount } from '../../../../test/support/hooks'
import { phone, refused } from '../../../../test/support/taro'

import { emptyDraft, type InviteDraft, withChoice, withField, withLock } from './draft'
import { useInvite } from './use-invite'

jest.mock('@tarojs/taro', () => jest.requireActual('../../../../test/support/taro'))
jest.mock('react', () => jest.requireActual('../../../../test/support/hooks'))

beforeEach(() => phone.reset())

async function pressed(own: Partial<InviteDraft>, many = false) {
  const draft = { ...emptyDraft, title: '入职', ...own }
  const page = mount(() => useInvite(draft, many))
  page().submit()
  await page.settled()
  return page
}
const keysOf = (action: string) => phone.inputs(action).map(({ clientKey }) => clientKey)
const person = { fields: { ...emptyDraft.fields, mobile: '13800138000' } }
const sheet: Partial<InviteDraft> = { source: 'text', text: '手机\n13800138000' }

test('one invitation is made under one key however often it is tried, and its page follows', async () => {
  phone.answers('invitation.create', () => refused('NETWORK'))
  const page = await pressed(person)
  expect(page().obstacle).toMatchObject({ kind: 'failure', failure: { code: 'NETWORK' } })
  phone.answers('invitation.create', () => ({ invitation: { id: 'i_1' } }))
  page().submit()
  await page.settled()
  expect(phone.inputs('invitation.create')[1]).toMatchObject({
    title: '入职',
    invitee: { mobile: '13800138000' },
  })
  const [lost, again] = keysOf('invitation.create')
  expect([typeof lost, again]).toEqual(['string', lost])
  expect(phone.given('redirectTo')).toEqual([{ url: expect.stringContaining('id=i_1') }])
  await pressed(person)
  expect(keysOf('invitation.create')[2]).not.toBe(lost)
})

test('what is wrong is said before anything is asked, and what the server refuses at its field', async () => {
  const empty = await pressed({ title: ' ' })
  expect(empty().obstacle).toEqual({ kind: 'field', field: 'title' })
  expect(phone.asked).toEqual([])
  phone.answers('invitation.create', () => refused('INVALID_INPUT', 'invitee.mobile'))
  const page = await pressed(person)
  expect(page().obstacle).toMatchObject({ kind: 'field', field: 'mobile' })
})

test('of a spreadsheet a campaign is made, and its page follows', async () => {
  phone.answers('invitation.import', () => ({
    outcome: 'created',
    campaign: { id: 'c_1' },
    leftOut: [],
    unknownHeadings: [],
  }))
  const page = await pressed(sheet, true)
  expect(phone.inputs('invitation.import')).toMatchObject([
    { title: '入职', source: { kind: 'text', text: sheet.text } },
  ])
  expect(phone.given('redirectTo')).toEqual([{ url: expect.stringContaining('campaignId=c_1') }])
  expect(page()).toMatchObject({ obstacle: null, created: null, question: null })
})

test('lines that are wrong stand in the way, with what was read; what is left out is asked about', async () => {
  const faulty = { outcome: 'faulty', lines: [] }
  phone.answers('invitation.import', () => faulty)
  const page = await pressed(sheet, true)
  expect(page().obstacle).toMatchObject({ kind: 'faulty', found: faulty, reading: { ask: true } })
  const asked = { outcome: 'asked', rows: 1, leftOut: [] }
  phone.answers('invitation.import', () => asked)
  const other = await pressed({ ...sheet, title: '另一个' }, true)
  expect(other().question?.answer).toEqual(asked)
  expect(phone.given('redirectTo')).toEqual([])
})

test('fields, locks and choices are changed one at a time', () => {
  expect(withField(emptyDraft, 'name', '测试员').fields).toEqual({ ...emptyDraft.fields, name: '测试员' })
  const locked = { ...emptyDraft, locked: ['name', 'mobile'] as const }
  expect(withLock(locked, 'name', false)).toEqual({ locked: ['mobile'] })
  expect(withLock(locked, 'idNumber', true)).toEqual({ locked: ['name', 'mobile', 'idNumber'] })
  expect(withChoice(['a', 'b'], 'a', true)).toEqual(['b', 'a'])
})
