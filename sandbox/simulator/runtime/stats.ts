export interface SetDataRecord {
  type: 'setData'
  route: string
  /** UTF-8 length of the JSON that crosses to the view. */
  bytes: number
  keys: number
  ms: number
}

export interface ApiRecord {
  type: 'api'
  name: string
  /** Types only: arguments may hold personal data. */
  shape: unknown
  /** The cloud function called. */
  target?: string
  outcome: 'pending' | 'ok' | 'fail'
  errMsg?: string
  ms?: number
}

export interface ErrorRecord {
  type: 'error'
  where: string
  message: string
  stack?: string
}

export interface ConsoleRecord {
  type: 'console'
  level: 'log' | 'info' | 'warn' | 'error' | 'debug'
  text: string
}

export interface RouteRecord {
  type: 'route'
  route: string
  depth: number
  /** How often something had been sent to a view before. */
  sent: number
}

export interface ShareRecord {
  type: 'share'
  title: string
  path: string
}

export type StatsEvent = SetDataRecord | ApiRecord | ErrorRecord | ConsoleRecord | RouteRecord | ShareRecord

/** Everything since boot, across restarts of the app. */
export interface Stats {
  setData: SetDataRecord[]
  api: ApiRecord[]
  errors: ErrorRecord[]
  console: ConsoleRecord[]
  routes: RouteRecord[]
  /** What glass-easel warns about. */
  warnings: string[]
}

export interface Recorder {
  stats: Stats
  setData(record: Omit<SetDataRecord, 'type'>): void
  /** Opens a record; the returned function closes and publishes it. */
  api(name: string, shape: unknown, target?: string): (outcome: 'ok' | 'fail', errMsg?: string) => void
  error(where: string, error: unknown): void
  console(level: ConsoleRecord['level'], args: unknown[]): void
  route(route: string, depth: number): void
  share(title: string, path: string): void
  warning(text: string): void
  subscribe(listener: (event: StatsEvent) => void): () => void
}

export function createRecorder(echo = false): Recorder {
  const stats: Stats = { setData: [], api: [], errors: [], console: [], routes: [], warnings: [] }
  const listeners = new Set<(event: StatsEvent) => void>()
  const publish = (event: StatsEvent) => {
    for (const listener of listeners) listener(event)
  }
  return {
    stats,
    setData(record) {
      const event: SetDataRecord = { type: 'setData', ...record }
      stats.setData.push(event)
      publish(event)
    },
    api(name, shape, target) {
      const started = performance.now()
      const record: ApiRecord = { type: 'api', name, shape, outcome: 'pending' }
      if (target !== undefined) record.target = target
      stats.api.push(record)
      return (outcome, errMsg) => {
        record.outcome = outcome
        if (errMsg !== undefined) record.errMsg = errMsg
        record.ms = round(performance.now() - started)
        publish(record)
      }
    },
    error(where, error) {
      const event: ErrorRecord = { type: 'error', where, message: messageOf(error) }
      const { stack } = Object(error)
      if (typeof stack === 'string') event.stack = stack
      stats.errors.push(event)
      if (echo) console.error(`[${where}]`, error)
      publish(event)
    },
    console(level, args) {
      const event: ConsoleRecord = { type: 'console', level, text: args.map(printable).join(' ') }
      stats.console.push(event)
      if (echo) console[level](...args)
      publish(event)
    },
    route(route, depth) {
      const event: RouteRecord = { type: 'route', route, depth, sent: stats.setData.length }
      stats.routes.push(event)
      publish(event)
    },
    share(title, path) {
      publish({ type: 'share', title, path })
    },
    warning(text) {
      stats.warnings.push(text)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** The types of a value, one level into objects. */
export function shapeOf(value: unknown, depth = 0): unknown {
  if (value === null || typeof value !== 'object') return value === null ? 'null' : typeof value
  if (Array.isArray(value)) return `array(${value.length})`
  if (depth > 0) return 'object'
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, shapeOf(each, depth + 1)]))
}

/** jsdom has no TextEncoder. */
export function utf8Length(text: string): number {
  let length = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    length += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return length
}

export function round(ms: number): number {
  return Math.round(ms * 100) / 100
}

/** Errors may come from another realm in jsdom, where `instanceof` says no. */
export function messageOf(error: unknown): string {
  const { errMsg, message } = Object(error)
  if (typeof errMsg === 'string') return errMsg
  return typeof message === 'string' ? message : String(error)
}

function printable(value: unknown): string {
  if (typeof value === 'string') return value
  const { stack } = Object(value)
  if (typeof stack === 'string') return stack
  try {
    return JSON.stringify(value) ?? String(value)
  } catch {
    return String(value)
  }
}
