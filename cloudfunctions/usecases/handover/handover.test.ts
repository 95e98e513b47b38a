import { countedStore } from '../../../test/support/counted-store'
import { createInvitationWorld, type InvitationWorld } from '../../../test/support/invitation-world'
import { codeOf, refusedAs } from '../../../test/support/refusal'
import { proven } from '../../../test/support/world'
import { sweep } from '../sweep'
import { cancel } from '../verification/cancel'
import { phoneNumber } from '../verification/phoneNumber'
import { refresh } from '../verification/refresh'
import { start } from '../verification/start'
import { createHandover, getHandover, openHandover } from './handover'

const minute = 60_000

let world: InvitationWorld
beforeEach(async () => {
  world = await createInvitationWorld()
})

/** The computer shows a code; its content is what a phone would read. */
async function shown(input: Parameters<typeof createHandover>[2], openid = 'alice') {
  const { handover, image } = await createHandover(world.deps, openid, input)
  const content = Buffer.from(image.split(',')[1] ?? '', 'base64').toString()
  return { id: handover.id, token: /scene=h=([\w-]{22})$/.exec(content)?.[1] ?? '', state: handover.state }
}
const stateOf = async (id: string, openid = 'alice') =>
  (await getHandover(world.deps, openid, { id })).handover

test('the phone of the same person goes on, and the computer follows to the end', async () => {
  const { id, token, state } = await shown({ kind: 'start', subject: 'person' })
  expect(state).toBe('waiting')
  expect(await openHandover(world.deps, 'alice', { token })).toEqual({
    target: { kind: 'start', subject: 'person' },
  })
  expect(await stateOf(id)).toMatchObject({ state: 'scanned', verificationId: null })
  const { verification } = await start(world.deps, 'alice', {
    ...(await world.startInput()),
    handover: token,
  })
  expect(await stateOf(id)).toMatchObject({ state: 'processing', verificationId: verification.id })
  world.vendor.onQuery = () => proven('attempt')
  await refresh(world.deps, 'alice', { id: verification.id, hint: 'returned' })
  // Scanned again it leads where it led.
  expect(await openHandover(world.deps, 'alice', { token })).toEqual({
    target: { kind: 'start', subject: 'person' },
  })
  expect(await stateOf(id)).toMatchObject({ state: 'verified', verificationId: verification.id })
})

test('a stranger’s phone may go on too, but the computer learns nothing but the state', async () => {
  const { id, token } = await shown({ kind: 'start', subject: 'person' }, 'desk')
  await openHandover(world.deps, 'alice', { token })
  const { verification } = await start(world.deps, 'alice', {
    ...(await world.startInput()),
    handover: token,
  })
  expect(await stateOf(id, 'desk')).toEqual({
    id,
    state: 'processing',
    verificationId: null,
    expiresAt: 1_700_000_000_000 + 10 * minute,
  })
  await cancel(world.deps, 'alice', { id: verification.id })
  expect(await stateOf(id, 'desk')).toMatchObject({ state: 'failed', verificationId: null })
})

test('a code is for one phone, which may scan it twice', async () => {
  const { token } = await shown({ kind: 'start', subject: 'organization' })
  const first = await openHandover(world.deps, 'bob', { token })
  world.pass(11 * minute)
  expect(await openHandover(world.deps, 'bob', { token })).toEqual(first)
  expect(await codeOf(openHandover(world.deps, 'carol', { token }))).toBe('HANDOVER_OVER')
})

test('of two phones at once one has it', async () => {
  const { token } = await shown({ kind: 'start', subject: 'person' })
  const outcomes = await Promise.all(
    ['bob', 'carol'].map(openid => codeOf(openHandover(world.deps, openid, { token }))),
  )
  expect(outcomes.sort()).toEqual(['HANDOVER_OVER', 'no error'])
})

test('a code that nobody scanned in time, or that never was, opens nothing', async () => {
  const { id, token } = await shown({ kind: 'start', subject: 'person' })
  world.pass(10 * minute)
  expect(await stateOf(id)).toMatchObject({ state: 'expired' })
  for (const tried of [token, 'A'.repeat(22)])
    expect(await refusedAs(openHandover(world.deps, 'bob', { token: tried }))).toBe('HANDOVER_OVER token')
})

test('a verification is handed over to its owner only', async () => {
  const { verification } = await start(world.deps, 'alice', await world.startInput())
  expect(await codeOf(shown({ kind: 'verification', id: verification.id }, 'bob'))).toBe('NOT_FOUND')
  const { id, token } = await shown({ kind: 'verification', id: verification.id })
  expect(await refusedAs(openHandover(world.deps, 'bob', { token }))).toBe('HANDOVER_FOREIGN token')
  expect(await stateOf(id)).toMatchObject({ state: 'waiting', verificationId: null })
  expect(await openHandover(world.deps, 'alice', { token })).toEqual({
    target: { kind: 'verification', id: verification.id },
  })
  expect(await stateOf(id)).toMatchObject({ state: 'processing', verificationId: verification.id })
})

test('an invitation goes along, sealed', async () => {
  const invitation = await world.tokenOf(await world.invite())
  const { id, token } = await shown({ kind: 'invitation', token: invitation }, 'desk')
  expect(JSON.stringify(world.store.all('handovers'))).not.toContain(invitation)
  expect(await openHandover(world.deps, 'alice', { token })).toEqual({
    target: { kind: 'invitation', token: invitation },
  })
  await world.begin(invitation, 'alice', { handover: token })
  expect(await stateOf(id, 'desk')).toMatchObject({ state: 'processing', verificationId: null })
})

test('what is kept of a code is what it is for, and nothing of anybody but the two devices', async () => {
  const own = await start(world.deps, 'alice', await world.startInput())
  const secret = await world.tokenOf(await world.invite())
  const verificationId = own.verification.id
  for (const [input, kept] of [
    [{ kind: 'start', subject: 'person' }, { subject: 'person' }],
    [{ kind: 'verification', id: verificationId }, { verificationId }],
    [{ kind: 'invitation', token: secret }, { sealed: expect.any(String) }],
  ] as const) {
    const { id, token } = await shown(input)
    // So is it found after an update too, by what a code on a screen carries.
    expect(id).toBe(`h_${world.deps.vault.digest('handover', token).slice(0, 32)}`)
    const [createdAt, expiresAt] = [world.deps.clock(), world.deps.clock() + 10 * minute]
    expect(await world.store.get('handovers', id)).toEqual({
      ...{ _id: id, version: 1, owner: 'alice', kind: input.kind, createdAt, expiresAt },
      ...{ subject: null, sealed: null, scannedBy: null, verificationId: null },
      ...kept,
    })
  }
})

test('where WeChat makes no code there is nothing to scan, and nothing is kept', async () => {
  world.deps.codes.miniProgramCode = async () => Promise.reject(new Error('41030'))
  expect(await codeOf(shown({ kind: 'start', subject: 'person' }))).toBe('CODE_UNAVAILABLE')
  expect(world.logged.at(-1)).toContain('"form":"handover"')
  expect(world.store.all('handovers')).toEqual([])
})

test('to ask where it stands costs one read until something was begun', async () => {
  const { id, token } = await shown({ kind: 'start', subject: 'person' })
  const { store, counts } = countedStore(world.store)
  const ask = async () => {
    counts.reads = 0
    await getHandover({ ...world.deps, store }, 'alice', { id })
    return counts.reads
  }
  expect(await ask()).toBe(1)
  await openHandover(world.deps, 'alice', { token })
  expect(await ask()).toBe(1)
  await start(world.deps, 'alice', { ...(await world.startInput()), handover: token })
  expect(await ask()).toBe(2)
})

test('nobody else sees where it stands', async () => {
  const { id } = await shown({ kind: 'start', subject: 'person' })
  expect(await codeOf(getHandover(world.deps, 'bob', { id }))).toBe('NOT_FOUND')
})

test('a start with somebody else’s code goes on, and the computer does not follow it', async () => {
  const { id, token } = await shown({ kind: 'start', subject: 'person' }, 'desk')
  await openHandover(world.deps, 'bob', { token })
  const { outcome } = await start(world.deps, 'alice', { ...(await world.startInput()), handover: token })
  expect(outcome).toBe('started')
  expect(await stateOf(id, 'desk')).toMatchObject({ state: 'scanned' })
})

test('the computer follows what the code is for, and nothing else the same phone begins', async () => {
  const invitation = await world.tokenOf(await world.invite())
  const other = await world.tokenOf(await world.invite({ most: 2 }))
  const codes = [
    await shown({ kind: 'start', subject: 'organization' }, 'desk'),
    await shown({ kind: 'invitation', token: invitation }, 'desk'),
  ]
  for (const { token } of codes) {
    await openHandover(world.deps, 'alice', { token })
    const { verification } = await start(world.deps, 'alice', {
      ...(await world.startInput()),
      clientKey: `key-${token.slice(-16)}`,
      handover: token,
    })
    await cancel(world.deps, 'alice', { id: verification.id })
    await world.begin(other, 'alice', { handover: token })
  }
  for (const { id } of codes) expect(await stateOf(id, 'desk')).toMatchObject({ state: 'scanned' })
  const person = await shown({ kind: 'start', subject: 'person' }, 'desk')
  await openHandover(world.deps, 'bob', { token: person.token })
  await world.begin(other, 'bob', { handover: person.token })
  expect(await stateOf(person.id, 'desk')).toMatchObject({ state: 'scanned' })
  const own = await start(world.deps, 'alice', { ...(await world.startInput()) })
  const { id, token } = await shown({ kind: 'verification', id: own.verification.id })
  await openHandover(world.deps, 'alice', { token })
  await world.begin(invitation, 'alice', { handover: token })
  expect(await stateOf(id)).toMatchObject({ verificationId: own.verification.id })
})

test('is swept away a day after its time', async () => {
  await shown({ kind: 'start', subject: 'person' })
  world.pass(10 * minute + 24 * 60 * minute - 1)
  await sweep(world.deps)
  expect(world.store.all('handovers')).toHaveLength(1)
  world.pass(1)
  await sweep(world.deps)
  expect(world.store.all('handovers')).toEqual([])
})

test('the number WeChat confirms fills in a form; a stale code does not', async () => {
  expect(await phoneNumber(world.deps, 'alice', { code: 'good-code' })).toEqual({ mobile: '13800138000' })
  expect(await codeOf(phoneNumber(world.deps, 'alice', { code: 'used' }))).toBe('PHONE_CODE_INVALID')
})
