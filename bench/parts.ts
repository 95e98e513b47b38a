import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { freeSettings } from '../sandbox/settings'
import { startStack } from '../sandbox/stack'
import { buildFunctions, functionsRoot } from '../scripts/build-functions'
import { buildWeapp } from '../scripts/build-weapp'

/**
 * `npm run bench`: what each part of `npm start` costs, and what bundling the SDK into the functions gains. Prints
 * medians and ratios within one run; docs/performance.md keeps a dated copy. Never a test.
 */
const runs = 7

async function main(): Promise<void> {
  console.log(
    `node ${process.version}, ${os.cpus().length} × ${os.cpus()[0]?.model ?? 'unknown'}, median of ${runs}\n`,
  )
  await parts()
  coldStarts()
}

async function parts(): Promise<void> {
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

/** A fresh process that only loads: the bundle against the SDK from node_modules, in turn. */
function coldStarts(): void {
  const bundle = path.join(functionsRoot, 'api/index.js')
  const bundled: number[] = []
  const unbundled: number[] = []
  for (let run = 0; run < runs; run++) {
    bundled.push(loadTime(bundle))
    unbundled.push(loadTime('wx-server-sdk'))
  }
  const ratio = median(bundled) / median(unbundled)
  console.log(`\nload ${median(bundled).toFixed(0)} ms  api bundle, everything inside`)
  console.log(`load ${median(unbundled).toFixed(0)} ms  wx-server-sdk alone from node_modules`)
  console.log(`ratio ${ratio.toFixed(2)} (bundle / node_modules)`)
}

function loadTime(target: string): number {
  const script = `const t = performance.now(); require(${JSON.stringify(target)}); console.log(performance.now() - t)`
  const { stdout } = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' })
  return Number(stdout.trim().split('\n').at(-1))
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

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

main().catch(error => {
  console.error(error)
  process.exitCode = 1
})
