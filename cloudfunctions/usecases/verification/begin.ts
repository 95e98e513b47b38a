import type { Handoff } from '../../contract/handoff'
import type { Fact } from '../../domain/decide'
import { isOpen } from '../../domain/lifecycle'
import type { SubjectFields, Verification } from '../../domain/verification'
import type { Way } from '../../domain/words'
import type { Driver, Failure, Licence, Started } from '../../vendors/driver'
import type { Deps } from '../kit/deps'
import { problemOf } from '../kit/problem'
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

/** Asks the vendor for a way in, once, and records what became of it. Shared by start and renew. */
export async function begin(
  deps: Deps,
  verification: Verification,
  driver: Driver,
  { fields, way, licence }: Request,
  event: 'start' | 'renew',
): Promise<Begun> {
  const id = verification._id
  const outcome = await driver.start({
    ...fields,
    way,
    noticeUrl: noticeUrl(deps, verification),
    reference: `${verification._id}_${verification.attempt}`,
    ...(licence && { licence }),
  })
  if (outcome.kind === 'ok') return recorded(deps, id, event, outcome.value)
  deps.log.warn('vendor.start', {
    vendor: driver.id,
    verification: id,
    kind: outcome.kind,
    code: outcome.code,
    detail: outcome.detail,
  })
  return {
    verification: await reconcile(deps, id, { event, fact: factOf(outcome), problem: problemOf(outcome) }),
    handoff: null,
  }
}

async function recorded(deps: Deps, id: string, event: string, started: Started): Promise<Begun> {
  if (started.kind === 'already') {
    // Known to the vendor before: proven about the account, not by this attempt.
    const before: Fact = deps.config.requireAttemptProof
      ? { ...fact('refused'), rawStatus: started.rawStatus }
      : { standing: 'verified', assurance: 'account', rawStatus: started.rawStatus }
    return { verification: await reconcile(deps, id, { event, fact: before, already: true }), handoff: null }
  }
  const { handoff, refs } = started
  const after = await reconcile(deps, id, { event, fact: fact('accepted'), refs })
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
