import { alice, bizId, livedWorld } from '../../../test/support/lived-world'
import { codeOf } from '../../../test/support/refusal'
import { proven, testPerson, type World } from '../../../test/support/world'
import type { Store } from '../../platform/store'
import { bind } from '../kit/once'
import { claim } from '../operator/claim'
import { operatorId } from '../operator/identity'
import { inviteOperator } from '../operator/inviteOperator'
import { recordConsent } from '../verification/recordConsent'
import { refresh } from '../verification/refresh'
import { annotate } from '../workplace/annotate'
import { copyMyData, jsonFile } from './copy'
import { eraseMine } from './erase'
import { everythingOf } from './everything'
import { seeMyData } from './see'
import { withdrawMine } from './withdraw'

/** What a person sees of what is kept, takes along, and takes away: all of it, and on record. */

const day = 24 * 3600_000
const iso = (at: number) => new Date(at).toISOString()
let world: World
let invited: string
let own: string
/** Everything there can be about her: what `livedWorld` has, a note, a message, and that she is an operator. */
beforeEach(async () => {
  world = await livedWorld()
  const { deps, store } = world
  const [first, second] = store.all('verifications')
  own = first?._id ?? ''
  invited = second?._id ?? ''
  await annotate(deps, 'olivia', { id: invited, note: '来过电话', tag: null })
  const expiresAt = deps.clock() + 3 * day
  for (const [about, until] of [
    [own, expiresAt],
    [invited, expiresAt - day],
  ] as const)
    await store.insert('messages', {
      ...{ _id: `result_${about}`, version: 1, kind: 'result', about, owner: alice, state: 'waiting' },
      ...{ reviewed: false, dueAt: null, tries: 0, code: null, sentAt: null },
      ...{ createdAt: deps.clock(), expiresAt: until },
    })
  const { code } = await inviteOperator(deps, 'olivia', { role: 'viewer', label: '甲' })
  await claim(deps, alice, { code })
})
const acts = () =>
  world.store
    .all('audit')
    .flatMap(row =>
      'chain' in row && row.chain === 'acts' && row.event.startsWith('myData.')
        ? [[row.event, row.operator, row.subject, row.detail]]
        : [],
    )
const untilOf = async (kind: string) =>
  (await seeMyData(world.deps, alice)).kept.find(each => each.kind === kind)?.until

describe('seen', () => {
  test('is how much there is of each kind, and when the last of it goes', async () => {
    const at = world.deps.clock()
    const { kept, open, retentionDays } = await seeMyData(world.deps, alice)
    const events = world.store.all('events').length
    expect(kept).toEqual([
      { kind: 'verification', count: 2, until: null },
      { kind: 'consent', count: 2, until: at + 90 * day },
      { kind: 'notice', count: 1, until: null },
      { kind: 'invitation', count: 1, until: at + 30 * day },
      { kind: 'handover', count: 1, until: at + 600_000 + day },
      { kind: 'answer', count: 1, until: expect.any(Number) },
      { kind: 'event', count: events, until: at + 30 * day },
      { kind: 'message', count: 2, until: at + 3 * day },
      { kind: 'note', count: 1, until: null },
      { kind: 'operator', count: 1, until: null },
    ])
    expect(kept.find(({ kind }) => kind === 'answer')?.until).toBe(
      Math.max(...world.store.all('kept_answers').map(({ expiresAt }) => (expiresAt < 9e15 ? expiresAt : 0))),
    )
    expect({ open, retentionDays }).toEqual({ open: 1, retentionDays: 30 })
  })

  test('is no end of what a key was bound to for good', async () => {
    const asked = { scope: ['invitation', alice], owner: alice, key: 'key-bound', request: 'a' }
    await bind(world.deps, asked, () => new Error('reused'))
    expect(await untilOf('answer')).toBeNull()
  })

  test('is an end only once it is settled for all of a kind', async () => {
    expect(await untilOf('verification')).toBeNull()
    world.pass(day)
    world.vendor.onQuery = () => proven('attempt')
    await refresh(world.deps, alice, { id: own })
    const end = world.deps.clock() + 30 * day
    for (const kind of ['verification', 'notice', 'note']) expect(await untilOf(kind)).toBe(end)
  })

  test('reads of notices no more than that they are there', async () => {
    const read: string[][] = []
    const find: Store['find'] = async (collection, options) => {
      const found = await world.store.find(collection, options)
      if (collection === 'notices') read.push(...found.map(each => Object.keys(each)))
      return found
    }
    await everythingOf({ ...world.deps, store: { ...world.store, find } }, alice)
    expect(read).toEqual([['_id']])
  })

  test('are the consents, the newest first', async () => {
    const first = world.deps.clock()
    for (const purpose of ['loan', 'contract']) {
      world.pass(1000)
      await recordConsent(world.deps, alice, { vendor: 'qiyuesuo', purpose, policyVersion: '1' })
    }
    // Written down last, and the oldest: a database answers in any order.
    const [given] = world.store.all('consents')
    if (given) await world.store.insert('consents', { ...given, _id: 'c_old', at: first - 1000 })
    const { consents } = await seeMyData(world.deps, alice)
    expect(consents.map(({ at }) => at - first)).toEqual([2000, 1000, 0, 0, -1000])
    expect(consents[0]).toEqual({
      ...{ vendor: 'qiyuesuo', purpose: 'contract', policyVersion: '1', at: first + 2000, withdrawnAt: null },
    })
  })

  test('is nothing of an invitation that others use too, or that is gone, or of which nothing is left', async () => {
    const [invitation] = world.store.all('invitations')
    const [use] = world.store.all('invitation_uses')
    if (!invitation || !use) throw new Error('no invitation')
    for (const [name, changes] of [
      ['many', { most: 2 }],
      ['emptied', { sealed: null }],
    ] as const) {
      await world.store.insert('invitations', { ...invitation, ...changes, _id: name })
      await world.store.insert('invitation_uses', { ...use, _id: `${name}_1`, invitationId: name })
    }
    await world.store.insert('invitation_uses', { ...use, _id: 'gone_1', invitationId: 'gone' })
    const { invitations } = await everythingOf(world.deps, alice)
    expect(invitations.map(({ _id }) => _id)).toEqual([invitation._id])
  })
})

describe('taken along', () => {
  const copied = async () => {
    const { content } = await copyMyData(world.deps, alice)
    const copy = JSON.parse(Buffer.from(content, 'base64').toString())
    const of = (id: string) => copy.verifications.find((each: { id: string }) => each.id === id)
    return { ...copy, own: of(own), invited: of(invited) }
  }

  test('is everything in full', async () => {
    const at = iso(world.deps.clock())
    await withdrawMine(world.deps, alice, {})
    const ended = iso(world.deps.clock() + 30 * day)
    const copy = await copied()
    expect(copy.consents).toEqual(
      ['invitation', 'general'].map(purpose => ({
        ...{ vendor: 'qiyuesuo', purpose, policyVersion: '1', at, withdrawnAt: at },
      })),
    )
    expect(copy.verifications).toHaveLength(2)
    const submitted = { person: { name: testPerson.name } }
    expect(copy.own).toMatchObject({ state: 'canceled', removedAt: ended, submitted })
    expect(copy.invited).toMatchObject({ state: 'verified', bizId, removedAt: ended, submitted })
    expect(copy.own.trail).toEqual([
      { event: 'started', cause: 'userSubmitted', from: null, to: 'created', at },
      { event: 'start', cause: 'vendorAccepted', from: 'created', to: 'ready', at },
      { event: 'withdraw', cause: 'consentWithdrawn', from: 'ready', to: 'canceled', at },
    ])
    expect(copy.invitations).toMatchObject([
      { bizId, state: 'verified', filledIn: { mobile: '138****8000' }, removedAt: ended },
    ])
    expect(copy.events).toContainEqual({ type: 'verification.verified', about: invited, at })
    expect(copy.messages).toContainEqual({ kind: 'result', about: own, agreedAt: at })
    expect(copy.notes).toEqual([{ about: invited, text: '来过电话', at }])
    expect(copy.operator).toEqual({ role: 'viewer', label: '甲', since: at })
  })

  test('says of what is not over when it goes, of nobody’s work nothing, and of a consent that stands when it was given', async () => {
    const [invitation] = world.store.all('invitations')
    await world.store.replace('invitations', invitation?._id ?? '', invitation?.version ?? 0, {
      redactAt: null,
    })
    await world.store.remove('operators', operatorId(world.deps, alice), 1)
    const copy = await copied()
    expect(copy.own.removedAt).toBeNull()
    expect(copy.invitations[0].removedAt).toBeNull()
    expect(copy.consents[0].withdrawnAt).toBeNull()
    expect(copy.operator).toBeNull()
  })

  test('is too much for one answer beyond 700 KB of base64', async () => {
    const filled = (length: number) => jsonFile(world.deps, { text: 'x'.repeat(length) })
    const head = Buffer.from(filled(0).content, 'base64').length
    expect(filled(525_000 - head).content).toHaveLength(700_000)
    expect(await codeOf((async () => filled(525_001 - head))())).toBe('RANGE_TOO_LARGE')
  })
})

describe('taken away', () => {
  test('is whose and what it was; what happened stays, and is nobody’s', async () => {
    // Also of a consent that nothing rests on, of a place where nothing was begun, of what is no verification's.
    await recordConsent(world.deps, alice, { vendor: 'qiyuesuo', purpose: 'loan', policyVersion: '1' })
    const [use] = world.store.all('invitation_uses')
    const [message] = world.store.all('messages')
    if (!use || !message) throw new Error('nothing is there')
    await world.store.insert('invitation_uses', { ...use, _id: 'idle_1', invitationId: 'idle' })
    await world.store.insert('messages', { ...message, _id: 'weekly_o_1', about: 'o_1' })
    const consents = world.store.all('consents').length
    const told = world.store.all('events').map(({ data }) => Object.keys(data).sort())
    expect(await eraseMine(world.deps, alice)).toEqual({ erased: 2 })
    expect(world.store.all('consents').map(({ owner, openidUntil }) => ({ owner, openidUntil }))).toEqual(
      Array.from({ length: consents }, () => ({ owner: '', openidUntil: null })),
    )
    expect(world.store.all('invitation_uses').map(({ owner }) => owner)).toEqual(['', ''])
    const events = world.store.all('events')
    expect(events.map(({ data }) => Object.keys(data).sort()).slice(0, told.length)).toEqual(told)
    expect(events.every(({ data }) => data.bizId === undefined || data.bizId === '')).toBe(true)
    const redacted = world.store.all('audit').filter(row => 'invitationId' in row && row.event === 'redacted')
    expect(redacted).toMatchObject([{ operator: '' }])
    for (const name of ['messages', 'case_notes', 'handovers', 'notices'] as const)
      expect(world.store.all(name)).toEqual([])
  })

  test('are codes that she showed and codes that she scanned, and those of nobody else', async () => {
    const [shown] = world.store.all('handovers')
    if (!shown) throw new Error('no code')
    for (const [_id, owner, scannedBy] of [
      ['scanned', 'bob', alice],
      ['bobs', 'bob', 'carol'],
    ] as const)
      await world.store.insert('handovers', { ...shown, _id, owner, scannedBy })
    expect((await everythingOf(world.deps, alice)).handovers.map(({ _id }) => _id).sort()).toEqual(
      [shown._id, 'scanned'].sort(),
    )
    await eraseMine(world.deps, alice)
    expect(world.store.all('handovers').map(({ _id }) => _id)).toEqual(['bobs'])
  })
})

test('each of it is on record, with nobody’s name in it', async () => {
  await copyMyData(world.deps, alice)
  await withdrawMine(world.deps, alice, { vendor: 'qiyuesuo' })
  await withdrawMine(world.deps, alice, {})
  await eraseMine(world.deps, alice)
  expect(acts()).toEqual([
    ['myData.copy', '', '', ''],
    ['myData.withdraw', '', '', 'qiyuesuo'],
    ['myData.withdraw', '', '', ''],
    ['myData.erase', '', '', ''],
  ])
})
