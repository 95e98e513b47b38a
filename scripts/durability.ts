import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { startLocalCloud } from '../sandbox/cloud/index'
import type { Database } from '../sandbox/cloud/testing/sdk'

/**
 * Kills the local cloud in the middle of its work, again and again, and counts what it had acknowledged and then
 * forgot. Writers use the real wx-server-sdk. Exits with 1 when anything is lost.
 *
 * SIGKILL is not a power cut; against that stands SQLite's own sync before every acknowledgement.
 */
const rounds = 20
const writers = 16
const shortestRoundMs = 200
const longestRoundMs = 1200

/** Acknowledged version of each document. */
type Ledger = Map<string, number>

interface Sdk {
  init(options: { env: string }): void
  database(): Database
}

const [mode, folder] = process.argv.slice(2)
void (mode === 'serve' && folder !== undefined ? serve(folder) : measure())

async function serve(dataDir: string): Promise<void> {
  const cloud = await startLocalCloud({
    host: '127.0.0.1',
    port: 0,
    dataDir,
    functionsDir: dataDir,
    functions: [],
    env: {},
  })
  process.stdout.write(`${cloud.port}\n`)
}

async function measure(): Promise<void> {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'durability-'))
  const ledger: Ledger = new Map()
  let acknowledged = 0
  let database: Database | undefined
  try {
    for (let round = 1; round <= rounds; round += 1) {
      const child = await startChild(dataDir)
      database ??= await openDatabase()
      checkLedger(ledger, await readVersions(database))
      acknowledged += await writeUntilKilled(child, database, ledger, round)
    }
    const child = await startChild(dataDir)
    if (database) checkLedger(ledger, await readVersions(database))
    await kill(child)
  } finally {
    fs.rmSync(dataDir, { recursive: true, force: true })
  }
  report(acknowledged)
}

const lost = new Set<string>()

function report(acknowledged: number): void {
  process.stdout.write(`rounds ${rounds}, acknowledged ${acknowledged}, lost ${lost.size}\n`)
  if (lost.size > 0 || acknowledged === 0) process.exitCode = 1
}

/** One process, so that the signal reaches the cloud itself. */
async function startChild(dataDir: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--require', 'tsx/cjs', 'scripts/durability.ts', 'serve', dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [port] = await Promise.race([
    once(createInterface(child.stdout), 'line'),
    once(child, 'exit').then(() => {
      throw new Error('the local cloud did not start')
    }),
  ])
  // The SDK reads its environment at every request.
  Object.assign(process.env, {
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `http://127.0.0.1:${port}/admin` }),
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    TENCENTCLOUD_SECRETID: 'sandbox',
    TENCENTCLOUD_SECRETKEY: 'sandbox',
    SCF_NAMESPACE: 'sandbox-env',
    // The SDK warns of slow requests even after they have failed.
    SILENCE: 'true',
  })
  return child
}

async function openDatabase(): Promise<Database> {
  const sdk: Sdk = createRequire(path.resolve('package.json'))('wx-server-sdk')
  sdk.init({ env: 'sandbox-env' })
  const database = sdk.database()
  await database.createCollection('documents')
  return database
}

/** Answers how many writes were acknowledged before the kill. */
async function writeUntilKilled(
  child: ChildProcess,
  database: Database,
  ledger: Ledger,
  round: number,
): Promise<number> {
  let acknowledged = 0
  const acknowledge = (id: string, version: number) => {
    ledger.set(id, version)
    acknowledged += 1
  }
  const running = Array.from({ length: writers }, (_, writer) =>
    write(database, `${round}-${writer}`, acknowledge),
  )
  const duration = shortestRoundMs + Math.random() * (longestRoundMs - shortestRoundMs)
  await new Promise(resolve => setTimeout(resolve, duration))
  await kill(child)
  await Promise.all(running)
  return acknowledged
}

/** Inserts and compare-and-set updates until the cloud no longer answers. */
async function write(
  database: Database,
  prefix: string,
  acknowledge: (id: string, version: number) => void,
): Promise<void> {
  const documents = database.collection('documents')
  const { inc } = database.command
  for (let count = 0; ; count += 1) {
    const _id = `${prefix}-${count}`
    try {
      await documents.add({ data: { _id, version: 1 } })
      acknowledge(_id, 1)
      const { stats } = await documents.where({ _id, version: 1 }).update({ data: { version: inc(1) } })
      if (stats.updated === 1) acknowledge(_id, 2)
    } catch {
      return
    }
  }
}

async function kill(child: ChildProcess): Promise<void> {
  const exited = once(child, 'exit')
  child.kill('SIGKILL')
  await exited
}

const pageSize = 1000

async function readVersions(database: Database): Promise<Ledger> {
  const versions: Ledger = new Map()
  for (let skip = 0; ; skip += pageSize) {
    const { data } = await database
      .collection('documents')
      .skip(skip)
      .limit(pageSize)
      .get<{ _id: string; version: number }>()
    for (const { _id, version } of data) versions.set(_id, version)
    if (data.length < pageSize) return versions
  }
}

/** A write that was under way at the kill may have happened; one that was acknowledged must have. */
function checkLedger(ledger: Ledger, found: Ledger): void {
  for (const [id, version] of ledger) {
    if ((found.get(id) ?? 0) < version) lost.add(id)
  }
}
