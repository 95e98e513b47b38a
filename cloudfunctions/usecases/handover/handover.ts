import * as v from 'valibot'
import type {
  CreateHandoverInput,
  CreateHandoverResult,
  HandoverResult,
  HandoverState,
  HandoverTarget,
  HandoverView,
  OpenHandoverResult,
} from '../../contract/handover'
import { ActionError } from '../../domain/errors'
import type { Handover } from '../../domain/handover'
import { isOpen } from '../../domain/lifecycle'
import { change } from '../../platform/change'
import { codePage, dataUrl, unavailable } from '../kit/code'
import type { Begun, Deps } from '../kit/deps'
import { openSealed } from '../kit/openSealed'
import { owned } from '../verification/owned'

/** How long a code on the screen of a computer can be scanned, ms. */
const lifetime = 10 * 60_000

/**
 * A code by which a phone goes on with what was begun on a computer. Holds nothing personal.
 * Throws NOT_FOUND for somebody else's verification, CODE_UNAVAILABLE.
 */
export async function createHandover(
  deps: Deps,
  openid: string,
  input: CreateHandoverInput,
): Promise<CreateHandoverResult> {
  if (input.kind === 'verification') await owned(deps, openid, input.id)
  const token = Buffer.from(deps.random(16), 'hex').toString('base64url')
  const _id = idOf(deps, token)
  const now = deps.clock()
  const handover: Handover = {
    _id,
    version: 1,
    owner: openid,
    kind: input.kind,
    subject: input.kind === 'start' ? input.subject : null,
    sealed:
      input.kind === 'invitation' ? deps.vault.seal(input.token, { kind: 'handoverToken', id: _id }) : null,
    scannedBy: null,
    verificationId: input.kind === 'verification' ? input.id : null,
    createdAt: now,
    expiresAt: now + lifetime,
  }
  const image = await codeOf(deps, token)
  await deps.store.insert('handovers', handover)
  return { handover: await viewFor(deps, handover), image }
}

/** Where it stands, for the computer that showed the code. Throws NOT_FOUND, also for everybody else. */
export async function getHandover(
  deps: Deps,
  openid: string,
  { id }: { id: string },
): Promise<HandoverResult> {
  const handover = await deps.store.get('handovers', id)
  if (!handover || handover.owner !== openid) throw new ActionError('NOT_FOUND')
  return { handover: await viewFor(deps, handover) }
}

/**
 * What the phone that has scanned the code goes on with. The first to scan has it; a verification belongs to its owner
 * only. Throws HANDOVER_OVER, HANDOVER_FOREIGN, BUSY.
 */
export async function openHandover(
  deps: Deps,
  openid: string,
  { token }: { token: string },
): Promise<OpenHandoverResult> {
  const { document } = await change(deps.store, 'handovers', idOf(deps, token), handover => {
    if (handover.kind === 'verification' && handover.owner !== openid)
      throw new ActionError('HANDOVER_FOREIGN', 'token')
    // Scanning twice leads to the same place, also after the time; somebody else comes too late.
    if (handover.scannedBy === openid) return null
    if (handover.scannedBy !== null || deps.clock() >= handover.expiresAt)
      throw new ActionError('HANDOVER_OVER', 'token')
    return { scannedBy: openid }
  })
  if (!document) throw new ActionError('HANDOVER_OVER', 'token')
  return { target: targetOf(deps, document) }
}

/**
 * The phone has begun: from now on the computer follows this verification. A code of somebody else changes nothing, nor
 * does something else than the code was shown for: a computer that waits for a company must not say 「认证成功」 of a person.
 */
export async function followHandover(deps: Deps, openid: string, token: string, begun: Begun): Promise<void> {
  await change(deps.store, 'handovers', idOf(deps, token), handover =>
    handover.scannedBy === openid && isFor(deps, handover, begun) ? { verificationId: begun._id } : null,
  )
}

function isFor(deps: Deps, handover: Handover, { subject, invitation }: Begun): boolean {
  const target = targetOf(deps, handover)
  switch (target.kind) {
    case 'start':
      return invitation === null && subject === target.subject
    case 'invitation':
      return invitation === target.token
    case 'verification':
      return false
  }
}

const idOf = ({ vault }: Deps, token: string): string => `h_${vault.digest('handover', token).slice(0, 32)}`

async function codeOf(deps: Deps, token: string): Promise<string> {
  try {
    return dataUrl(await deps.codes.miniProgramCode({ page: codePage, scene: `h=${token}` }))
  } catch (error) {
    throw unavailable(deps, 'handover', error)
  }
}

function targetOf(deps: Deps, { _id, subject, sealed, verificationId }: Handover): HandoverTarget {
  if (subject !== null) return { kind: 'start', subject }
  if (sealed === null) return { kind: 'verification', id: verificationId ?? '' }
  const token = openSealed(deps, v.string(), sealed, { kind: 'handoverToken', id: _id })
  return { kind: 'invitation', token }
}

async function viewFor(deps: Deps, handover: Handover): Promise<HandoverView> {
  const { _id, owner, expiresAt, verificationId, scannedBy } = handover
  const verification =
    verificationId !== null && scannedBy !== null
      ? await deps.store.get('verifications', verificationId)
      : null
  return {
    id: _id,
    state: stateOf(handover, verification?.state ?? null, deps.clock()),
    verificationId: verification?.owner === owner ? verification._id : null,
    expiresAt,
  }
}

type VerificationState = Parameters<typeof isOpen>[0]

function stateOf(
  { scannedBy, expiresAt }: Handover,
  of: VerificationState | null,
  now: number,
): HandoverState {
  if (of === 'verified') return 'verified'
  if (of !== null) return isOpen(of) ? 'processing' : 'failed'
  if (scannedBy !== null) return 'scanned'
  return now >= expiresAt ? 'expired' : 'waiting'
}
