import { readFileSync } from 'node:fs'
import { list, record } from '../setup/apis/tencent'
import type { WantedFunction } from './deploy/deployment'

/** cloudbaserc.json together with cloudfunctions/<name>/config.json, from the root of the project. */
export function wantedFunctions(): WantedFunction[] {
  return list(readJson('cloudbaserc.json').functions)
    .map(record)
    .map(({ name, handler, runtime, timeout, memorySize }) => {
      const { permissions, triggers } = readJson(`cloudfunctions/${String(name)}/config.json`)
      return {
        name: String(name),
        handler: String(handler),
        runtime: String(runtime),
        timeout: Number(timeout),
        memory: Number(memorySize),
        openapi: list(record(permissions).openapi).map(String),
        timers: list(triggers)
          .map(record)
          .map(trigger => ({ name: String(trigger.name), cron: String(trigger.config) })),
      }
    })
}

export function wantedRules(): Record<string, { invoke: unknown }> {
  const rules = Object.entries(readJson('cloudfunctions/rules.json'))
  return Object.fromEntries(rules.map(([name, rule]) => [name, { invoke: record(rule).invoke }]))
}

function readJson(file: string): Record<string, unknown> {
  return record(JSON.parse(readFileSync(file, 'utf8')))
}
