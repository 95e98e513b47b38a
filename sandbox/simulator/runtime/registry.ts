import { later } from './dom'
import { messageOf, type Recorder, shapeOf } from './stats'
import type { Json } from './types'

/** `wx.x` failing the WeChat way: `x:fail <message>` with an optional errno or errCode. */
export class ApiFailure extends Error {
  constructor(
    message: string,
    readonly extra: Json = {},
  ) {
    super(message)
  }
}

/** Starts in the caller's task; its answer is always delivered in a later one. */
export type ApiRun = (options: Json) => unknown

export interface Registry {
  wx: Json
  /** An asynchronous API with success, fail, complete or a promise. */
  api(name: string, run: ApiRun): void
  /** One that knows callbacks only and returns nothing, such as a method of the FileSystemManager. */
  callbacks(name: string, run: ApiRun): (options: unknown) => void
  /** Members of a namespace such as `wx.cloud`. */
  nested(namespace: string, name: string, run: ApiRun): void
  /** A synchronous member of a namespace. */
  member(namespace: string, name: string, run: (...args: never[]) => unknown): void
  sync(name: string, run: (...args: never[]) => unknown): void
  /** `wx.onX` and `wx.offX`; the returned function calls the listeners. */
  event(name: string): { emit(...args: unknown[]): void; size(): number }
}

export function createRegistry(recorder: Recorder): Registry {
  const wx: Json = {}

  function guard(name: string, callback: unknown, ...args: unknown[]): void {
    if (typeof callback !== 'function') return
    try {
      callback(...args)
    } catch (error) {
      recorder.error(`wx.${name} callback`, error)
    }
  }

  function invoke(name: string, run: ApiRun, given: unknown): Promise<Json> | undefined {
    const options: Json = typeof given === 'object' && given !== null ? { ...given } : {}
    const target = name === 'cloud.callFunction' ? String(options.name) : undefined
    const close = recorder.api(name, shapeOf(given ?? {}), target)
    const work = new Promise<unknown>(resolve => resolve(run(options)))
    const settled = work.then(
      (result): Outcome => ({
        ok: true,
        value: { errMsg: `${name}:ok`, ...(isObject(result) ? result : {}) },
      }),
      (error): Outcome => ({ ok: false, value: failure(name, error) }),
    )
    const finished = settled.then(async outcome => {
      await later()
      close(outcome.ok ? 'ok' : 'fail', String(outcome.value.errMsg))
      return outcome
    })
    if (options.success || options.fail || options.complete) {
      finished.then(outcome => {
        guard(name, outcome.ok ? options.success : options.fail, outcome.value)
        guard(name, options.complete, outcome.value)
      })
      return undefined
    }
    return finished.then(outcome => {
      if (outcome.ok) return outcome.value
      throw outcome.value
    })
  }

  function namespace(name: string): Json {
    const known = wx[name]
    if (isObject(known)) return known
    const made: Json = {}
    wx[name] = made
    return made
  }

  return {
    wx,
    api(name, run) {
      wx[name] = (options: unknown) => invoke(name, run, options)
    },
    callbacks: (name, run) => options => {
      invoke(name, run, options)?.catch(() => undefined)
    },
    nested(space, name, run) {
      namespace(space)[name] = (options: unknown) => invoke(`${space}.${name}`, run, options)
    },
    member(space, name, run) {
      namespace(space)[name] = run
    },
    sync(name, run) {
      wx[name] = run
    },
    event(name) {
      const listeners = new Set<unknown>()
      wx[`on${name}`] = (listener: unknown) => {
        listeners.add(listener)
      }
      wx[`off${name}`] = (listener?: unknown) => {
        if (listener === undefined) listeners.clear()
        else listeners.delete(listener)
      }
      return {
        emit: (...args) => {
          for (const listener of [...listeners]) guard(`on${name}`, listener, ...args)
        },
        size: () => listeners.size,
      }
    },
  }
}

interface Outcome {
  ok: boolean
  value: Json
}

function failure(name: string, error: unknown): Json {
  const text = messageOf(error)
  const errMsg = text.startsWith(`${name}:fail`) ? text : `${name}:fail ${text}`
  if (error instanceof ApiFailure) return { ...error.extra, errMsg }
  const fields: Json = {}
  if (isObject(error)) {
    for (const key of ['errCode', 'errno']) if (key in error) fields[key] = error[key]
  }
  return { ...fields, errMsg }
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null
}

export function text(value: unknown, fallback = ''): string {
  return value === undefined || value === null ? fallback : String(value)
}

/** What crosses the bridge: JSON only. */
export function jsonClone(value: unknown): unknown {
  const json = JSON.stringify(value)
  return json === undefined ? undefined : JSON.parse(json)
}
