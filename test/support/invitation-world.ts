import type { CreateInvitationInput } from '../../cloudfunctions/contract/invitation'
import type { StartInvitationInput } from '../../cloudfunctions/contract/offer'
import { invitationCode } from '../../cloudfunctions/usecases/invitation/code'
import { createInvitation } from '../../cloudfunctions/usecases/invitation/create'
import { startInvited } from '../../cloudfunctions/usecases/invitation/startInvited'
import { claim } from '../../cloudfunctions/usecases/operator/claim'
import { recordConsent } from '../../cloudfunctions/usecases/verification/recordConsent'
import { createWorld, testPerson, type World } from './world'

export const operator = 'olivia'

export interface InvitationWorld extends World {
  /** An invitation of a person, with name and mobile filled in; returns its id. */
  invite(changes?: Partial<PersonInvitation>): Promise<string>
  /** What the code of an invitation carries, read from the code itself. */
  tokenOf(id: string): Promise<string>
  /** A start on it that has its consent. */
  begin(token: string, openid: string, changes?: Partial<PersonStart>): ReturnType<typeof startInvited>
}

type PersonInvitation = Extract<CreateInvitationInput, { subject: 'person' }>
type PersonStart = Extract<StartInvitationInput, { subject: 'person' }>

export const day = 24 * 3600_000

/** Use cases of invitations with an operator and a vendor for persons. */
export async function createInvitationWorld(): Promise<InvitationWorld> {
  const world = createWorld()
  let keys = 0
  const newKey = () => `key-invitation-${String(++keys).padStart(6, '0')}`
  await claim(world.deps, operator, { code: 'setup-code' })
  return {
    ...world,
    async invite(changes = {}) {
      const { invitation } = await createInvitation(world.deps, operator, {
        clientKey: newKey(),
        subject: 'person',
        title: '供应商入驻',
        note: '签约前需要实名认证',
        vendor: null,
        mode: null,
        locked: [],
        redirect: null,
        days: 30,
        bizId: 'order-7',
        most: 1,
        invitee: { name: testPerson.name, mobile: testPerson.contact.value },
        ...changes,
      })
      return invitation.id
    },
    async tokenOf(id) {
      const { text } = await invitationCode(world.deps, operator, { id, form: 'linkCode' })
      return new URL(text ?? '').searchParams.get('i') ?? ''
    },
    async begin(token, openid, changes = {}) {
      const { consentId } = await recordConsent(world.deps, openid, {
        vendor: 'qiyuesuo',
        purpose: 'invitation',
        policyVersion: '1',
      })
      return startInvited(world.deps, openid, {
        token,
        clientKey: newKey(),
        vendor: 'qiyuesuo',
        consentId,
        way: 'app',
        subject: 'person',
        invitee: { idNumber: testPerson.idNumber },
        ...changes,
      })
    },
  }
}
