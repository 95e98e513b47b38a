import { createMessageWorld, type MessageWorld } from '../../../test/support/message-world'
import type { State } from '../../domain/lifecycle'
import type { Message } from '../../domain/message/message'
import { plainLink } from '../invitation/code'
import { createInvitation } from '../invitation/create'
import { revokeInvitations } from '../invitation/manage'
import { claim } from '../operator/claim'
import { operatorId } from '../operator/identity'
import { bringAllForward } from './bringForward'
import { contentOf } from './content'
import { remindInvitees } from './remind'

/** Who is reminded because an operator wants it, and what whoever is reminded reads. */
const hour = 3600_000
const day = 24 * hour
/** A quarter past nine in the morning in Beijing. */
const now = 1_700_000_000_000 + 3 * hour

let world: MessageWorld
beforeEach(() => {
  world = createMessageWorld()
  world.pass(3 * hour)
})
const reminder = { kind: 'reminder', dueAt: now + day } as const

describe('what becomes of a reminder that is wanted now', () => {
  test.each<[string, Partial<Message>, string, number | null]>([
    ['waits', {}, 'told', now],
    ['is due already', { dueAt: now - 5 }, 'told', now - 5],
    ['is due now', { dueAt: now }, 'told', now],
    ['is being sent', { state: 'sending', dueAt: now + 5 }, 'told', now + 5],
    ['waits again, an hour after one', { sentAt: now - hour }, 'told', now + 23 * hour],
    ['went out a moment ago', { state: 'sent', sentAt: now, dueAt: null }, 'soon', null],
    ['went out nearly a day ago', { state: 'sent', sentAt: now - day + 1, dueAt: null }, 'soon', null],
    ['went out a day ago', { state: 'sent', sentAt: now - day, dueAt: null }, 'ask', null],
    ['is not wanted', { state: 'refused', dueAt: null }, 'ask', null],
    ['was given up', { state: 'failed', dueAt: null }, 'ask', null],
    ['is over', { state: 'over', dueAt: null }, 'ask', null],
  ])('one that %s', async (_, changes, outcome, dueAt) => {
    await world.put({ ...reminder, ...changes })
    expect(await bringAllForward(world.deps, world.messages())).toBe(outcome)
    expect(world.messages()).toMatchObject([{ dueAt, version: dueAt === changes.dueAt ? 1 : 2 }])
    expect(world.deps.instance.messages.left).toBe(outcome === 'told')
  })

  test('at night it waits for the morning', async () => {
    world.pass(14 * hour)
    await world.put({ ...reminder, dueAt: now + 3 * day })
    await bringAllForward(world.deps, world.messages())
    expect(world.messages()).toMatchObject([{ dueAt: Date.parse('2023-11-16T08:00+08:00') }])
  })

  test('one that has gone meanwhile has to be written by hand', async () => {
    await world.put({ ...reminder, state: 'waiting' })
    const [gone] = world.messages()
    await world.store.remove('messages', gone?._id ?? '', 1)
    world.store.beforeWrite(() => {})
    expect(gone && (await bringAllForward(world.deps, [{ ...gone, version: 7 }]))).toBe('ask')
  })

  test.each([
    [[], 'ask'],
    [['ask', 'soon'], 'soon'],
    [['soon', 'ask'], 'soon'],
    [['soon', 'told'], 'told'],
    [['told', 'soon'], 'told'],
    [['told', 'ask'], 'told'],
  ] as const)('of %j together: %s', async (each, outcome) => {
    const states = {
      ask: { state: 'over', dueAt: null },
      soon: { state: 'sent', sentAt: now, dueAt: null },
      told: {},
    } as const
    await world.put(...each.map((one, index) => ({ ...reminder, _id: String(index), ...states[one] })))
    expect(await bringAllForward(world.deps, world.messages())).toBe(outcome)
    expect(world.deps.instance.messages.left).toBe(outcome === 'told')
  })
})

describe('invitations', () => {
  let keys = 0
  const invite = async (invitee = {}) =>
    (
      await createInvitation(world.deps, 'olivia', {
        clientKey: `key-of-reminders-${String(++keys).padStart(4, '0')}`,
        subject: 'person',
        title: '供应商入驻',
        note: '',
        vendor: null,
        mode: null,
        locked: [],
        redirect: null,
        invitee,
        bizId: '',
        most: 200,
        days: 7,
      })
    ).invitation.id
  const remind = (...ids: string[]) => remindInvitees(world.deps, 'olivia', { ids })
  /** Somebody who has begun on it and agreed. */
  async function begun(
    invitationId: string,
    who: string,
    state: 'processing' | 'verified' | null,
  ): Promise<void> {
    await world.store.insert('invitation_uses', {
      _id: `${invitationId}_${who}`,
      version: 1,
      invitationId,
      edition: 1,
      place: 1,
      owner: who,
      verificationId: `v_${who}`,
      state,
      finishedAt: null,
      createdAt: 0,
      updatedAt: 0,
    })
    await world.put({ ...reminder, _id: `reminder_v_${who}`, about: `v_${who}` })
  }
  const dues = () => Object.fromEntries(world.messages().map(({ _id, dueAt }) => [_id, dueAt]))

  test('are told of in the order they are named in, each once, without those that have ended', async () => {
    const [first, second, ended] = [await invite({ name: '测试员甲' }), await invite(), await invite()]
    await revokeInvitations(world.deps, 'olivia', { ids: [ended] })
    await begun(second, 'bob', 'processing')
    const linkOf = (id: string) => {
      const found = world.store.all('invitations').find(({ _id }) => _id === id)
      return found && plainLink(world.deps, found)
    }
    const expiresAt = now + 7 * day
    const title = '供应商入驻'
    expect(await remind(second, ended, first, second)).toEqual({
      reminded: [
        { id: second, outcome: 'told', name: '', title, link: linkOf(second), expiresAt },
        { id: first, outcome: 'ask', name: '测试**', title, link: linkOf(first), expiresAt },
      ],
    })
    world.deps.config.invitationLink = null
    expect((await remind(first)).reminded).toMatchObject([{ link: null }])
    // Nobody is looked for then.
    const find = world.deps.store.find.bind(world.deps.store)
    world.deps.store.find = (collection, options) =>
      collection === 'invitation_uses' ? Promise.reject(new Error('asked')) : find(collection, options)
    expect(await remind(ended)).toEqual({ reminded: [] })
  })

  test('all who have not finished on one are reminded, and nobody of another', async () => {
    const [one, other] = [await invite(), await invite()]
    await begun(one, 'alice', 'processing')
    await begun(one, 'bob', null)
    await begun(one, 'carol', 'verified')
    await begun(other, 'dave', 'processing')
    expect((await remind(one)).reminded).toMatchObject([{ outcome: 'told' }])
    expect(dues()).toEqual({
      reminder_v_alice: now,
      reminder_v_bob: now,
      reminder_v_carol: now + day,
      reminder_v_dave: now + day,
    })
  })

  test('without a template nobody is looked for', async () => {
    const id = await invite()
    await begun(id, 'alice', 'processing')
    Object.assign(world.deps.config, { messages: {} })
    expect((await remind(id)).reminded).toMatchObject([{ outcome: 'ask' }])
    expect(dues()).toEqual({ reminder_v_alice: now + day })
  })

  test('more people than one page holds are all reminded', async () => {
    const id = await invite()
    for (let person = 0; person < 101; person++) await begun(id, `person-${person}`, 'processing')
    await remind(id)
    expect(new Set(Object.values(dues()))).toEqual(new Set([now]))
  })

  test('what is read says what it is about and until when, by day and while there is time', async () => {
    const id = await invite()
    const about = await world.verificationOf('alice')
    const write = (set: object) =>
      world.store.updateMany('verifications', [['owner', 'eq', 'alice']], { set })
    const message = { about, kind: 'reminder' } as Message
    const content = () => contentOf(world.deps, message)
    // Of no invitation.
    expect(await content()).toBeNull()
    await write({ invitationId: `i_${'0'.repeat(32)}` })
    expect(await content()).toBeNull()
    await write({ invitationId: id })
    expect(await content()).toEqual({
      page: `packages/verify/verification/index?id=${about}`,
      said: {
        matter: '供应商入驻',
        until: now + 7 * day,
        from: '示例公司',
        hint: '还没有办完，点这里接着办',
      },
    })
    await write({ state: 'verified' })
    expect(await content()).toBeNull()
    await write({ state: 'ready' })
    world.pass(14 * hour)
    expect(await content()).toEqual({ later: Date.parse('2023-11-16T08:00+08:00') })
    const endsAt = (expiresAt: number) =>
      world.store.updateMany('invitations', [['_id', 'eq', id]], { set: { expiresAt } })
    await endsAt(Date.parse('2023-11-16T08:00+08:00'))
    expect(await content()).toBeNull()
    await endsAt(Date.parse('2023-11-16T08:00+08:00') + 1)
    expect(await content()).toMatchObject({ later: expect.any(Number) })
    await revokeInvitations(world.deps, 'olivia', { ids: [id] })
    expect(await content()).toBeNull()
    expect(await contentOf(world.deps, { ...message, about: 'v_gone' })).toBeNull()
  })
})

describe('how it has ended', () => {
  const content = (about: string, kind: 'result' | 'review' = 'result') =>
    contentOf(world.deps, { about, kind } as Message)

  test.each([
    ['verified', '已通过', '点这里查看结果'],
    ['rejected', '未通过', '点这里看下一步怎么办'],
    ['expired', '已过期', '点这里看下一步怎么办'],
    ['revoked', '已失效', '点这里看下一步怎么办'],
  ] as const)('%s: %s', async (state, outcome, hint) => {
    const about = await world.verificationOf('alice')
    const set = { state, updatedAt: 5 }
    await world.store.updateMany('verifications', [['owner', 'eq', 'alice']], { set })
    const page = `packages/verify/verification/index?id=${about}`
    const said = { matter: '个人实名认证', outcome, time: 5, from: '示例公司', hint }
    expect(await content(about)).toEqual({ page, said })
    const organization = { set: { subject: 'organization' as const } }
    await world.store.updateMany('verifications', [['owner', 'eq', 'alice']], organization)
    expect(await content(about, 'review')).toEqual({ page, said: { ...said, matter: '企业认证' } })
  })

  test('nobody is told of what goes on, was ended by himself, or is known to nobody any more', async () => {
    const about = await world.verificationOf('alice')
    expect(await content(about)).toBeNull()
    await world.store.updateMany('verifications', [['owner', 'eq', 'alice']], { set: { state: 'canceled' } })
    expect(await content(about)).toBeNull()
    const set = { state: 'verified', owner: '' } as const
    await world.store.updateMany('verifications', [['owner', 'eq', 'alice']], { set })
    expect(await content(about)).toBeNull()
    expect(await content('v_gone')).toBeNull()
  })
})

test('an operator’s week is that of the seven days before today, whole days in Beijing', async () => {
  await claim(world.deps, 'olivia', { code: 'setup-code' })
  const about = operatorId(world.deps, 'olivia')
  const until = async (at: string) => world.pass(Date.parse(`${at}+08:00`) - world.deps.clock())
  const made = async (state: State) => {
    const owner = `person of ${state} at ${world.deps.clock()}`
    await world.verificationOf(owner)
    await world.store.updateMany('verifications', [['owner', 'eq', owner]], { set: { state } })
  }
  await until('2023-11-19T23:59:59')
  await made('verified')
  await until('2023-11-20T00:00:00')
  await made('verified')
  for (const state of ['created', 'indeterminate', 'ready', 'processing', 'rejected', 'expired'] as const)
    await made(state)
  await made('canceled')
  await until('2023-11-26T23:59:59')
  await made('rejected')
  await until('2023-11-27T00:00:00')
  await made('verified')
  await until('2023-11-27T09:00:00')
  const weekly = { kind: 'weekly', about, owner: 'olivia' } as Message
  expect(await contentOf(world.deps, weekly)).toEqual({
    page: 'packages/workplace/home/index',
    said: { time: world.deps.clock(), done: 1, waiting: 4, failed: 3, hint: '点这里看工作台' },
  })
  expect(await contentOf(world.deps, { ...weekly, about: 'o_gone' })).toBeNull()
})
