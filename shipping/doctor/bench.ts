import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { readPairs } from '../credentials'
import type { ShippingEnvironment } from '../environment'
import { wantedFunctions } from '../wantedFunctions'
import type { Bench } from './finding'

/** Reads what the checks look at, from the root of the project. Nothing leaves the machine. */
export function readBench(
  settingsFile: string | undefined,
  { envId, appId, plan, production, versions }: ShippingEnvironment,
): Bench {
  const functions = wantedFunctions()
  return {
    variables: settingsFile === undefined ? null : { ...limitsOf(plan), ...readPairs(settingsFile) },
    functions,
    envId,
    openapi: Object.fromEntries(functions.map(({ name, openapi }) => [name, openapi])),
    crons: functions.flatMap(({ timers }) => timers.map(({ cron }) => cron)),
    appId,
    production,
    versions,
    isSettingsInTree: settingsFile !== undefined && !path.relative('.', settingsFile).startsWith('..'),
    usedOpenapi: usedCalls([
      'cloudfunctions/platform/cloudCodes.ts',
      'cloudfunctions/platform/cloudPhone.ts',
    ]),
    isBuilt: [
      'dist/weapp/app.json',
      ...functions.map(({ name }) => `dist/cloudfunctions/${name}/index.js`),
    ].every(file => existsSync(file)),
  }
}

/** `openapi.<class>.<method>(` in the two files that make cloud calls. */
function usedCalls(files: readonly string[]): string[] {
  const found = files.flatMap(file => [...readFileSync(file, 'utf8').matchAll(/openapi\.(\w+\.\w+)\(/g)])
  return [...new Set(found.map(([, name]) => String(name)))].sort()
}

/** Owners read in the workplace how much of the plan is used. */
function limitsOf(plan: ShippingEnvironment['plan']): Record<string, string> {
  if (!plan) return {}
  const { readsPerDay, writesPerDay, callsPerMonth } = plan
  return { PLAN_LIMITS: `reads:${readsPerDay},writes:${writesPerDay},calls:${callsPerMonth}` }
}
