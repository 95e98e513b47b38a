import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { freeSettings } from '../sandbox/settings'
import { startStack } from '../sandbox/stack'
import { buildFunctions } from '../scripts/build-functions'
import { buildWeapp } from '../scripts/build-weapp'
import { median, runAlone } from './measure'

/** `npm run bench:parts`: what each part of `npm start` costs. Never a test. */
export async function benchParts(): Promise<void> {
  const rows: [string, number][] = []
  const measure = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const started = performance.now()
    const result = await work()
    rows.push([name, performance.now() - started])
    return result
  }
  await measure('bundle the functions (esbuild)', () => buildFunctions({ force: true }))
  await measure('build the mini-program (Taro, its own cache warm)', () => buildWeapp({ force: true }))
  await measure('both again, nothing changed', async () => {
    await buildFunctions()
    await buildWeapp()
  })
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'realname-hub-'))
  const settings = freeSettings(dataDir)
  const stack = await measure('start everything, first sweep included', () =>
    startStack(settings, { timers: false, onLog: () => {} }),
  )
  const call = () => stack.cloud.invoke('api', { action: 'config.get' }, { openid: 'oBench' })
  await measure('first action (cold instance)', call)
  const warm = await timesOf(200, call)
  rows.push(['the same action, warm', median(warm)])
  await stack.close()
  rmSync(dataDir, { recursive: true, force: true })
  for (const [name, ms] of rows) console.log(`${ms.toFixed(1).padStart(9)} ms  ${name}`)
}

async function timesOf(count: number, work: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = []
  for (let index = 0; index < count; index++) {
    const started = performance.now()
    await work()
    times.push(performance.now() - started)
  }
  return times
}

runAlone(__filename, benchParts)
