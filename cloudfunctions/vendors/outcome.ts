/** The closed set of outcomes of a call. `detail` is for operators: ours, never the vendor's text. */
export type Outcome<T> =
  | { kind: 'ok'; value: T }
  /** The vendor said no. */
  | { kind: 'rejected'; code: string; detail: string }
  /** Nothing happened; safe to try again. */
  | { kind: 'transient'; code: string; detail: string }
  /** It may have happened. */
  | { kind: 'indeterminate'; code: string; detail: string }
  /** An operator must act before it can work. */
  | { kind: 'misconfigured'; code: string; detail: string }

export type Failure = Exclude<Outcome<never>, { kind: 'ok' }>
