import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/** What a person with another Node does first: `npm start`, and the tests of the rooms that touch the machine. */

/** ms; the first start builds. */
const patience = 600_000
/** The local cloud and its native database, child processes, paths, spreadsheets, signatures. */
const tests = [
  'sandbox/cloud/host',
  'scripts/compilers',
  'scripts/npm',
  'test/shipping/setup',
  'cloudfunctions/platform/sheet',
  'cloudfunctions/domain/identity',
]

/** `npm start` until it says where it is; its page is asked for, and it is stopped as Ctrl+C does. Says what came of it. */
export async function startOn(node: string): Promise<string> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'node 数据 '))
  const free = [
    'PORT',
    'CLOUD_PORT',
    'EXAMPLE_PORT',
    'QIYUESUO_SANDBOX_PORT',
    'ESS_SANDBOX_PORT',
    'ESIGN_SANDBOX_PORT',
  ]
  const env = {
    ...process.env,
    ...Object.fromEntries(free.map(name => [name, '0'])),
    DATA_DIR: dataDir,
  }
  const child = spawn(node, ['--import', 'tsx', 'sandbox/start.ts'], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => (said += chunk))
  const ended = new Promise<number | null>(resolve => child.once('exit', resolve))
  const deadline = setTimeout(() => child.kill('SIGKILL'), patience)
  try {
    const url = await Promise.race([ready(() => said), ended.then(() => null)])
    if (url === null) return said
    const { status } = await fetch(url)
    child.kill('SIGINT')
    return `SAYS page ${status}, ended ${await ended}\n${said}`
  } finally {
    clearTimeout(deadline)
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function ready(said: () => string): Promise<string> {
  for (;;) {
    const [, url] = /^ready (\S+)/m.exec(said()) ?? []
    if (url) return url
    await new Promise(resolve => setTimeout(resolve, 100))
  }
}

export async function testOn(node: string): Promise<string> {
  const jest = path.resolve('node_modules/jest/bin/jest.js')
  const child = spawn(node, [jest, '--maxWorkers=1', ...tests], { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => (said += chunk))
  const code = await new Promise<number | null>(resolve => child.once('exit', resolve))
  return code === 0 ? 'SAYS ended 0' : said.slice(-4000)
}
