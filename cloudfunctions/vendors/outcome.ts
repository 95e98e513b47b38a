/** The closed set of outcomes of a call. `detail` is for operators: ours, never the vendor's text. */
export type Outcome<T> =
  | { kind: 'ok'; value: T }
  /** The vendor said no. */
  | { kind: 'rejected'; code: string; detail: string }
  /** Nothing happened; safe to try again. `retryAfterMs`: not before so long, the vendor wants to be left alone or is. */
  | { kind: 'transient'; code: string; detail: string; retryAfterMs?: number }
  /** It may have happened. */
  | { kind: 'indeterminate'; code: string; detail: string; retryAfterMs?: number }
  /** An operator must act before it can work. */
  | { kind: 'misconfigured'; code: string; detail: string }

export type Failure = Exclude<Outcome<never>, { kind: 'ok' }>

/** HTTP 429: nothing happened, and the vendor may say until when it wants to be left alone. */
export function throttled({ retryAfterMs }: { retryAfterMs?: number }): Failure {
  const detail = 'too many calls for the vendor'
  return { kind: 'transient', code: 'HTTP_429', detail, ...(retryAfterMs !== undefined && { retryAfterMs }) }
}

/** The outcome of an answer that asked to be left alone, e.g. with HTTP 503. */
export function heeding<T>(outcome: Outcome<T>, { retryAfterMs }: { retryAfterMs?: number }): Outcome<T> {
  const isOpen = outcome.kind === 'transient' || outcome.kind === 'indeterminate'
  return isOpen && retryAfterMs !== undefined ? { ...outcome, retryAfterMs } : outcome
}

/** Success, but without what is needed to go on: it may have happened. */
export function incomplete(what: string): Failure {
  return { kind: 'indeterminate', code: 'INCOMPLETE', detail: `success without ${what}` }
}

/** The answer did not come, or is not one: what that means is another thing for each kind of call. */
export function losing<K extends string>(meaning: Readonly<Record<K, Failure['kind']>>) {
  return (kind: K, code: string, detail: string): Failure => ({ kind: meaning[kind], code, detail })
}
