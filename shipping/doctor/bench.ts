import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { list, record } from '../../setup/apis/tencent'
import { readPairs } from '../credentials'
import type { ShippingEnvironment } from '../environment'
import { wantedFunctions } from '../wantedFunctions'
import type { Bench } from './finding'
import { readWeapp } from './weapp'

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
      'cloudfunctions/platform/cloudMessages.ts',
    ]),
    isBuilt: [
      'dist/weapp/app.json',
      ...functions.map(({ name }) => `dist/cloudfunctions/${name}/index.js`),
    ].every(file => existsSync(file)),
    rcCrons: list(readJson('cloudbaserc.json').functions)
      .flatMap(each => list(record(each).triggers))
      .map(trigger => String(record(trigger).config)),
    hasPlan: plan !== undefined,
    weapp: readWeapp('dist/weapp'),
    wantedPlugins: wantedPlugins(),
    privacyGuide: lineOf('docs/deployment.md', '用户隐私保护指引'),
  }
}

/** `openapi.<class>.<method>(` in the files that make cloud calls. */
function usedCalls(files: readonly string[]): string[] {
  const found = files.flatMap(file => [...readFileSync(file, 'utf8').matchAll(/openapi\.(\w+\.\w+)\(/g)])
  return [...new Set(found.map(([, name]) => String(name)))].sort()
}

/** Of the vendors' folders: `onPhone.json`, where there is one. */
function wantedPlugins(): Bench['wantedPlugins'] {
  const folder = 'cloudfunctions/vendors'
  return readdirSync(folder)
    .filter(vendor => existsSync(path.join(folder, vendor, 'onPhone.json')))
    .flatMap(vendor =>
      Object.entries(record(readJson(path.join(folder, vendor, 'onPhone.json')).plugins)).map(
        ([alias, each]) => ({
          vendor,
          alias,
          version: String(record(each).version),
          provider: String(record(each).provider),
        }),
      ),
    )
}

const readJson = (file: string): Record<string, unknown> => record(JSON.parse(readFileSync(file, 'utf8')))

function lineOf(file: string, begins: string): string {
  const lines = readFileSync(file, 'utf8').split('\n')
  return lines.find(line => line.startsWith(`| ${begins}`)) ?? ''
}

/** Owners read in the workplace how much of the plan is used. */
function limitsOf(plan: ShippingEnvironment['plan']): Record<string, string> {
  if (!plan) return {}
  const { readsPerDay, writesPerDay, callsPerMonth } = plan
  return { PLAN_LIMITS: `reads:${readsPerDay},writes:${writesPerDay},calls:${callsPerMonth}` }
}
