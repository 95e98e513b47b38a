import type { Handoff } from '../../contract/handoff'
import type { Fact } from '../../domain/decide'
import { isOpen } from '../../domain/lifecycle'
import type { Before, SubjectFields, Verification } from '../../domain/verification'
import type { Way } from '../../domain/words'
import type { Driver, Failure, Licence, Started } from '../../vendors/driver'
import type { Deps } from '../kit/deps'
import { problemOf } from '../kit/problem'
import { lookBefore } from './lookBefore'
import { noticeUrl } from './noticeAddress'
import { reconcile } from './reconcile'

export interface Begun {
  verification: Verification
  /** Passed to the page and then forgotten: it may hold a single-use ticket. */
  handoff: Handoff | null
}

export interface Request {
  fields: SubjectFields
  way: Way
  licence?: Licence
}

/**
 * Asks the vendor for a way in, once, and records what became of it. Shared by start and renew. What it says of the
 * account is asked for first: only so can be seen afterwards that the account was verified meanwhile.
 */
export async function begin(
  deps: Deps,
  verification: Verification,
  driver: Driver,
  { fields, way, licence }: Request,
  event: 'start' | 'renew',
): Promise<Begun> {
  const id = verification._id
  const { fact: seen, before } = await lookBefore(deps, verification, driver, fields)
  if (seen?.standing === 'verified' && verification.before) {
    // The attempt before this one may have done it, and nobody has told us.
    const after = await reconcile(deps, id, { event, fact: seen })
    if (!isOpen(after.state)) return { verification: after, handoff: null }
  }
  const outcome = await driver.start({
    ...fields,
    way,
    noticeUrl: noticeUrl(deps, verification),
    reference: `${verification._id}_${verification.attempt}`,
    ...(licence && { licence }),
  })
  if (outcome.kind === 'ok') return recorded(deps, id, event, outcome.value, before)
  deps.log.warn('vendor.start', {
    vendor: driver.id,
    verification: id,
    kind: outcome.kind,
    code: outcome.code,
    detail: outcome.detail,
  })
  const occasion = { event, fact: factOf(outcome), problem: problemOf(outcome), before }
  return { verification: await reconcile(deps, id, occasion), handoff: null }
}

async function recorded(
  deps: Deps,
  id: string,
  event: string,
  started: Started,
  before: Before | null,
): Promise<Begun> {
  if (started.kind === 'already') {
    // Known to the vendor before: nothing that this attempt has done.
    const known: Fact = { ...fact('verified'), rawStatus: started.rawStatus }
    const occasion = { event, fact: known, already: true, before: before && { ...before, untouched: false } }
    return { verification: await reconcile(deps, id, occasion), handoff: null }
  }
  const { handoff, refs } = started
  const after = await reconcile(deps, id, { event, fact: fact('accepted'), refs, before })
  return { verification: after, handoff: isOpen(after.state) ? handoff : null }
}

/** Only what the vendor decided, or may have, is a fact; a call that did not arrive leaves everything as it was. */
function factOf(failure: Failure): Fact | null {
  switch (failure.kind) {
    case 'rejected':
      return { ...fact('refused'), rawStatus: `code=${failure.code}` }
    case 'indeterminate':
      return fact('lost')
    case 'transient':
    case 'misconfigured':
      return null
  }
}

function fact(standing: Fact['standing']): Fact {
  return { standing, assurance: null, rawStatus: null }
}
