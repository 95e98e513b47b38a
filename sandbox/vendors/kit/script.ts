/** What was ordered to happen next: to a request (faults) or to a person's page (outcome and callback). */
import {
  checked,
  object,
  oneOf,
  optional,
  required,
  type Shaped,
  shape,
  text,
  truth,
  wholeNumber,
} from './shape'

/** Of every kind of page together; a page takes only orders for what it offers. */
export const OUTCOMES = ['pass', 'fail', 'review', 'sign', 'refuse'] as const
export type Outcome = (typeof OUTCOMES)[number]

export const CALLBACK_MODES = ['normal', 'missing', 'duplicate', 'late', 'before-return'] as const
export type CallbackMode = (typeof CALLBACK_MODES)[number]

const TEN_MINUTES = 600_000
const FAULTS = ['error', 'drop', 'hang', 'garbage', 'poison'] as const
/** An answer that breaks off in the middle, is ten megabytes long, or comes in drops. */
export const POISONS = ['half', 'huge', 'drip'] as const
export type Poison = (typeof POISONS)[number]
const REQUEST_KEYS = ['latencyMs', ...FAULTS] as const
const PERSON_KEYS = ['outcome', 'auto', 'callback', 'callbackDelayMs'] as const

const entryShape = checked(
  object({
    path: optional(checked(text, path => (path.startsWith('/') ? undefined : 'must start with "/"'))),
    times: optional(wholeNumber(1, 1000)),
    latencyMs: optional(wholeNumber(0, TEN_MINUTES)),
    error: optional(
      object({
        httpStatus: optional(wholeNumber(200, 599)),
        code: required(stringOrWholeNumber),
        message: required(text),
      }),
    ),
    drop: optional(oneOf(['before', 'after'])),
    hang: optional(checked(truth, value => (value ? undefined : 'can only be true'))),
    garbage: optional(checked(truth, value => (value ? undefined : 'can only be true'))),
    poison: optional(oneOf(POISONS)),
    outcome: optional(oneOf(OUTCOMES)),
    auto: optional(truth),
    callback: optional(oneOf(CALLBACK_MODES)),
    callbackDelayMs: optional(wholeNumber(0, TEN_MINUTES)),
  }),
  entry => {
    const given = Object.keys(entry)
    const faults = FAULTS.filter(key => given.includes(key))
    if (faults.length > 1) return `asks for ${faults.join(' and ')}; one entry can hold only one of them`
    if (entry.auto && !entry.outcome) return 'has "auto" without "outcome": say what the person does'
    const effects = [...REQUEST_KEYS, ...PERSON_KEYS].filter(key => given.includes(key))
    return effects.length === 0
      ? `orders nothing; give at least one of ${[...REQUEST_KEYS, ...PERSON_KEYS].join(', ')}`
      : undefined
  },
)

type ScriptEntry = ReturnType<typeof entryShape>
export type ScriptedError = NonNullable<ScriptEntry['error']>
export type RequestPlan = Pick<ScriptEntry, (typeof REQUEST_KEYS)[number]>
/** `O`: what the page that takes the plan offers. */
export type PersonPlan<O extends Outcome = Outcome> = Omit<
  Pick<ScriptEntry, (typeof PERSON_KEYS)[number]>,
  'outcome'
> & { outcome?: O }

interface Queued {
  id: number
  appliesTo: 'request' | 'person'
  path?: string
  timesLeft: number
  plan: RequestPlan & PersonPlan
}

/** `created`: takes what is done without a page; `opened`: what its page shows; `acted`: a callback order alone. */
export type PersonMoment = 'created' | 'opened' | 'acted'

const MOMENTS: Record<PersonMoment, (plan: PersonPlan) => boolean> = {
  created: plan => plan.auto === true,
  opened: plan => plan.auto !== true,
  acted: plan => plan.auto !== true && plan.outcome === undefined,
}

export interface PersonQuestion<O extends Outcome> {
  moment: PersonMoment
  /** The request that began the attempt, and the one that asks now. */
  paths: string[]
  outcomes: readonly O[]
  /** Whether what is done causes callbacks; if not, orders for a callback alone wait for another page. */
  callsBack: boolean
}

export interface Script {
  add(order: unknown): Shaped<number[]>
  /** Without a path an entry waits for a call of the vendor's interface, never for a page. */
  takeForRequest(path: string, isApi: boolean): RequestPlan | undefined
  takeForPerson<O extends Outcome>(question: PersonQuestion<O>): PersonPlan<O> | undefined
  queue(): unknown[]
  clear(): void
}

export function createScript(): Script {
  let queued: Queued[] = []
  let lastId = 0

  const take = (wanted: (one: Queued) => boolean) => {
    const found = queued.find(wanted)
    if (!found) return undefined
    found.timesLeft -= 1
    if (found.timesLeft === 0) queued = queued.filter(one => one !== found)
    return found.plan
  }

  return {
    add(order) {
      const parsed = shape(entryShape, order)
      if (!parsed.ok) return parsed
      const { path, times = 1 } = parsed.value
      const ids: number[] = []
      const halves = { request: pick(parsed.value, REQUEST_KEYS), person: pick(parsed.value, PERSON_KEYS) }
      for (const appliesTo of ['request', 'person'] as const) {
        if (Object.keys(halves[appliesTo]).length === 0) continue
        lastId += 1
        ids.push(lastId)
        queued.push({ id: lastId, appliesTo, path, timesLeft: times, plan: halves[appliesTo] })
      }
      return { ok: true, value: ids }
    },
    takeForRequest: (path, isApi) =>
      take(
        one => one.appliesTo === 'request' && (one.path === undefined ? isApi : path.startsWith(one.path)),
      ),
    takeForPerson({ moment, paths, outcomes, callsBack }) {
      const offered = (outcome: Outcome | undefined) => outcomes.find(one => one === outcome)
      const plan = take(
        one =>
          one.appliesTo === 'person' &&
          MOMENTS[moment](one.plan) &&
          (one.plan.outcome === undefined ? callsBack : offered(one.plan.outcome) !== undefined) &&
          (one.path === undefined || paths.some(path => path.startsWith(one.path ?? ''))),
      )
      return plan && { ...plan, outcome: offered(plan.outcome) }
    },
    queue: () => queued.map(({ plan, ...rest }) => ({ ...rest, ...plan })),
    clear() {
      queued = []
    },
  }
}

function pick<K extends keyof ScriptEntry>(entry: ScriptEntry, keys: readonly K[]): Pick<ScriptEntry, K> {
  const picked: Partial<Pick<ScriptEntry, K>> = {}
  for (const key of keys) if (entry[key] !== undefined) picked[key] = entry[key]
  return picked as Pick<ScriptEntry, K>
}

function stringOrWholeNumber(value: unknown, at: string): string | number {
  return typeof value === 'string' ? text(value, at) : wholeNumber(0, Number.MAX_SAFE_INTEGER)(value, at)
}
