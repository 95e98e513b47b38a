import { createMessageWorld, type MessageWorld } from '../../../test/support/message-world'
import { proven } from '../../../test/support/world'
import type { Invitation } from '../../domain/invitation/invitation'
import type { Message } from '../../domain/message/message'
import { refresh } from '../verification/refresh'
import { followMessages } from './follow'
import { sendMessages } from './send'

/** One message on its way, in each of the ways that there are. */
const now = 1_700_000_000_000

let world: MessageWorld
let about: string
beforeEach(async () => {
  world = createMessageWorld()
  about = await world.verificationOf('alice')
  world.vendor.onQuery = () => proven('attempt')
  await refresh(world.deps, 'alice', { id: about })
})
const run = (options: { before?: number; most?: number } = {}) =>
  sendMessages(world.deps, { most: 20, ...options })
const due = (changes: Partial<Message> = {}) => world.put({ about, ...changes })

test.each([
  [{ kind: 'sent' }, { state: 'sent', owner: '', dueAt: null, sentAt: now, code: null, tries: 1 }, [1, 0]],
  [{ kind: 'unknown' }, { state: 'unknown', owner: '', dueAt: null, code: 45009, tries: 1 }, [0, 1]],
  [
    { kind: 'refused', code: 43101 },
    { state: 'refused', owner: '', dueAt: null, code: 43101, tries: 1 },
    [0, 1],
  ],
  [
    { kind: 'refused', code: 45009 },
    { state: 'waiting', owner: 'alice', dueAt: now + 30 * 60_000, code: 45009, tries: 2 },
    [0, 1],
  ],
  [
    { kind: 'refused', code: -604104 },
    { state: 'waiting', owner: 'alice', dueAt: now - 5, code: -604104, tries: 1 },
    [0, 0],
  ],
] as const)('after %j it is %j', async (answer, after, [told, untold]) => {
  await due({ tries: 1, code: 45009, dueAt: now - 5 })
  world.answers.push(answer)
  expect(await run()).toEqual({ told, untold })
  expect(world.messages()).toMatchObject([after])
})

test('the last try is the last', async () => {
  await due({ tries: 4 })
  world.answers.push({ kind: 'refused', code: 1 })
  await run()
  expect(world.messages()).toMatchObject([{ state: 'failed', owner: '', dueAt: null, code: 1, tries: 5 }])
})

test('while it is sent it is nobody else’s, for longer than any run', async () => {
  await due()
  let during: Message[] = []
  world.deps.sendMessage = async () => {
    during = world.messages()
    return { kind: 'sent' }
  }
  await run()
  expect(during).toMatchObject([{ state: 'sending', dueAt: now + 90_000, owner: 'alice' }])
})

test('whoever is not the first to mark it sends nothing', async () => {
  await due()
  world.store.beforeWrite(async (operation, collection) => {
    if (operation !== 'replace' || collection !== 'messages') return
    world.store.beforeWrite(() => {})
    await world.store.replace('messages', 'result_v_1', 1, { code: 7 })
  })
  expect(await run()).toEqual({ told: 0, untold: 0 })
  expect(world.sent).toEqual([])
  expect(world.messages()).toMatchObject([{ state: 'waiting', code: 7 }])
})

test('one that a dead run was sending is untold for good', async () => {
  await due({ state: 'sending' })
  expect(await run()).toEqual({ told: 0, untold: 1 })
  expect(world.sent).toEqual([])
  expect(world.messages()).toMatchObject([{ state: 'unknown', owner: '', dueAt: null }])
})

test.each([
  ['that there is no template for any more', { kind: 'result' }],
  ['of which there is nothing to say any more', { about: 'v_gone' }],
] as const)('one %s is over', async (_, changes) => {
  await due(changes)
  if ('kind' in changes) Object.assign(world.deps.config, { messages: {} })
  expect(await run()).toEqual({ told: 0, untold: 0 })
  expect(world.messages()).toMatchObject([{ state: 'over', owner: '', dueAt: null }])
})

test('one that would come at night waits for the morning', async () => {
  const bobs = await world.verificationOf('bob')
  const invitation = {
    _id: 'i_1',
    state: 'pending',
    title: '入驻',
    expiresAt: now + 24 * 3600_000,
  } as Invitation
  await world.store.insert('invitations', invitation)
  const set = { invitationId: 'i_1' }
  await world.store.updateMany('verifications', [['owner', 'eq', 'bob']], { set })
  await world.put({ kind: 'reminder', about: bobs, owner: 'bob' })
  expect(await run()).toEqual({ told: 0, untold: 0 })
  const morning = Date.parse('2023-11-15T08:00+08:00')
  expect(world.messages()).toMatchObject([{ state: 'waiting', dueAt: morning, owner: 'bob' }])
  world.pass(morning - now)
  expect(await run()).toEqual({ told: 1, untold: 0 })
})

test('those that have been due longest come first, no more than are wanted, and none before its time', async () => {
  const all = [now + 1, now - 1, now, now - 3, now - 2]
  await world.put(...all.map((dueAt, index) => ({ _id: String(index), owner: String(index), about, dueAt })))
  const owners = () => world.sent.splice(0).map(({ openid }) => openid)
  await run({ most: 2 })
  expect(owners()).toEqual(['3', '4'])
  await run({ before: now - 1 })
  expect(owners()).toEqual(['1'])
  await run()
  expect(owners()).toEqual(['2'])
})

test('a run that has no time for a call begins none', async () => {
  await world.put({ _id: '1', about }, { _id: '2', about })
  const asked: unknown[] = []
  world.deps.hasTime = reserve => {
    asked.push(reserve)
    return asked.length < 2
  }
  expect(await run()).toEqual({ told: 1, untold: 0 })
  expect(asked).toEqual([1000, 1000])
  expect(world.messages().filter(({ state }) => state === 'waiting')).toHaveLength(1)
})

test('a run that may send none leaves the others as they are', async () => {
  await world.put({ _id: '1', about }, { _id: '2', about, dueAt: now - 1 })
  world.answers.push({ kind: 'refused', code: -604104 })
  expect(await run()).toEqual({ told: 0, untold: 0 })
  expect(world.sent).toHaveLength(1)
  expect(world.messages()).toMatchObject([{ code: null }, { code: -604104 }])
})

describe('what has become of a verification', () => {
  const verification = async (changes = {}) => {
    const found = await world.store.get('verifications', about)
    if (!found) throw new Error('no verification')
    return { ...found, ...changes }
  }
  const waiting = { about, dueAt: null }
  const follow = async (changes = {}) => followMessages(world.deps, [await verification(changes)])

  test.each([
    ['result', false, 'verified', { dueAt: now, state: 'waiting', owner: 'alice' }],
    ['result', true, 'verified', { dueAt: null, state: 'over', owner: '' }],
    ['review', true, 'rejected', { dueAt: now, state: 'waiting', owner: 'alice' }],
    ['review', false, 'rejected', { dueAt: null, state: 'over', owner: '' }],
    ['reminder', false, 'verified', { dueAt: null, state: 'waiting', owner: 'alice' }],
    ['result', false, 'canceled', { dueAt: null, state: 'waiting', owner: 'alice' }],
    ['result', false, 'processing', { dueAt: null, state: 'waiting', owner: 'alice' }],
  ] as const)('%s (reviewed: %s) after %s: %j', async (kind, reviewed, state, after) => {
    await world.put({ ...waiting, about, kind, reviewed })
    await follow({ state })
    expect(world.messages()).toMatchObject([after])
    expect(world.deps.instance.messages.left).toBe(after.dueAt !== null)
  })

  test('that people look at it is remembered once', async () => {
    await world.put({ ...waiting, about })
    await follow({ state: 'processing', reviewing: true })
    expect(world.messages()).toMatchObject([{ reviewed: true, dueAt: null, version: 2 }])
    await follow({ state: 'processing', reviewing: true })
    expect(world.messages()).toMatchObject([{ version: 2 }])
  })

  test.each([[{ state: 'sent', dueAt: null }], [{ state: 'waiting', dueAt: 5 }]] as const)(
    'is not told once more: %j',
    async changes => {
      await world.put({ ...waiting, about, ...changes })
      const before = world.messages()
      await follow()
      expect(world.messages()).toEqual(before)
    },
  )

  test('that nobody wants to know any more is no trouble', async () => {
    await world.put({ ...waiting, about })
    world.store.beforeWrite(async (operation, collection) => {
      if (operation !== 'replace' || collection !== 'messages') return
      world.store.beforeWrite(() => {})
      await world.store.remove('messages', 'result_v_1', 1)
    })
    await follow()
    expect(world.messages()).toEqual([])
    expect(world.deps.instance.messages.left).toBe(false)
  })

  test('of many is asked for at once, and for no more than one answer holds', async () => {
    const limits: number[] = []
    const find = world.deps.store.find.bind(world.deps.store)
    world.deps.store.find = (collection, options) => {
      limits.push(options.limit)
      return find(collection, options)
    }
    const all = Array.from({ length: 150 }, (_, index) => `v_${index}`)
    const found = await verification()
    await followMessages(
      world.deps,
      all.map(_id => ({ ...found, _id })),
    )
    await followMessages(world.deps, [found])
    await follow({ state: 'ready' })
    expect(limits).toEqual([1000, 10])
  })
})
