import { createInvitationWorld, type InvitationWorld } from '../../../test/support/invitation-world'
import { codeOf } from '../../../test/support/refusal'
import { proven, testPerson } from '../../../test/support/world'
import { confirmNumber } from '../verification/confirmNumber'
import { phoneNumber } from '../verification/phoneNumber'
import { refresh } from '../verification/refresh'
import { renew } from '../verification/renew'
import { start } from '../verification/start'
import { createHandover, getHandover, openHandover } from './handover'

/**
 * One begins on one device, another goes on: whose proof is it? Bob sits at the computer; the number, the card and the
 * phone are Alice's. What she shows is hers, in her own verification, and never his.
 */

let world: InvitationWorld
beforeEach(async () => {
  world = await createInvitationWorld()
  world.deps.config.proof = 'observed'
  // WeChat gives a code to whoever presses the button, and tells it to that person only.
  const pressed: Record<string, string> = { alice: testPerson.contact.value, bob: '13900139000' }
  world.deps.phoneNumber = async (code, openid) =>
    code === `of-${openid}` ? (pressed[openid] ?? null) : null
})

async function shown(input: Parameters<typeof createHandover>[2], openid: string) {
  const { handover, image } = await createHandover(world.deps, openid, input)
  const content = Buffer.from(image.split(',')[1] ?? '', 'base64').toString()
  return { id: handover.id, token: /scene=h=([\w-]{22})$/.exec(content)?.[1] ?? '' }
}

let keys = 0
async function begin(owner: string, handover?: string) {
  keys += 1
  const clientKey = `key-${String(keys).padStart(16, '0')}`
  const input = await world.startInput({ clientKey, ...(handover && { handover }) }, owner)
  return (await start(world.deps, owner, input)).verification
}
const ask = async (owner: string, id: string) => (await refresh(world.deps, owner, { id })).verification
const isVerifiedAtVendor = () => {
  world.vendor.onQuery = () => proven('account')
}
function byCard(): void {
  const [driver] = world.deps.drivers.values()
  if (!driver) throw new Error('no driver')
  driver.capabilities.accountBy = { person: ['idNumber'], organization: ['name'] }
  driver.capabilities.observes = ['person']
  driver.capabilities.queryBy = ['account']
}

test('begun on Bob’s computer with Alice’s number: her phone can neither take it over nor prove it his', async () => {
  const { id } = await begin('bob')
  isVerifiedAtVendor()
  const { token } = await shown({ kind: 'verification', id }, 'bob')
  expect(await codeOf(openHandover(world.deps, 'alice', { token }))).toBe('HANDOVER_FOREIGN')
  expect(await codeOf(confirmNumber(world.deps, 'alice', { id, phoneCode: 'of-alice' }))).toBe('NOT_FOUND')
  await phoneNumber(world.deps, 'alice', { code: 'of-alice' })
  expect(await ask('bob', id)).toMatchObject({ state: 'ready', assurance: null, missing: 'number' })
})

test('a code that was pressed for on Alice’s phone is nothing in Bob’s hands', async () => {
  const { id } = await begin('bob')
  isVerifiedAtVendor()
  const phoneCode = 'of-alice'
  expect(await codeOf(confirmNumber(world.deps, 'bob', { id, phoneCode }))).toBe('PHONE_CODE_INVALID')
  expect(await codeOf(phoneNumber(world.deps, 'bob', { code: phoneCode }))).toBe('PHONE_CODE_INVALID')
  expect(await ask('bob', (await begin('bob')).id)).toMatchObject({ assurance: null, missing: 'number' })
})

test('what Alice confirms and begins on her phone is hers; the computer sees that it is done, and keeps nothing', async () => {
  const desk = await shown({ kind: 'start', subject: 'person' }, 'bob')
  await openHandover(world.deps, 'alice', { token: desk.token })
  await phoneNumber(world.deps, 'alice', { code: 'of-alice' })
  const { id } = await begin('alice', desk.token)
  isVerifiedAtVendor()
  expect(await ask('alice', id)).toMatchObject({ state: 'verified', assurance: 'owned' })
  const { handover } = await getHandover(world.deps, 'bob', { id: desk.id })
  expect(handover).toMatchObject({ state: 'verified', verificationId: null })
  const his = await begin('bob')
  expect(await ask('bob', his.id)).toMatchObject({ state: 'ready', missing: 'number' })
})

test('one WeChat on a computer and on a phone is one person: confirmed here, it counts there', async () => {
  const { token } = await shown({ kind: 'start', subject: 'person' }, 'alice')
  await phoneNumber(world.deps, 'alice', { code: 'of-alice' })
  await openHandover(world.deps, 'alice', { token })
  const { id } = await begin('alice', token)
  isVerifiedAtVendor()
  expect(await ask('alice', id)).toMatchObject({ state: 'verified', assurance: 'owned' })
})

test('an invitation with Alice’s number, taken over by Bob’s phone, which confirms his: not his', async () => {
  const invitation = await world.tokenOf(await world.invite({ locked: ['mobile'] }))
  const { token } = await shown({ kind: 'invitation', token: invitation }, 'desk')
  await openHandover(world.deps, 'bob', { token })
  await phoneNumber(world.deps, 'bob', { code: 'of-bob' })
  const { verification } = await world.begin(invitation, 'bob', { handover: token })
  isVerifiedAtVendor()
  expect(await ask('bob', verification.id)).toMatchObject({ assurance: null, missing: 'number' })
  expect(await codeOf(confirmNumber(world.deps, 'bob', { id: verification.id, phoneCode: 'of-bob' }))).toBe(
    'NUMBER_DIFFERS',
  )
})

test('observed on the computer before, on the phone after, by one WeChat', async () => {
  byCard()
  const { id, attempt } = await begin('alice')
  const { token } = await shown({ kind: 'verification', id }, 'alice')
  await openHandover(world.deps, 'alice', { token })
  await renew(world.deps, 'alice', { id, attempt, way: 'app' })
  isVerifiedAtVendor()
  expect(await ask('alice', id)).toMatchObject({ state: 'verified', assurance: 'observed' })
})

test('begun with her card on Bob’s computer, begun once more on her phone: nobody can tell whose way led there', async () => {
  byCard()
  const his = await begin('bob')
  const { token } = await shown({ kind: 'start', subject: 'person' }, 'bob')
  await openHandover(world.deps, 'alice', { token })
  const hers = await begin('alice', token)
  isVerifiedAtVendor()
  for (const [owner, { id }] of [
    ['alice', hers],
    ['bob', his],
  ] as const)
    expect(await ask(owner, id)).toMatchObject({ state: 'ready', assurance: null, missing: 'attempt' })
})
