import type { VendorFailure } from '../domain/health'
import type { VendorId } from '../domain/words'
import type { Clock } from '../platform/clock'
import type { Meter } from '../platform/meter'
import type { Caller } from './call'
import type { Outcome } from './outcome'

/** The same caller; what becomes of its calls is kept for whoever asks how the vendor fares. */
export function watched(
  call: Caller,
  vendor: VendorId,
  meter: Pick<Meter, 'answered' | 'failed'>,
  clock: Clock,
): Caller {
  return async attempt => {
    const outcome = await call(attempt)
    const why = failureOf(outcome)
    if (why === null) meter.answered.set(vendor, clock())
    else meter.failed.set(vendor, { at: clock(), why })
    return outcome
  }
}

function failureOf(outcome: Outcome<unknown>): VendorFailure | null {
  switch (outcome.kind) {
    case 'ok':
    case 'rejected':
      return null
    case 'misconfigured':
      return 'misconfigured'
    case 'indeterminate':
      return 'unanswered'
    case 'transient':
      return outcome.code === 'CIRCUIT_OPEN' ? 'leftAlone' : 'unanswered'
  }
}
