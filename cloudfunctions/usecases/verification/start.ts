import type { StartInput, StartResult } from '../../contract/verification'
import { bornUncounted } from '../../domain/countMarks'
import { ActionError } from '../../domain/errors'
import { submissionTime } from '../../domain/guidance'
import { isHeld } from '../../domain/lease'
import { isOpen } from '../../domain/lifecycle'
import { lifetimes, nextDue } from '../../domain/schedule'
import type { SubjectFields, Verification } from '../../domain/verification'
import { change } from '../../platform/change'
import { canonicalJson } from '../../platform/json'
import type { Driver, Licence } from '../../vendors/driver'
import type { Deps } from '../kit/deps'
import { count, giveBack } from '../kit/limits'
import { modesOf } from '../kit/modes'
import { pieceKeys, searchKeys } from '../kit/searchKeys'
import { isConfirmed } from './accountUses'
import { begin } from './begin'
import { birthRow } from './commit'
import { ownNumber } from './judge'
import { takeLicence } from './licence'
import { publish } from './publish'
import { reconcile } from './reconcile'
import { erase } from './redact'
import { requireConsent } from './requireConsent'
import { stop } from './stop'
import { checked, findableBy, publicName, readable, slotKey } from './submission'
import { viewOf } from './view'

/** An invitation that a start comes from. */
export interface Admission {
  invitationId: string
  token: string
  bizId: string
  /** Throws when the invitation lets nobody, or not this person, begin. */
  check(): Promise<void>
  /** Takes a place for the verification, and yields its id. Throws INVITATION_TAKEN. */
  takePlace(verificationId: string): Promise<string>
}

/**
 * Starts a verification and yields the way to the vendor. The same client key with the same content is the same
 * verification and calls the vendor once; with other content it is a conflict.
 * Throws INVALID_INPUT, VENDOR_OFF, CONSENT_REQUIRED, TOO_MANY_ATTEMPTS, KEY_CONFLICT, LICENCE_UNREADABLE,
 * START_IN_PROGRESS, BUSY.
 */
export async function start(
  deps: Deps,
  owner: string,
  input: StartInput,
  admission: Admission | null = null,
): Promise<StartResult> {
  const driver = deps.drivers.get(input.vendor)
  if (!driver) throw new ActionError('VENDOR_OFF', 'vendor')
  const { capabilities } = driver
  // Whoever invited may have decided on what people are not offered.
  const offered = admission ? { ...capabilities, personModes: modesOf(capabilities) } : capabilities
  const fields = checked(input, offered, deps.clock())
  const id = `v_${deps.vault.digest('verification', owner, input.clientKey).slice(0, 32)}`
  const bodyHash = hashOf(deps, input, fields)

  const earlier = await deps.store.get('verifications', id)
  if (earlier) return repeated(deps, earlier, bodyHash)
  await admission?.check()
  await requireConsent(deps, owner, input)

  const slotId = slotOf(deps, owner, input, fields, admission)
  const holder = await claimSlot(deps, slotId, id)
  if (holder) return { outcome: 'existing', verification: viewOf(holder, deps.clock()), handoff: null }

  const [licence, useId] = await admitted(deps, owner, id, input, driver, admission).catch(async error => {
    await releaseSlot(deps, slotId, id)
    throw error
  })
  const owned = await isOwned(deps, owner, driver, fields)
  const verification = born(deps, { id, owner, input, fields, bodyHash, admission, useId, owned })
  if (!(await deps.store.insert('verifications', verification))) {
    const first = await deps.store.get('verifications', id)
    if (!first) throw new ActionError('BUSY')
    await giveBack(deps, 'attempts', owner)
    return repeated(deps, first, bodyHash)
  }
  await publish(deps, verification)
  await stillAgreed(deps, verification)
  if (input.handover !== undefined) {
    const begun = { _id: id, subject: input.subject, invitation: admission?.token ?? null }
    await deps.follows.begun(deps, owner, input.handover, begun)
  }
  const begun = await begin(deps, verification, driver, { fields, way: input.way, licence }, 'start')
  return {
    outcome: 'started',
    verification: viewOf(begun.verification, deps.clock()),
    handoff: begun.handoff,
  }
}

/**
 * Whoever took the consent back, or had all erased, a moment ago may have looked for verifications before this one was
 * there. Throws CONSENT_REQUIRED.
 */
async function stillAgreed(deps: Deps, verification: Verification): Promise<void> {
  const consent = await deps.store.get('consents', verification.consentId)
  if (consent?.owner !== verification.owner) await erase(deps, verification)
  else if (consent.withdrawnAt) await stop(deps, verification._id)
  else return
  throw new ActionError('CONSENT_REQUIRED', 'consentId')
}

/** Whether WeChat told the number to the form, where that says whose the account is. */
async function isOwned(deps: Deps, owner: string, driver: Driver, fields: SubjectFields): Promise<boolean> {
  const number = ownNumber(driver, fields)
  return number !== null && isConfirmed(deps, owner, number)
}

/** What can still go wrong before anything is written. Counts before it looks: of many at once only so many begin. */
async function admitted(
  deps: Deps,
  owner: string,
  id: string,
  input: StartInput,
  driver: Driver,
  admission: Admission | null,
): Promise<[Licence | undefined, string | null]> {
  await count(deps, 'attempts', owner)
  try {
    const licence = await licenceOf(deps, input, driver)
    return [licence, admission && (await admission.takePlace(id))]
  } catch (error) {
    await giveBack(deps, 'attempts', owner)
    throw error
  }
}

/** One open verification of a person, vendor and purpose, or of an invitation. */
function slotOf(
  { vault }: Deps,
  owner: string,
  { vendor, purpose }: StartInput,
  fields: SubjectFields,
  admission: Admission | null,
): string {
  if (admission) return vault.digest('slot', owner, 'invitation', admission.invitationId)
  return vault.digest('slot', owner, vendor, purpose, slotKey(fields))
}

async function licenceOf(deps: Deps, input: StartInput, driver: Driver): Promise<Licence | undefined> {
  const fileId = input.subject === 'organization' ? input.organization.licenceFileId : undefined
  const { licence } = driver.capabilities
  return fileId === undefined || licence === null ? undefined : takeLicence(deps, fileId, licence)
}

/** Keyed, because an id number can be guessed from a plain hash. The consent is not part of the content. */
function hashOf({ vault }: Deps, { vendor, purpose }: StartInput, fields: SubjectFields): string {
  return vault.digest('body', canonicalJson({ vendor, purpose, ...fields }))
}

function repeated({ clock }: Deps, earlier: Verification, bodyHash: string): StartResult {
  if (earlier.bodyHash !== bodyHash) throw new ActionError('KEY_CONFLICT', 'clientKey')
  return { outcome: 'repeated', verification: viewOf(earlier, clock()), handoff: null }
}

/** Takes the one place for open verifications; returns the open verification that holds it, if there is one. */
async function claimSlot(deps: Deps, slotId: string, verificationId: string): Promise<Verification | null> {
  const { store, clock } = deps
  let holder: Verification | null = null
  const { document } = await change(store, 'slots', slotId, async slot => {
    if (slot.verificationId === verificationId) return null
    holder = await currentHolder(deps, slot.verificationId)
    if (holder && isOpen(holder.state)) return null
    // Claimed a moment ago by a call that has not written its verification yet.
    if (!holder && isHeld(slot.claimedAt + submissionTime, clock(), submissionTime))
      throw new ActionError('START_IN_PROGRESS')
    holder = null
    return { verificationId, claimedAt: clock() }
  })
  const first = { _id: slotId, version: 1, verificationId, claimedAt: clock() }
  if (document || (await store.insert('slots', first))) return holder
  // Somebody made it meanwhile; it never goes away again.
  return claimSlot(deps, slotId, verificationId)
}

/** Gives the place back at once, for a start that came to nothing. */
async function releaseSlot({ store }: Deps, slotId: string, verificationId: string): Promise<void> {
  await change(store, 'slots', slotId, slot =>
    slot.verificationId === verificationId ? { claimedAt: 0 } : null,
  )
}

/** The sweep may not have been by yet: what has run out is looked at once more before it blocks a new start. */
async function currentHolder(deps: Deps, id: string): Promise<Verification | null> {
  const holder = await deps.store.get('verifications', id)
  const overdue = holder !== null && isOpen(holder.state) && holder.expiresAt <= deps.clock()
  return overdue ? reconcile(deps, id, { event: 'sweep', fact: 'ask' }) : holder
}

interface Birth {
  id: string
  owner: string
  input: StartInput
  fields: SubjectFields
  bodyHash: string
  admission: Admission | null
  useId: string | null
  owned: boolean
}

function born(
  deps: Deps,
  { id, owner, input, fields, bodyHash, admission, useId, owned }: Birth,
): Verification {
  const { vault, clock } = deps
  const now = clock()
  const expiresAt = now + lifetimes[input.subject]
  const row = birthRow({ _id: id, vendor: input.vendor, state: 'created', createdAt: now })
  return {
    _id: id,
    version: 1,
    listKey: `${now}_${id}`,
    owner,
    vendor: input.vendor,
    subject: input.subject,
    purpose: input.purpose,
    state: 'created',
    attempt: 1,
    bodyHash,
    consentId: input.consentId,
    invitationId: admission?.invitationId ?? null,
    useId,
    bizId: admission?.bizId ?? '',
    searchKeys: [
      ...searchKeys(deps, [...findableBy(fields), admission?.bizId]),
      ...pieceKeys(deps, [publicName(fields)]),
    ],
    ...readable(fields),
    sealed: vault.seal(fields, { kind: 'verificationFields', id }),
    refs: {},
    rawStatus: null,
    reviewing: false,
    assurance: null,
    before: null,
    owned,
    missing: null,
    already: false,
    reason: null,
    problem: null,
    history: [{ state: 'created', at: now }],
    createdAt: now,
    updatedAt: now,
    expiresAt,
    dueAt: nextDue(now, { lifeAt: now, isUnderWay: false }, expiresAt),
    redactAt: null,
    lifeAt: now,
    ...bornUncounted(id),
    outbox: [row],
    outboxAt: now,
    auditHash: row.hash,
  }
}
