import { detailText } from './detail-texts'
import { asksForSupport, headline as headlineOf, tagKind as tagKindOf } from './headline'

jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: { getAppBaseInfo: () => ({ language: 'zh_CN' }) },
}))

type Seen = Parameters<typeof headlineOf>[0]
const person = { subject: 'person', already: false, assurance: null, reason: null } as const
const headline = (view: Omit<Seen, keyof typeof person>) => headlineOf({ ...person, ...view })
const tagKind = (view: Omit<Seen, keyof typeof person>) => tagKindOf({ ...person, ...view })
const company = (part: Partial<Seen>) =>
  headlineOf({
    subject: 'organization',
    state: 'rejected',
    phase: 'failed',
    nextStep: 'start',
    reviewing: false,
    already: false,
    assurance: null,
    reason: null,
    ...part,
  })

test('a review by a person is a place to rest', () => {
  expect(headline({ state: 'processing', phase: 'wait', nextStep: 'wait', reviewing: true })).toEqual({
    icon: 'wait',
    title: 'reviewing',
    detail: 'reviewing',
  })
})

test('waiting for the result is told apart from being asked to act', () => {
  expect(headline({ state: 'processing', phase: 'wait', nextStep: 'refresh', reviewing: false }).title).toBe(
    'waiting',
  )
  expect(headline({ state: 'processing', phase: 'act', nextStep: 'open', reviewing: false }).title).toBe(
    'processing',
  )
})

test('only a verified state is green', () => {
  expect(headline({ state: 'verified', phase: 'done', nextStep: 'none', reviewing: false }).icon).toBe(
    'success',
  )
  expect(headline({ state: 'processing', phase: 'done', nextStep: 'none', reviewing: false }).icon).toBe(
    'none',
  )
})

test.each([
  ['rejected', 'failed', 'bad'],
  ['revoked', 'failed', 'bad'],
  ['canceled', 'failed', 'idle'],
  ['expired', 'failed', 'idle'],
  ['ready', 'act', 'busy'],
  ['indeterminate', 'wait', 'busy'],
  ['verified', 'done', 'good'],
] as const)('the tag of %s (%s) is %s', (state, phase, kind) => {
  expect(tagKind({ state, phase, nextStep: 'none', reviewing: false })).toBe(kind)
})

test('what only the operator can solve is not called progress', () => {
  const blocked = { state: 'created', phase: 'failed', nextStep: 'contact', reviewing: false } as const
  expect(headline(blocked)).toEqual({
    icon: 'blocked',
    title: 'blocked',
    detail: 'blocked',
  })
})

test.each(['created', 'indeterminate'] as const)(
  '%s is not called under way when the person has to act',
  state => {
    expect(headline({ state, phase: 'act', nextStep: 'open', reviewing: false }).title).toBe('unanswered')
    expect(headline({ state, phase: 'wait', nextStep: 'refresh', reviewing: false }).title).toBe(state)
  },
)

test.each([
  [{ reason: 'authorizationLetter' }, 'reason.authorizationLetter'],
  [{ reason: 'basicInformation' }, 'reason.basicInformation'],
  [{ reason: null }, 'rejected.organization'],
  [{ reason: null, subject: 'person' }, 'rejected'],
  [{ reason: 'basicInformation', state: 'expired' }, 'expired'],
] as const)('a company with %j is told %s', (part, detail) => {
  expect(company(part).detail).toBe(detail)
})

test('a company that was verified before is told so, in words of its own', () => {
  const before = company({
    state: 'verified',
    phase: 'done',
    nextStep: 'none',
    already: true,
    assurance: 'account',
  })
  expect(before).toEqual({ icon: 'success', title: 'already', detail: 'already' })
})

test('verified before, and that does not suffice: it says that there is no way on at this vendor', () => {
  const ended = {
    state: 'rejected',
    phase: 'failed',
    nextStep: 'start',
    reviewing: false,
    already: true,
  } as const
  expect(company(ended)).toEqual({ icon: 'none', title: 'already', detail: 'already.unproven' })
  expect(company({ ...ended, subject: 'person' }).detail).toBe('already.person.unproven')
})

test('verified before and shown to be one’s own is as good as any; a number to confirm is the next step', () => {
  const done = {
    state: 'verified',
    phase: 'done',
    nextStep: 'none',
    reviewing: false,
    already: true,
  } as const
  expect(company({ ...done, assurance: 'owned' })).toMatchObject({ title: 'verified', detail: 'verified' })
  expect(company({ state: 'ready', phase: 'act', nextStep: 'confirm' })).toEqual({
    icon: 'todo',
    title: 'unconfirmed',
    detail: 'unconfirmed',
  })
})

test('what does not go on by itself has a sign of its own, apart from what is to be done', () => {
  const open = { state: 'ready', phase: 'act', nextStep: 'open', reviewing: false } as const
  expect(headline(open).icon).toBe('todo')
  expect(headline({ ...open, problem: { code: 'VENDOR_UNAVAILABLE', message: '' } }).icon).toBe('blocked')
})

test.each(Object.entries(detailText.dictionary.zh).filter(([, text]) => text.includes('客服')))(
  'where %s says to call, there is a number to call',
  detail => {
    const calls = [
      { state: 'revoked', phase: 'failed', nextStep: 'start' },
      { state: 'created', phase: 'act', nextStep: 'contact' },
      { state: 'rejected', phase: 'failed', nextStep: 'start', already: true },
    ] as const
    const views = calls.map(part => ({ ...person, reviewing: false, missing: null, ...part }))
    const found = views.find(view => headlineOf(view).detail === detail)
    expect(found && asksForSupport(found)).toBe(true)
  },
)
