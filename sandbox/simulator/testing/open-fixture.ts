import path from 'node:path'
import { type OpenApp, openInJsdom } from '../jsdom'
import type { BootOptions } from '../runtime/types'

export const nativeFixture = path.resolve('sandbox/simulator/__fixtures__/native')

type LogEntry = [name: string, value?: unknown]

export interface OpenFixture extends OpenApp {
  /** What the fixture wrote down, in order. */
  log(): LogEntry[]
  /** Names of the log only. */
  names(): string[]
  /** Value of the newest entry of that name. */
  last(name: string): unknown
  forget(): void
  /** Calls an asynchronous wx API with a promise; a failure resolves to its `{errMsg}`. */
  wx(name: string, options?: Record<string, unknown>): Promise<Record<string, unknown>>
  /** Calls a synchronous one. */
  wxSync(name: string, ...args: unknown[]): unknown
}

export async function openFixture(options: BootOptions = {}): Promise<OpenFixture> {
  const app = await openInJsdom(nativeFixture, options)
  const entries = (): LogEntry[] => {
    const { log } = app.sim.getApp()
    if (!Array.isArray(log)) throw new Error('the fixture keeps no log')
    return log
  }
  const member = (name: string) => {
    const found = name.split('.').reduce<unknown>((at, key) => Object(at)[key], app.sim.wx)
    if (typeof found !== 'function') throw new Error(`no wx.${name}`)
    return found
  }
  return {
    ...app,
    log: entries,
    names: () => entries().map(([name]) => name),
    last: name =>
      entries()
        .filter(([each]) => each === name)
        .at(-1)?.[1],
    forget: () => entries().splice(0),
    wx: async (name, given = {}) => {
      try {
        return await member(name)(given)
      } catch (error) {
        return Object(error)
      }
    },
    wxSync: (name, ...args) => member(name)(...args),
  }
}
