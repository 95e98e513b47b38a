import fs from 'node:fs'
import path from 'node:path'
import { isRecord } from '../record'
import { type Cron, parseCron } from './cron'

/** What <function>/config.json says. Its absence means: no permissions, no trigger. */
export interface FunctionConfig {
  openapi: readonly string[]
  trigger?: TimerTrigger
}

export interface TimerTrigger {
  name: string
  cron: Cron
}

export function readFunctionConfig(functionsDir: string, functionName: string): FunctionConfig {
  const file = path.join(functionsDir, functionName, 'config.json')
  if (!fs.existsSync(file)) return { openapi: [] }
  const config = parse(file)
  const permissions = config.permissions ?? {}
  if (!isRecord(permissions)) throw wrong(file, 'permissions', 'must be an object')
  const trigger = readTrigger(file, config.triggers ?? [])
  return { openapi: readOpenapi(file, permissions.openapi ?? []), ...(trigger ? { trigger } : {}) }
}

function parse(file: string): Record<string, unknown> {
  let config: unknown
  try {
    config = JSON.parse(fs.readFileSync(file, 'utf8'))
  } catch {
    throw new Error(`${file}: not valid JSON`)
  }
  if (!isRecord(config)) throw new Error(`${file}: must be an object`)
  return config
}

function readOpenapi(file: string, value: unknown): string[] {
  if (!Array.isArray(value)) throw wrong(file, 'permissions.openapi', 'must be a list')
  return value.map((each, index) => {
    if (typeof each === 'string' && /^\w+\.\w+$/.test(each)) return each
    throw wrong(file, `permissions.openapi[${index}]`, 'must be written <class>.<method>')
  })
}

function readTrigger(file: string, value: unknown): TimerTrigger | undefined {
  if (!Array.isArray(value)) throw wrong(file, 'triggers', 'must be a list')
  if (value.length > 1) {
    throw wrong(
      file,
      'triggers',
      `holds ${value.length} entries; the platform allows one trigger per function`,
    )
  }
  if (value.length === 0) return undefined
  const trigger: unknown = value[0]
  if (!isRecord(trigger)) throw wrong(file, 'triggers[0]', 'must be an object')
  if (trigger.type !== 'timer') throw wrong(file, 'triggers[0].type', 'must be "timer"')
  const { name, config } = trigger
  if (typeof name !== 'string' || !/^[A-Za-z][A-Za-z0-9_-]{0,59}$/.test(name)) {
    throw wrong(file, 'triggers[0].name', 'must be a letter, then letters, digits, - or _, 60 at most')
  }
  if (typeof config !== 'string') throw wrong(file, 'triggers[0].config', 'must be a cron expression')
  try {
    return { name, cron: parseCron(config) }
  } catch (error) {
    throw wrong(file, 'triggers[0].config', error instanceof Error ? error.message : 'is not valid')
  }
}

function wrong(file: string, field: string, what: string): Error {
  return new Error(`${file}: ${field} ${what}`)
}
