import type { CaseNote } from '../../domain/caseNote'
import type { Consent } from '../../domain/consent'
import type { Handover } from '../../domain/handover'
import type { IntegrationEvent } from '../../domain/integration/event'
import type { Invitation } from '../../domain/invitation/invitation'
import type { Message } from '../../domain/message/message'
import type { OperatorRow } from '../../domain/operator'
import type { Verification } from '../../domain/verification'
import type { Deps } from '../kit/deps'
import { answersOf } from '../kit/once'
import { operatorOf } from '../operator/identity'
import { ownVerifications } from '../verification/own'

/** All that is kept about one person and can be found by him. */
export interface Everything {
  verifications: Verification[]
  consents: Consent[]
  /** How many, about those verifications. */
  notices: number
  /** For one person, used by this one: what they hold is about him. */
  invitations: Invitation[]
  handovers: Handover[]
  answers: { until: number | null }[]
  events: IntegrationEvent[]
  messages: Message[]
  notes: CaseNote[]
  operator: OperatorRow | null
}

/** The most of a kind that is looked at; nobody has as many. */
const most = 1000

export async function everythingOf(deps: Deps, openid: string): Promise<Everything> {
  const { store } = deps
  const verifications = await ownVerifications(deps, openid)
  const invitations = await ownInvitations(deps, openid)
  const ids = [...verifications, ...invitations].map(({ _id }) => _id)
  const notices = await store.find('notices', {
    where: [['verificationId', 'in', ids]],
    fields: ['_id'],
    limit: most,
  })
  return {
    verifications,
    consents: await store.find('consents', { where: [['owner', 'eq', openid]], limit: most }),
    notices: notices.length,
    invitations,
    handovers: [
      ...(await store.find('handovers', { where: [['owner', 'eq', openid]], limit: most })),
      ...(await store.find('handovers', { where: [['scannedBy', 'eq', openid]], limit: most })),
    ],
    answers: await answersOf(deps, openid),
    events: await store.find('events', { where: [['subjectId', 'in', ids]], limit: most }),
    messages: await store.find('messages', { where: [['owner', 'eq', openid]], limit: most }),
    notes: await store.find('case_notes', { where: [['_id', 'in', ids]], limit: most }),
    operator: await operatorOf(deps, openid),
  }
}

async function ownInvitations({ store }: Deps, openid: string): Promise<Invitation[]> {
  const uses = await store.find('invitation_uses', { where: [['owner', 'eq', openid]], limit: most })
  const ids = [...new Set(uses.map(({ invitationId }) => invitationId))]
  const found = await Promise.all(ids.map(id => store.get('invitations', id)))
  // Whoever has lost the place to a new code had it perhaps in another's stead.
  const hasPlace = ({ _id, edition }: Invitation) =>
    uses.some(use => use.invitationId === _id && (use.edition === edition || use.state === 'verified'))
  return found.filter(
    (each): each is Invitation => each !== null && each.most === 1 && each.sealed !== null && hasPlace(each),
  )
}
