import {
  createInvitationWorld,
  day,
  type InvitationWorld,
  operator,
} from '../../../test/support/invitation-world'
import { codeOf } from '../../../test/support/refusal'
import { proven, testPerson } from '../../../test/support/world'
import { sweep } from '../sweep'
import { cancel } from '../verification/cancel'
import { refresh } from '../verification/refresh'
import { invitationCode } from './code'
import { listInvitations } from './list'
import { resendInvitation, revokeInvitations } from './manage'
import { finishInvitation, openInvitation } from './open'
import { getInvitation } from './read'
import { settleUse } from './settle'

let world: InvitationWorld
beforeEach(async () => {
  world = await createInvitationWorld()
})

const open = (token: string, openid = 'alice') => openInvitation(world.deps, openid, { token })
const stateOf = async (id: string) => (await getInvitation(world.deps, operator, { id })).invitation.state
async function verify(openid: string, id: string) {
  world.vendor.onQuery = () => proven('attempt')
  await refresh(world.deps, openid, { id, hint: 'returned' })
}

describe('what the invitee sees', () => {
  test('who invites to what and why, and what was filled in, in part', async () => {
    const token = await world.tokenOf(await world.invite({ locked: ['mobile'] }))
    expect(await open(token)).toEqual({
      standing: 'open',
      subject: 'person',
      title: '供应商入驻',
      controller: '示例公司',
      expiresAt: 1_700_000_000_000 + 30 * day,
      terms: {
        note: '签约前需要实名认证',
        vendors: ['qiyuesuo'],
        mode: null,
        filledIn: [
          { field: 'name', text: '测试**', locked: false },
          { field: 'mobile', text: '138****8000', locked: true },
        ],
        redirect: null,
      },
      verification: null,
      canStart: true,
      finished: false,
    })
  })

  test('an unknown token is a missing one', async () => {
    expect(await codeOf(open('A'.repeat(22)))).toBe('NOT_FOUND')
  })

  test('whoever scans again after beginning sees the own verification', async () => {
    const token = await world.tokenOf(await world.invite())
    const { verification } = await world.begin(token, 'alice')
    expect(await open(token)).toMatchObject({
      standing: 'mine',
      canStart: false,
      verification: { id: verification.id, state: 'ready' },
    })
  })

  test('somebody else is told that it is taken, and nothing more', async () => {
    const token = await world.tokenOf(await world.invite())
    await world.begin(token, 'alice')
    expect(await open(token, 'bob')).toMatchObject({
      standing: 'taken',
      terms: null,
      verification: null,
      canStart: false,
    })
    expect(await codeOf(world.begin(token, 'bob'))).toBe('INVITATION_TAKEN')
  })

  test('after the time, after being taken back', async () => {
    const id = await world.invite({ days: 1 })
    const other = await world.invite()
    const [token, otherToken] = [await world.tokenOf(id), await world.tokenOf(other)]
    await revokeInvitations(world.deps, operator, { ids: [other] })
    expect(await open(otherToken)).toMatchObject({ standing: 'revoked', terms: null })
    expect(await codeOf(world.begin(otherToken, 'alice'))).toBe('INVITATION_OVER')
    world.pass(day)
    expect(await open(token)).toMatchObject({ standing: 'expired', terms: null })
    expect(await codeOf(world.begin(token, 'alice'))).toBe('INVITATION_OVER')
  })

  test('the first scan is remembered, but not that of whoever made it', async () => {
    const id = await world.invite()
    const token = await world.tokenOf(id)
    await open(token, operator)
    expect(world.store.all('invitations')[0]?.openedAt).toBeNull()
    await open(token)
    await open(token, 'bob')
    const { invitation } = await getInvitation(world.deps, operator, { id })
    expect(invitation.history.map(({ event }) => event)).toEqual(['created', 'opened'])
  })
})

describe('beginning', () => {
  test('the vendor gets what was filled in and what was typed', async () => {
    const token = await world.tokenOf(await world.invite())
    await world.begin(token, 'alice')
    expect(world.vendor.starts[0]).toMatchObject({
      subject: 'person',
      person: {
        contact: { type: 'mobile', value: '13800138000' },
        name: '测试员甲',
        idNumber: '110101199001010015',
        mode: 'any',
      },
    })
  })

  test('what is locked cannot be changed, what is not can', async () => {
    const token = await world.tokenOf(await world.invite({ locked: ['name'] }))
    await world.begin(token, 'alice', { invitee: { name: '别人', mobile: '13900139000' } })
    expect(world.vendor.starts[0]).toMatchObject({
      person: { name: '测试员甲', contact: { value: '13900139000' } },
    })
  })

  test('what is missing is said at its field, and no place is lost', async () => {
    const token = await world.tokenOf(await world.invite({ invitee: {} }))
    await expect(world.begin(token, 'alice')).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      field: 'person.contact.value',
    })
    expect(world.store.all('invitation_uses')).toEqual([])
    expect(await open(token, 'bob')).toMatchObject({ standing: 'open' })
  })

  test('the same key twice is one verification and one place', async () => {
    const token = await world.tokenOf(await world.invite())
    const first = await world.begin(token, 'alice', { clientKey: 'key-of-alice-000001' })
    const again = await world.begin(token, 'alice', { clientKey: 'key-of-alice-000001' })
    expect(again).toMatchObject({ outcome: 'repeated', verification: { id: first.verification.id } })
    expect(world.store.all('invitation_uses')).toHaveLength(1)
  })

  test('another start while one is open yields the open one', async () => {
    const token = await world.tokenOf(await world.invite())
    const first = await world.begin(token, 'alice')
    expect(await world.begin(token, 'alice')).toMatchObject({
      outcome: 'existing',
      verification: { id: first.verification.id },
    })
  })

  test('after a failure the same person begins again on the same place', async () => {
    const id = await world.invite()
    const token = await world.tokenOf(id)
    const first = await world.begin(token, 'alice')
    await cancel(world.deps, 'alice', { id: first.verification.id })
    expect(await open(token)).toMatchObject({ standing: 'mine', canStart: true })
    const second = await world.begin(token, 'alice')
    expect(second.outcome).toBe('started')
    const { invitation } = await getInvitation(world.deps, operator, { id })
    expect(invitation.people).toMatchObject([{ verificationId: second.verification.id, state: 'ready' }])
  })

  test('what becomes of the first attempt later says nothing about the second', async () => {
    const id = await world.invite()
    const token = await world.tokenOf(id)
    const first = await world.begin(token, 'alice')
    await cancel(world.deps, 'alice', { id: first.verification.id })
    const second = await world.begin(token, 'alice')
    const old = await world.store.get('verifications', first.verification.id)
    if (!old) throw new Error('the first attempt is gone')
    await settleUse(world.deps, old)
    const { invitation } = await getInvitation(world.deps, operator, { id })
    expect(invitation.people).toMatchObject([{ verificationId: second.verification.id, state: 'ready' }])
  })

  test('a place that names the verification of somebody else shows nothing of it', async () => {
    const token = await world.tokenOf(await world.invite())
    const { verification } = await world.begin(await world.tokenOf(await world.invite()), 'bob')
    await world.begin(token, 'alice')
    await world.store.updateMany('invitation_uses', [['owner', 'eq', 'alice']], {
      set: { verificationId: verification.id },
    })
    expect(await open(token)).toMatchObject({ standing: 'mine', verification: null })
  })

  test('a counted invitation takes as many people as it says, also all at once', async () => {
    const id = await world.invite({ most: 3 })
    const token = await world.tokenOf(id)
    const people = ['a', 'b', 'c', 'd', 'e', 'f']
    const outcomes = await Promise.all(people.map(openid => codeOf(world.begin(token, openid))))
    expect(outcomes.filter(each => each === 'no error')).toHaveLength(3)
    expect(outcomes.filter(each => each === 'INVITATION_TAKEN')).toHaveLength(3)
    expect(world.store.all('invitations')[0]).toMatchObject({ begun: 3, state: 'started' })
  })

  test('a consent for something else does not count', async () => {
    const token = await world.tokenOf(await world.invite())
    const { consentId } = await world.startInput()
    expect(await codeOf(world.begin(token, 'alice', { consentId }))).toBe('CONSENT_REQUIRED')
    expect(world.store.all('invitation_uses')).toEqual([])
  })
})

describe('its life', () => {
  test('pending, started, verified, finished, each with its audit row', async () => {
    const id = await world.invite()
    const token = await world.tokenOf(id)
    expect(await stateOf(id)).toBe('pending')
    await open(token)
    const { verification } = await world.begin(token, 'alice')
    expect(await stateOf(id)).toBe('started')
    expect(await codeOf(finishInvitation(world.deps, 'alice', { token }))).toBe('INVITATION_ENDED')
    await verify('alice', verification.id)
    expect(await stateOf(id)).toBe('verified')
    expect(await open(token)).toMatchObject({ standing: 'mine', canStart: false, finished: false })
    expect(await finishInvitation(world.deps, 'alice', { token })).toMatchObject({ finished: true })
    await finishInvitation(world.deps, 'alice', { token })
    const { invitation } = await getInvitation(world.deps, operator, { id })
    expect(invitation).toMatchObject({ state: 'finished', begun: 1, verified: 1, finished: 1 })
    expect(invitation.history.map(({ event }) => event)).toEqual([
      'created',
      'opened',
      'inviteeStarted',
      'allVerified',
      'allFinished',
    ])
  })

  test('the sweep lets it run out; who is half-way then may still be verified', async () => {
    const idle = await world.invite({ days: 1 })
    const id = await world.invite({ days: 1 })
    const token = await world.tokenOf(id)
    const { verification } = await world.begin(token, 'alice')
    world.pass(day - 1000)
    expect(await stateOf(id)).toBe('started')
    world.pass(1000)
    world.vendor.onQuery = () => proven('attempt')
    await sweep(world.deps)
    expect(await stateOf(idle)).toBe('expired')
    expect(await stateOf(id)).toBe('verified')
    expect((await refresh(world.deps, 'alice', { id: verification.id })).verification.state).toBe('verified')
  })

  test('a failure after the time ends it', async () => {
    const id = await world.invite({ days: 1 })
    const { verification } = await world.begin(await world.tokenOf(id), 'alice')
    world.pass(day)
    await cancel(world.deps, 'alice', { id: verification.id }).catch(() => undefined)
    await sweep(world.deps)
    expect(await stateOf(id)).toBe('expired')
  })

  test('more time, on the same code', async () => {
    const id = await world.invite({ days: 1 })
    const token = await world.tokenOf(id)
    world.pass(2 * day)
    await sweep(world.deps)
    const { invitation } = await resendInvitation(world.deps, operator, { id, days: 7, newCode: false })
    expect(invitation.state).toBe('pending')
    expect(await open(token)).toMatchObject({ standing: 'open' })
  })

  test('a new code makes the old one useless and frees the place', async () => {
    const id = await world.invite()
    const old = await world.tokenOf(id)
    await world.begin(old, 'mallory')
    await resendInvitation(world.deps, operator, { id, days: 7, newCode: true })
    expect(await codeOf(open(old, 'mallory'))).toBe('NOT_FOUND')
    const token = await world.tokenOf(id)
    expect(token).not.toBe(old)
    expect(await open(token)).toMatchObject({ standing: 'open' })
    expect((await world.begin(token, 'alice')).outcome).toBe('started')
  })

  test('what has come to its end can be neither resent nor taken back', async () => {
    const id = await world.invite()
    const { verification } = await world.begin(await world.tokenOf(id), 'alice')
    await verify('alice', verification.id)
    expect(await codeOf(resendInvitation(world.deps, operator, { id, days: 7, newCode: true }))).toBe(
      'INVITATION_ENDED',
    )
    expect(await revokeInvitations(world.deps, operator, { ids: [id, `i_${'0'.repeat(32)}`] })).toEqual({
      revoked: [],
    })
    expect(await codeOf(invitationCode(world.deps, operator, { id, form: 'miniProgramCode' }))).toBe(
      'INVITATION_ENDED',
    )
  })

  test('what was filled in goes for good after the retention time', async () => {
    const id = await world.invite({ days: 1 })
    world.pass(day)
    await sweep(world.deps)
    world.pass(30 * day)
    await sweep(world.deps)
    expect(world.store.all('invitations')[0]).toMatchObject({
      sealed: null,
      searchKeys: [],
      maskedContact: '',
      redactAt: null,
    })
    const { invitation } = await getInvitation(world.deps, operator, { id })
    expect(invitation).toMatchObject({ filledIn: [], can: { resend: false } })
    expect(invitation.history.at(-1)?.event).toBe('redacted')
  })
})

describe('what is kept', () => {
  test('neither the token, nor a name, nor a number is in the database in the clear', async () => {
    const token = await world.tokenOf(await world.invite({ invitee: testPersonInvitee }))
    await open(token)
    await world.begin(token, 'alice', { invitee: {} })
    const kept = JSON.stringify([
      world.store.all('invitations'),
      world.store.all('invitation_uses'),
      world.store.all('audit'),
      world.store.all('verifications'),
    ])
    for (const secret of [token, testPerson.name, testPerson.idNumber, testPerson.contact.value]) {
      expect(kept).not.toContain(secret)
    }
  })
})

const testPersonInvitee = {
  name: testPerson.name,
  mobile: testPerson.contact.value,
  idNumber: testPerson.idNumber,
}

describe('operators', () => {
  test('find people by the whole name, mobile, number or business number, and by nothing less', async () => {
    const id = await world.invite({ invitee: testPersonInvitee })
    await world.invite({ invitee: {}, bizId: '' })
    const found = async (text: string) =>
      (await listInvitations(world.deps, operator, { text, limit: 20 })).items.map(each => each.id)
    for (const text of ['测试员甲', ' 138 0013 8000', '110101199001010015', 'ORDER-7'])
      expect(await found(text)).toEqual([id])
    for (const text of ['测试员', '1380013', '测试**']) expect(await found(text)).toEqual([])
  })

  test('go through pages, newest first', async () => {
    const ids: string[] = []
    for (let count = 0; count < 3; count++) {
      ids.unshift(await world.invite())
      world.pass(1)
    }
    const first = await listInvitations(world.deps, operator, { limit: 2 })
    const second = await listInvitations(world.deps, operator, { limit: 2, cursor: first.nextCursor ?? '' })
    expect([...first.items, ...second.items].map(each => each.id)).toEqual(ids)
    expect(second.nextCursor).toBeNull()
  })

  test('see nothing in full', async () => {
    const id = await world.invite({ invitee: testPersonInvitee })
    const shown = JSON.stringify([
      await getInvitation(world.deps, operator, { id }),
      await listInvitations(world.deps, operator, { limit: 20 }),
    ])
    for (const secret of Object.values(testPersonInvitee)) expect(shown).not.toContain(secret)
  })
})
