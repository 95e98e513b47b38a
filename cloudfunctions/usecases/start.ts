import type { StartInput, StartResult } from '../contract/verification'
import { ActionError } from '../domain/errors'
import { submissionTime } from '../domain/guidance'
import { isResidentId, maskContact, maskName } from '../domain/identity'
import { isOpen } from '../domain/lifecycle'
import { lifetimes, nextDue } from '../domain/schedule'
import type { PersonFields, Verification } from '../domain/verification'
import { canonicalJson } from '../platform/json'
import type { Driver } from '../vendors/driver'
import { begin } from './begin'
import { birthRow, flushOutbox } from './commit'
import type { Deps } from './deps'
import { reconcile } from './reconcile'
import { viewOf } from './view'

/**
 * Starts a verification and yields the way to the vendor. The same client key with the same content is the same
 * verification and calls the vendor once; with other content it is a conflict.
 * Throws INVALID_INPUT, VENDOR_OFF, CONSENT_REQUIRED, KEY_CONFLICT, START_IN_PROGRESS, BUSY.
 */
export async function start(deps: Deps, owner: string, input: StartInput): Promise<StartResult> {
  const driver = driverFor(deps, input)
  const person = checked(input.person)
  const id = `v_${deps.vault.digest('verification', owner, input.clientKey).slice(0, 32)}`
  const bodyHash = hashOf(deps, { ...input, person })

  const earlier = await deps.store.get('verifications', id)
  if (earlier) return repeated(deps, earlier, bodyHash)
  await requireConsent(deps, owner, input)

  const holder = await claimSlot(deps, deps.vault.digest('slot', owner, input.vendor, input.purpose), id)
  if (holder) return { outcome: 'existing', verification: viewOf(holder, deps.clock()), handoff: null }

  const verification = born(deps, { id, owner, input, person, bodyHash })
  if (!(await deps.store.insert('verifications', verification))) {
    const first = await deps.store.get('verifications', id)
    if (!first) throw new ActionError('BUSY')
    return repeated(deps, first, bodyHash)
  }
  await flushOutbox(deps, verification)
  const begun = await begin(deps, verification, driver, person, 'start')
  return {
    outcome: 'started',
    verification: viewOf(begun.verification, deps.clock()),
    handoff: begun.handoff,
  }
}

function driverFor(deps: Deps, { vendor, person }: StartInput): Driver {
  const driver = deps.drivers.get(vendor)
  if (!driver) throw new ActionError('VENDOR_OFF', 'vendor')
  if (!driver.capabilities.personModes.includes(person.mode))
    throw new ActionError('INVALID_INPUT', 'person.mode')
  return driver
}

function checked(person: StartInput['person']): PersonFields {
  if (person.idType !== 'residentId' || person.idNumber === undefined) return person
  const idNumber = person.idNumber.toUpperCase()
  if (!isResidentId(idNumber)) throw new ActionError('INVALID_INPUT', 'person.idNumber')
  return { ...person, idNumber }
}

/** Keyed, because an id number can be guessed from a plain hash. The consent is not part of the content. */
function hashOf({ vault }: Deps, { vendor, subject, purpose, person }: StartInput): string {
  return vault.digest('body', canonicalJson({ vendor, subject, purpose, person }))
}

function repeated({ clock }: Deps, earlier: Verification, bodyHash: string): StartResult {
  if (earlier.bodyHash !== bodyHash) throw new ActionError('KEY_CONFLICT', 'clientKey')
  return { outcome: 'repeated', verification: viewOf(earlier, clock()), handoff: null }
}

async function requireConsent(
  { store, config, clock }: Deps,
  owner: string,
  input: StartInput,
): Promise<void> {
  const consent = await store.get('consents', input.consentId)
  const covers =
    consent !== null &&
    consent.owner === owner &&
    consent.vendor === input.vendor &&
    consent.purpose === input.purpose &&
    consent.policyVersion === config.policy.version &&
    clock() - consent.at < lifetimes.consent
  if (!covers) throw new ActionError('CONSENT_REQUIRED', 'consentId')
}

const rounds = 5

/** Takes the one place for open verifications; returns the open verification that holds it, if there is one. */
async function claimSlot(deps: Deps, slotId: string, verificationId: string): Promise<Verification | null> {
  const { store, clock } = deps
  for (let round = 0; round < rounds; round++) {
    const now = clock()
    const slot = await store.get('slots', slotId)
    if (!slot) {
      if (await store.insert('slots', { _id: slotId, version: 1, verificationId, claimedAt: now }))
        return null
      continue
    }
    if (slot.verificationId === verificationId) return null
    const holder = await currentHolder(deps, slot.verificationId)
    if (holder && isOpen(holder.state)) return holder
    // Claimed a moment ago by a call that has not written its verification yet.
    if (!holder && now - slot.claimedAt < submissionTime) throw new ActionError('START_IN_PROGRESS')
    if (await store.replace('slots', slotId, slot.version, { verificationId, claimedAt: now })) return null
  }
  throw new ActionError('BUSY')
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
  person: PersonFields
  bodyHash: string
}

function born({ vault, clock }: Deps, { id, owner, input, person, bodyHash }: Birth): Verification {
  const now = clock()
  const expiresAt = now + lifetimes.person
  const row = birthRow({ _id: id, state: 'created', createdAt: now })
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
    mode: person.mode,
    maskedName: person.name === undefined ? null : maskName(person.name),
    maskedContact: maskContact(person.contact),
    sealed: vault.seal(person, id),
    refs: {},
    rawStatus: null,
    reviewing: false,
    assurance: null,
    problem: null,
    history: [{ state: 'created', at: now }],
    createdAt: now,
    updatedAt: now,
    expiresAt,
    dueAt: nextDue(now, 0, expiresAt),
    redactAt: null,
    fruitless: 0,
    outbox: [row],
    outboxAt: now,
    auditHash: row.hash,
  }
}
