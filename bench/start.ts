import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { builtSizes } from '../scripts/budget/built'
import { buildFunctions, functionNames, functionsRoot } from '../scripts/build-functions'
import { median, runAlone } from './measure'

/**
 * `npm run bench:start`: how long a fresh process takes until a function is loaded, against what a function written by
 * hand loads: the SDK alone, and with it the vendor's, both as npm installs them in bench/peers. One after the other in
 * turn, so that whatever else the machine does meets all alike; and the processor's time, which a crowd changes less.
 * `-- --runs 15`.
 */
const peersFolder = path.resolve('bench/peers')
const goals = { sdk: 0.5, pair: 0.25 }

interface Times {
  /** ms of the whole process. */
  total: number[]
  /** ms of `require`. */
  load: number[]
  /** ms of the processor's time, of the whole process. */
  cpu: number[]
}

export async function benchStart(): Promise<void> {
  const { values } = parseArgs({ options: { runs: { type: 'string', default: '9' } }, strict: false })
  await buildFunctions()
  const sizes = await builtSizes()
  const { locate } = peers()
  const sdk = [locate('wx-server-sdk')]
  const candidates: Record<string, string[]> = {
    sdk,
    pair: [...sdk, locate('tencentcloud-sdk-nodejs')],
    ...Object.fromEntries(functionNames.map(name => [name, [path.join(functionsRoot, name, 'index.js')]])),
  }
  const times = inTurn(candidates, Number(values.runs))
  const of = (name: string) => times[name] ?? { total: [], load: [], cpu: [] }

  console.log(
    `\ncold start, median of ${values.runs} in turn; goal ${goals.sdk} of the SDK, ${goals.pair} of the pair`,
  )
  for (const [name, text] of [
    ['sdk', 'wx-server-sdk from node_modules'],
    ['pair', 'wx-server-sdk and tencentcloud-sdk-nodejs'],
  ] as const)
    console.log(
      `${text.padEnd(42)} total ${shown(of(name).total)}  load ${shown(of(name).load)}  cpu ${shown(of(name).cpu)}`,
    )
  for (const name of functionNames) {
    const ratio = (peer: string, what: keyof Times) =>
      (median(of(name)[what]) / median(of(peer)[what])).toFixed(2)
    console.log(
      `${name.padEnd(9)} ${String(sizes[name]?.bytes).padStart(7)} bytes` +
        `  total ${shown(of(name).total)}  load ${shown(of(name).load)}  cpu ${shown(of(name).cpu)}` +
        `  total/SDK ${ratio('sdk', 'total')}  total/pair ${ratio('pair', 'total')}  load/SDK ${ratio('sdk', 'load')}` +
        `  cpu/SDK ${ratio('sdk', 'cpu')}  cpu/pair ${ratio('pair', 'cpu')}`,
    )
  }
}

function inTurn(candidates: Record<string, string[]>, runs: number): Record<string, Times> {
  const times: Record<string, Times> = {}
  for (let run = 0; run <= runs; run++) {
    for (const [name, targets] of Object.entries(candidates)) {
      const { total, load, cpu } = startOf(targets)
      // The first round only brings the files into memory.
      if (run === 0) times[name] = { total: [], load: [], cpu: [] }
      else {
        times[name]?.total.push(total)
        times[name]?.load.push(load)
        times[name]?.cpu.push(cpu)
      }
    }
  }
  return times
}

function startOf(targets: string[]): { total: number; load: number; cpu: number } {
  const script = `const t = performance.now()
for (const target of ${JSON.stringify(targets)}) require(target)
const load = performance.now() - t
const { user, system } = process.cpuUsage()
console.log(load + ' ' + (user + system) / 1000)
process.exit(0)`
  const started = performance.now()
  const { stdout, stderr } = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' })
  const total = performance.now() - started
  const [load = Number.NaN, cpu = Number.NaN] = (stdout.trim().split('\n').at(-1) ?? '')
    .split(' ')
    .map(Number)
  if (Number.isNaN(load)) throw new Error(`${targets.join(', ')} does not load: ${stderr}`)
  return { total, load, cpu }
}

/** Installed beside the project, so that no override of ours makes them smaller or larger. */
function peers(): { locate: (name: string) => string } {
  if (!existsSync(path.join(peersFolder, 'node_modules')))
    execFileSync('npm', ['ci', '--prefix', peersFolder, '--prefer-offline', '--silent'], {
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: process.platform === 'win32',
    })
  const require = createRequire(path.join(peersFolder, 'package.json'))
  return { locate: name => require.resolve(name) }
}

const shown = (values: number[]) => `${median(values).toFixed(0).padStart(5)} ms`

runAlone(__filename, benchStart)
