import { type ChildProcess, spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { onPhoneFiles } from '../config/vendors'
import { checkCompiled } from './check-compiled'
import { writeNotices } from './notices'
import { stampOf } from './stamp'

const locate = createRequire(path.resolve('package.json'))

const weappRoot = path.resolve('dist/weapp')
const inputs = [
  'miniprogram',
  'cloudfunctions/contract',
  'cloudfunctions/domain/identity',
  'config',
  'deploy',
  'babel.config.cjs',
  'package-lock.json',
  ...onPhoneFiles.map(file => path.relative('.', file)),
]

const stamp = stampOf(inputs, path.resolve('dist/.weapp-stamp'))

/** Builds dist/weapp with Taro and passes it through WeChat's own compilers. Skips the work when no input changed. */
export async function buildWeapp({ force = false } = {}): Promise<void> {
  if (!force && (await stamp.isCurrent())) return
  await quietly(taro(['--type', 'weapp'], 'production'))
  const problems = await checkCompiled(weappRoot)
  if (problems.length > 0) throw new Error(`WeChat's compilers refuse dist/weapp:\n${problems.join('\n')}`)
  await writeNotices('weapp', (await readFile('dist/.weapp-modules', 'utf8')).split('\n'))
  await stamp.write()
}

/** Rebuilds dist/weapp whenever one of its sources changes. Returns the function that stops watching. */
export async function watchWeapp(): Promise<() => void> {
  await stamp.clear()
  const child = taro(['--type', 'weapp', '--watch'], 'production')
  child.stdout?.on('data', (chunk: Buffer) => /error/i.test(String(chunk)) && process.stdout.write(chunk))
  child.stderr?.pipe(process.stderr)
  return () => child.kill()
}

function taro(args: string[], mode: string): ChildProcess {
  const program = locate.resolve('@tarojs/cli/bin/taro')
  return spawn(process.execPath, [program, 'build', ...args], { env: { ...process.env, NODE_ENV: mode } })
}

/** The output of a build is shown only when it fails. */
function quietly(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = ''
    child.stdout?.on('data', chunk => (output += chunk))
    child.stderr?.on('data', chunk => (output += chunk))
    child.on('error', reject)
    child.on('close', code =>
      code === 0 ? resolve() : reject(new Error(`taro build failed (${code})\n${output}`)),
    )
  })
}
