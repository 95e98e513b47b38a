import { createMessageWorld, type MessageWorld } from '../../../test/support/message-world'
import { codeOf } from '../../../test/support/refusal'
import { proven, unproven } from '../../../test/support/world'
import type { Invitation } from '../../domain/invitation/invitation'
import type { MessageKind } from '../../domain/message/template'
import { refresh } from '../verification/refresh'
import { acceptMessages, again } from './accept'
import { acceptWeekly } from './acceptWeekly'
import { clearMessages } from './clear'
import { reminderTime } from './reminderTime'
import { sendMessages } from './send'

/** What a person agreed to, as it is kept. */
const hour = 3600_000
const day = 24 * hour
/** Tuesday, a quarter past six in the morning in Beijing. */
const now = 1_700_000_000_000

let world: MessageWorld
let id: string
beforeEach(async () => {
  world = createMessageWorld()
  id = await world.verificationOf('alice')
})
const accept = (...kinds: MessageKind[]) => acceptMessages(world.deps, 'alice', { id, kinds })

test('one message a kind waits, and belongs to whoever agreed', async () => {
  expect(await accept('result', 'review', 'result', 'weekly')).toEqual({ kinds: ['result', 'review'] })
  expect(await accept('review')).toEqual({ kinds: ['review'] })
  expect(world.messages()).toEqual(
    ['result', 'review'].map(kind => ({
      _id: `${kind}_${id}`,
      version: 1,
      kind,
      about: id,
      owner: 'alice',
      state: 'waiting',
      reviewed: false,
      dueAt: null,
      tries: 0,
      code: null,
      sentAt: null,
      createdAt: now,
      expiresAt: now + 45 * day,
    })),
  )
})

test('is reminded of nothing who came without an invitation, has ended it, or whose invitation is nowhere', async () => {
  const write = (set: object) => world.store.updateMany('verifications', [['owner', 'eq', 'alice']], { set })
  expect(await accept('reminder')).toEqual({ kinds: [] })
  await write({ invitationId: 'i_gone' })
  expect(await accept('reminder', 'weekly')).toEqual({ kinds: [] })
  const invitation = { _id: 'i_1', expiresAt: now + 7 * day } as Invitation
  await world.store.insert('invitations', invitation)
  await write({ invitationId: 'i_1' })
  expect(await accept('weekly', 'reminder')).toEqual({ kinds: ['reminder'] })
  expect(world.messages()).toMatchObject([{ kind: 'reminder', dueAt: Date.parse('2023-11-21T08:00+08:00') }])
  await write({ state: 'verified' })
  expect(await accept('reminder')).toEqual({ kinds: [] })
})

test('of what is not there nobody can be told', async () => {
  expect(await codeOf(acceptMessages(world.deps, 'alice', { id: 'v_0', kinds: ['result'] }))).toBe(
    'NOT_FOUND',
  )
  expect(await codeOf(acceptMessages(world.deps, 'bob', { id, kinds: ['result'] }))).toBe('NOT_FOUND')
  expect(world.messages()).toEqual([])
})

test('who is erased while he agrees leaves nothing, and others keep what they agreed to', async () => {
  const other = await world.verificationOf('bob')
  await acceptMessages(world.deps, 'bob', { id: other, kinds: ['result'] })
  world.store.beforeWrite(async (operation, collection) => {
    if (operation !== 'insert' || collection !== 'messages') return
    world.store.beforeWrite(() => {})
    await world.store.updateMany('verifications', [['owner', 'eq', 'alice']], { set: { owner: '' } })
  })
  expect(await codeOf(accept('result'))).toBe('NOT_FOUND')
  expect(world.messages().map(({ about }) => about)).toEqual([other])
})

test('who agrees while people look at it is told of the end by the message of the review', async () => {
  if (unproven.kind !== 'ok') throw new Error('no fact')
  const { value } = unproven
  world.vendor.onQuery = () => ({ kind: 'ok', value: { ...value, standing: 'reviewing' } })
  await refresh(world.deps, 'alice', { id })
  await accept('review')
  expect(world.messages()).toMatchObject([{ reviewed: true, dueAt: null }])
  world.vendor.onQuery = () => proven('attempt')
  await refresh(world.deps, 'alice', { id })
  await sendMessages(world.deps, { most: 20 })
  expect(world.sent.map(({ template }) => template)).toEqual(['template-of-reviews'])
})

describe('agreeing once more', () => {
  const before = {
    _id: 'reminder_v_1',
    version: 3,
    kind: 'reminder',
    about: 'v_1',
    owner: '',
    state: 'failed',
    reviewed: false,
    dueAt: null,
    tries: 5,
    code: 45009,
    sentAt: null,
    createdAt: 1,
    expiresAt: 2,
  } as const

  test.each(['sent', 'refused', 'failed', 'unknown', 'over'] as const)('after %s begins anew', state => {
    const fresh = { owner: 'alice', state: 'waiting', dueAt: now + 2 * hour, tries: 0, code: null }
    expect(again({ ...before, state }, 'alice', now + 2 * hour)).toEqual({ ...before, ...fresh })
  })

  test.each(['waiting', 'sending'] as const)('while it is %s changes nothing', state => {
    expect(again({ ...before, state }, 'alice', now)).toBeNull()
  })

  test('is heard a day after the last that went out, by day', () => {
    const sentAt = now + 4 * hour
    expect(again({ ...before, sentAt }, 'alice', now + 5 * hour)?.dueAt).toBe(sentAt + day)
    expect(again({ ...before, sentAt }, 'alice', now + 2 * day + 4 * hour)?.dueAt).toBe(
      now + 2 * day + 4 * hour,
    )
    // Six in the morning: not before eight.
    expect(again({ ...before, sentAt: now }, 'alice', now)?.dueAt).toBe(Date.parse('2023-11-16T08:00+08:00'))
  })
})

describe('an operator’s week', () => {
  test('is kept by his key, and for another 45 days whenever he agrees again', async () => {
    expect(await acceptWeekly(world.deps, 'olivia')).toEqual({ kinds: ['weekly'] })
    const monday = Date.parse('2023-11-20T09:00+08:00')
    const [first] = world.messages()
    expect(first).toMatchObject({
      _id: expect.stringMatching(/^weekly_o_[0-9a-f]{32}$/),
      kind: 'weekly',
      about: first?._id.slice('weekly_'.length),
      owner: 'olivia',
      state: 'waiting',
      dueAt: monday,
      expiresAt: now + 45 * day,
    })
    world.pass(hour)
    await acceptWeekly(world.deps, 'olivia')
    expect(world.messages()).toEqual([first])
    await world.store.replace('messages', first?._id ?? '', 1, { state: 'sent', owner: '', sentAt: monday })
    world.pass(7 * day)
    await acceptWeekly(world.deps, 'olivia')
    expect(world.messages()).toMatchObject([
      {
        state: 'waiting',
        owner: 'olivia',
        dueAt: monday + 7 * day,
        expiresAt: now + hour + 52 * day,
        createdAt: now,
      },
    ])
  })

  test('is nothing where there is no template for it', async () => {
    Object.assign(world.deps.config, { messages: {} })
    expect(await acceptWeekly(world.deps, 'olivia')).toEqual({ kinds: [] })
    expect(world.messages()).toEqual([])
  })
})

describe('when somebody is reminded by himself', () => {
  const at = (reminderDays: number | null, ends: number) => {
    Object.assign(world.deps.config, { reminderDays })
    const time = reminderTime(world.deps, now + ends)
    return time === null ? null : (time - now) / hour
  }
  // It is a quarter past six: an hour and 46 minutes and 40 seconds to eight.
  const toEight = (Date.parse('2023-11-15T08:00+08:00') - now) / hour

  test.each([
    ['a day before the end', null, 7 * day + 4 * hour, 6 * 24 + 4],
    ['after so many days', 2, 7 * day + 4 * hour, 2 * 24 + toEight],
    ['yet a day before the end', 30, 7 * day + 4 * hour, 6 * 24 + 4],
    ['at once, where less than a day is left', null, 10 * hour, toEight],
    ['never, where it ends before', null, toEight * hour, null],
    ['at the last moment', null, toEight * hour + 1, toEight],
  ])('%s', (_, days, ends, hours) => {
    expect(at(days, ends)).toBe(hours)
  })
})

test('what nobody needs to be told any more is cleared in its moment', async () => {
  await world.put(
    { _id: '1', expiresAt: now - 1 },
    { _id: '2', expiresAt: now },
    { _id: '3', expiresAt: now + 1 },
  )
  expect(await clearMessages(world.deps, now)).toBe(2)
  expect(world.messages().map(({ _id }) => _id)).toEqual(['3'])
})
