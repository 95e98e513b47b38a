import { createInvitationWorld, type InvitationWorld } from '../../../test/support/invitation-world'
import { atEveryMoment, processOf, settled } from '../../../test/support/mortal'
import { proven, testOrganization, testPerson } from '../../../test/support/world'
import type { StartResult } from '../../contract/verification'
import { isOpen } from '../../domain/lifecycle'
import { verifyAudit } from '../audit/verify'
import { startInvited } from '../invitation/startInvited'
import type { Deps } from '../kit/deps'
import { receiveNotice } from '../receiveNotice'
import { sweep } from '../sweep'
import { recordConsent } from './recordConsent'
import { refresh } from './refresh'
import { renew } from './renew'
import { start } from './start'

/**
 * A run that dies before any of its writes, or before or after any question to a vendor: what it leaves is gone on with,
 * and comes to one verification, one place, one trail, and one event of each kind.
 */

const owner = 'alice'
const vendor = 'qiyuesuo'
const head = { clientKey: 'key-crash-0000000001', vendor, way: 'app' } as const

interface Plan {
  what: string
  /** An intent, the same however often it is tried. */
  begin(deps: Deps, consentId: string, token: string): Promise<StartResult>
  purpose: 'general' | 'invitation'
}
const plans: Plan[] = [
  {
    what: 'a person',
    purpose: 'general',
    begin: (deps, consentId) =>
      start(deps, owner, { ...head, purpose: 'general', consentId, subject: 'person', person: testPerson }),
  },
  {
    what: 'an organization',
    purpose: 'general',
    begin: (deps, consentId) =>
      start(deps, owner, {
        ...head,
        purpose: 'general',
        consentId,
        subject: 'organization',
        organization: testOrganization,
      }),
  },
  {
    what: 'somebody invited',
    purpose: 'invitation',
    begin: (deps, consentId, token) =>
      startInvited(deps, owner, {
        ...head,
        token,
        consentId,
        subject: 'person',
        invitee: { idNumber: testPerson.idNumber },
      }),
  },
]

async function worldOf(): Promise<{ world: InvitationWorld; token: string }> {
  const world = await createInvitationWorld()
  const [driver] = world.deps.drivers.values()
  // So that there is something to ask before and after, and something to forget.
  if (driver) driver.capabilities.observes = ['person', 'organization']
  return { world, token: await world.tokenOf(await world.invite()) }
}

/** From the consent to the end: what the person does, what the vendor tells, and what runs by itself. */
async function wholeRun(world: InvitationWorld, deps: Deps, plan: Plan, token: string): Promise<void> {
  world.vendor.onQuery = () => ({
    kind: 'ok',
    value: { standing: 'unproven', assurance: null, rawStatus: null },
  })
  const policyVersion = deps.config.policy.version
  const { consentId } = await recordConsent(deps, owner, { vendor, purpose: plan.purpose, policyVersion })
  let { verification, handoff } = await plan.begin(deps, consentId, token)
  const { id, attempt } = verification
  if (isOpen(verification.state) && !handoff && verification.state !== 'processing')
    ({ verification, handoff } = await renew(deps, owner, { id, attempt, way: 'app' }))
  await refresh(deps, owner, { id, hint: 'opened' })
  world.vendor.onQuery = () => proven('attempt')
  await notice(world, deps)
  await refresh(deps, owner, { id, hint: 'returned' })
  await sweep(deps)
}

function notice(world: InvitationWorld, deps: Deps) {
  const [, , verificationId = '', attempt = '', secret = ''] =
    /\/(\w+)\/(\w+)\/(\d+)\/(\w+)$/.exec(world.vendor.starts.at(-1)?.noticeUrl ?? '') ?? []
  return receiveNotice(deps, {
    vendor,
    address: { verificationId, attempt: Number(attempt), secret },
    body: Buffer.from('verified'),
    method: 'POST',
    headers: {},
    query: {},
  })
}

/** A minute and a half later, so that nobody waits for the dead one, everything happens once more. */
async function recover(world: InvitationWorld, plan: Plan, token: string): Promise<void> {
  world.pass(90_000)
  await wholeRun(world, world.deps, plan, token)
  world.pass(11 * 60_000)
  await sweep(world.deps)
}

function expectOneOfEverything({ store }: InvitationWorld, plan: Plan): void {
  const [verification, ...more] = store.all('verifications')
  expect(more).toEqual([])
  expect(verification).toMatchObject({ owner, state: 'verified', assurance: 'attempt', outbox: [] })
  const heads = [...store.all('verifications'), ...store.all('invitations')]
  expect(verifyAudit(store.all('audit'), heads)).toEqual([])
  const verified = store.all('audit').filter(row => 'cause' in row && row.cause === 'vendorVerified')
  expect(verified).toHaveLength(1)
  const told = store.all('events').map(({ type }) => type)
  expect(told.filter(type => type === 'verification.verified')).toHaveLength(1)
  if (plan.purpose === 'invitation') expect(told).toContain('invitation.finished')
  const uses = store.all('invitation_uses')
  expect(uses).toHaveLength(plan.purpose === 'invitation' ? 1 : 0)
  for (const use of uses) expect(use).toMatchObject({ verificationId: verification?._id, state: 'verified' })
  // Not the start of the hour again and again: one intent is one attempt.
  const attempts = store.all('counters').filter(({ _id }) => _id.startsWith('limit:attempts:'))
  expect(attempts.map(({ value }) => value <= 2)).toEqual([true])
}

test.each(plans)('whenever the process dies, $what ends verified once', async plan => {
  const { world, token } = await worldOf()
  const living = processOf(world)
  await wholeRun(world, living.deps, plan, token)
  expectOneOfEverything(world, plan)
  expect(living.moments()).toBeGreaterThan(20)
  await atEveryMoment(living.moments(), async last => {
    const { world, token } = await worldOf()
    const dying = processOf(world, last)
    await wholeRun(world, dying.deps, plan, token).catch(() => {})
    await settled()
    expect(dying.isDead()).toBe(true)
    await recover(world, plan, token)
    expectOneOfEverything(world, plan)
  })
})
