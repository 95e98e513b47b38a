import { perform } from '../../cloudfunctions/api/perform'
import { createHandover } from '../../cloudfunctions/usecases/handover/handover'
import { createInvitation } from '../../cloudfunctions/usecases/invitation/create'
import { startInvited } from '../../cloudfunctions/usecases/invitation/startInvited'
import { tokenOf } from '../../cloudfunctions/usecases/invitation/token'
import { claim } from '../../cloudfunctions/usecases/operator/claim'
import { recordConsent } from '../../cloudfunctions/usecases/verification/recordConsent'
import { refresh } from '../../cloudfunctions/usecases/verification/refresh'
import { start } from '../../cloudfunctions/usecases/verification/start'
import { createWorld, proven, testPerson, type World } from './world'

export const alice = 'oA11CE-openid-of-the-user-00'
export const bizId = 'matter-4711'

/** Everything one person can leave behind: an invitation, a verification, a number, a code for the phone, repeats. */
export async function livedWorld(): Promise<World> {
  const world = createWorld()
  const { deps } = world
  await claim(deps, 'olivia', { code: 'setup-code' })
  const handoff = {
    kind: 'plugin',
    url: 'plugin://example/page',
    events: { done: 'passed' },
    leaveEvent: 'leave',
  } as const
  world.vendor.onStart = () => ({
    kind: 'ok',
    value: { kind: 'handoff', handoff, refs: { flowId: 'flow-of-alice' } },
  })
  await start(deps, alice, await world.startInput({ clientKey: 'key-0000000000000009' }, alice))
  const invitee = { name: testPerson.name, mobile: testPerson.contact.value, idNumber: testPerson.idNumber }
  const terms = {
    subject: 'person' as const,
    title: '入驻',
    note: '',
    vendor: null,
    mode: null,
    locked: [],
    redirect: null,
  }
  const made = await createInvitation(deps, 'olivia', {
    ...terms,
    clientKey: 'key-of-invitation-01',
    invitee,
    bizId,
    most: 1,
    days: 7,
  })
  const { consentId } = await recordConsent(deps, alice, {
    vendor: 'qiyuesuo',
    purpose: 'invitation',
    policyVersion: '1',
  })
  const begun = await startInvited(deps, alice, {
    clientKey: 'key-0000000000000010',
    token: tokenOf(deps, made.invitation.id, 1),
    vendor: 'qiyuesuo',
    consentId,
    subject: 'person',
    way: 'app',
    invitee: {},
  })
  await deps.store.insert('notices', {
    _id: `${begun.verification.id}_1_${'0'.repeat(64)}`,
    verificationId: begun.verification.id,
    vendor: 'qiyuesuo',
    attempt: 1,
    standing: null,
    rawStatus: null,
    refs: { flowId: 'flow-of-alice' },
    receivedAt: deps.clock(),
  })
  deps.phoneNumber = async () => testPerson.contact.value
  await perform(deps, alice, 'phone.number', { code: 'code-1', clientKey: 'key-of-number-000001' })
  await createHandover(deps, alice, { kind: 'start', subject: 'person' })
  world.vendor.onQuery = () => proven('attempt')
  await refresh(deps, alice, { id: begun.verification.id })
  return world
}
