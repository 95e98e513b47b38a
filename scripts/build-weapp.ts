import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { checkCompiled } from './check-compiled'

const locate = createRequire(path.resolve('package.json'))

export const weappRoot = path.resolve('dist/weapp')
const stampFile = path.resolve('dist/.weapp-stamp')
const inputs = ['miniprogram', 'cloudfunctions/contract', 'config', 'babel.config.cjs', 'package-lock.json']

/** Builds dist/weapp with Taro and passes it through WeChat's own compilers. Skips the work when no input changed. */
export async function buildWeapp({ force = false } = {}): Promise<void> {
  const stamp = await hashInputs()
  if (!force && (await readFile(stampFile, 'utf8').catch(() => '')) === stamp) return
  await run(process.execPath, [locate.resolve('@tarojs/cli/bin/taro'), 'build', '--type', 'weapp'])
  const problems = await checkCompiled(weappRoot)
  if (problems.length > 0) throw new Error(`WeChat's compilers refuse dist/weapp:\n${problems.join('\n')}`)
  await writeFile(stampFile, stamp)
}

async function hashInputs(): Promise<string> {
  const hash = createHash('sha256')
  for (const input of inputs) {
    for (const file of await filesBelow(input))
      hash
        .update(file)
        .update('\0')
        .update(await readFile(file))
        .update('\0')
  }
  return hash.digest('hex')
}

async function filesBelow(place: string): Promise<string[]> {
  const info = await stat(place).catch(() => null)
  if (!info) return []
  if (info.isFile()) return [place]
  const entries = await readdir(place, { withFileTypes: true })
  const nested = await Promise.all(entries.map(entry => filesBelow(path.join(place, entry.name))))
  return nested.flat().sort()
}

/** Runs a command quietly; its output is shown only when it fails. */
function run(command: string, args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env: { ...process.env, NODE_ENV: 'production' } })
    let output = ''
    child.stdout.on('data', chunk => (output += chunk))
    child.stderr.on('data', chunk => (output += chunk))
    child.on('error', reject)
    child.on('close', code =>
      code === 0 ? resolve() : reject(new Error(`taro build failed (${code})\n${output}`)),
    )
  })
}
