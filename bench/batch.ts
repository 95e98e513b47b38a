import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { ActionAnswer, ActionInput, ActionName, ActionResults } from '../cloudfunctions/contract/actions'
import { createHttp } from '../cloudfunctions/platform/http'
import type { Caller } from '../cloudfunctions/vendors/call'
import { createBatch } from '../cloudfunctions/vendors/ess/batch'
import { createClient } from '../cloudfunctions/vendors/ess/client'
import { sandboxOperatorCode } from '../sandbox/settings'
import { functionSettings } from '../sandbox/stack'
import { type EssSimulator, startEssSimulator } from '../sandbox/vendors/ess'
import { essCredentials } from '../sandbox/vendors/ess/local'
import { buildFunctions } from '../scripts/build-functions'
import { creditCode, headingLine, line, made, organizationName } from '../test/support/batch-world'
import { type CloudChild, startCloudChild } from '../test/support/cloud-child'

/**
 * `npm run bench:batch`: how much of the vendor's 20 calls a second several batches together use, with the built
 * functions in the local cloud and the strict simulator, and what the same number of calls comes to without a shared
 * pace. docs/performance.md keeps a dated copy. Never a test.
 */
const batches = 3
const rowsPerBatch = 1000
const rowsPerCall = 10
const totalCalls = (batches * rowsPerBatch) / rowsPerCall
const vendorLimit = 20
/** ms the vendor takes to answer. */
const vendorLatency = 150
/** So many boards are looked at. */
const watched = 2
/** ms after an answer until somebody asks again: several people look at each of these boards. */
const pollPause = 500
/** As the trigger of the sweep is set, ms. */
const timerPause = 30_000
/** How many calls the peer has under way at a time. */
const naiveLanes = 8

const action = 'CreateBatchOrganizationRegistrationTasks'
const operator = 'oBenchOperator01'

interface Result {
  calls: number
  seconds: number
  exceeded: number
}

async function main(): Promise<void> {
  console.log(`node ${process.version}, ${os.cpus().length} × ${os.cpus()[0]?.model ?? 'unknown'}`)
  console.log(
    `${batches} batches of ${rowsPerBatch} rows, ${rowsPerCall} a call; the vendor takes ${vendorLimit} calls a second ` +
      `and ${vendorLatency} ms for each\n`,
  )
  await buildFunctions()
  report(await measured(paced), 'batches, the pace shared by all instances')
  report(await measured(naive), `plain senders, ${naiveLanes} at a time, again after RequestLimitExceeded`)
}

/** Runs `send` against a fresh simulator that writes down when calls came that it accepted. */
async function measured(send: (ess: EssSimulator) => Promise<void>): Promise<Result> {
  const credentials = essCredentials
  const ess = await startEssSimulator({ host: '127.0.0.1', port: 0, ...credentials, tasksPerDay: 1_000_000 })
  try {
    await control(ess, 'next', { path: `/${action}`, latencyMs: vendorLatency, times: 1000 })
    await send(ess)
    const { tasks } = (await control(ess, 'tasks')) as { tasks: { createdAt: number }[] }
    const { exceeded } = (await control(ess, 'throttled')) as { exceeded: Record<string, number> }
    const moments = tasks.map(({ createdAt }) => createdAt)
    return {
      calls: tasks.length,
      seconds: (Math.max(...moments) - Math.min(...moments)) / 1000,
      exceeded: exceeded[`/${action}`] ?? 0,
    }
  } finally {
    await ess.close()
  }
}

async function control(ess: EssSimulator, place: string, body?: object): Promise<unknown> {
  const init = body && { method: 'POST', body: JSON.stringify(body) }
  const headers = { 'content-type': 'application/json' }
  return (await fetch(`${ess.url}/__sandbox/${place}`, { ...init, headers })).json()
}

/** Calls that were answered, refused ones too. */
async function callsSoFar(ess: EssSimulator): Promise<number> {
  const place = `log?since=${Number.MAX_SAFE_INTEGER}&path=/${action}`
  const { counts } = (await control(ess, place)) as { counts: Record<string, number> }
  return Object.values(counts).reduce((sum, count) => sum + count, 0)
}

/**
 * After an outage of the vendor all rows wait. Then operators look at some of the boards while the sweep runs: several
 * instances send at once.
 */
async function paced(ess: EssSimulator): Promise<void> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'realname-hub-bench-'))
  try {
    const ids = await queued(dataDir)
    // Later than the pause that the outage brought with it.
    const clockFile = path.join(dataDir, 'clock')
    writeFileSync(clockFile, '60000')
    const cloud = await startCloudChild({ dataDir, env: settings(ess.url), clockFile })
    // Instances that have been used before, as they are on a day like this.
    await Promise.all(ids.map(id => act(cloud, 'batch.get', { id, since: Number.MAX_SAFE_INTEGER })))
    const watch = async (id: string) => {
      for (let waiting = rowsPerBatch; waiting > 0; await wait(pollPause)) {
        const { batch } = await act(cloud, 'batch.refresh', { id, since: Number.MAX_SAFE_INTEGER })
        waiting = batch.counts.queued + batch.counts.sending
      }
    }
    // A run that is cut off on a crowded machine is no end of it: the next one goes on, as in the cloud.
    const sweep = () => cloud.fireTimer('sweep').catch(error => console.error(`sweep: ${error.message}`))
    const timer = setInterval(sweep, timerPause)
    const running = [sweep(), ...ids.slice(0, watched).map(watch)]
    while ((await callsSoFar(ess)) < totalCalls) await wait(500)
    clearInterval(timer)
    await Promise.all(running)
    await cloud.kill()
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** Imports and submits all batches while the vendor cannot be reached. */
async function queued(dataDir: string): Promise<string[]> {
  const cloud = await startCloudChild({ dataDir, env: settings(nowhere) })
  try {
    return await imported(cloud)
  } finally {
    await cloud.kill()
  }
}

async function imported(cloud: CloudChild): Promise<string[]> {
  await cloud.fireTimer('sweep')
  await act(cloud, 'operator.claim', { code: sandboxOperatorCode })
  const ids: string[] = []
  for (let index = 0; index < batches; index++) {
    const lines = Array.from({ length: rowsPerBatch }, (_, row) => line(index * rowsPerBatch + row + 1))
    // Longer than a call may be, it goes by cloud storage, as from the page.
    const place = `imports/bench-import-${String(index).padStart(4, '0')}.txt`
    const fileId = await cloud.upload(place, [headingLine, ...lines].join('\n'))
    const { batch } = made(
      await act(cloud, 'batch.create', {
        clientKey: `key-bench-batch-${index}`,
        title: `第 ${index + 1} 批`,
        linkMode: 'single',
        source: { kind: 'file', fileId },
      }),
    )
    const after = await act(cloud, 'batch.submit', { id: batch.id, confirmed: true })
    if (after.batch.counts.queued !== rowsPerBatch) throw new Error('not all rows wait')
    ids.push(batch.id)
  }
  return ids
}

const nowhere = 'http://127.0.0.1:9'
const settings = (essUrl: string) => functionSettings(nowhere, { ess: essUrl })

async function act<A extends ActionName>(
  cloud: CloudChild,
  name: A,
  input: ActionInput<A>,
): Promise<ActionResults[A]> {
  const answer = (await cloud.invoke('api', { action: name, input }, { openid: operator })) as ActionAnswer<A>
  if (!answer.ok) throw new Error(`${name}: ${answer.error.code}`)
  return answer.data
}

/** The same client without a pace: it finds out by being refused. */
async function naive(ess: EssSimulator): Promise<void> {
  const { secretId, secretKey, operatorUserId } = essCredentials
  const client = createClient({
    environment: 'test',
    baseUrl: ess.url,
    secretId,
    secretKey,
    operatorUserId,
    proxyOrganizationId: null,
    http: createHttp({ timeoutMs: 8000, connectTimeoutMs: 3000 }),
    call: again,
    clock: Date.now,
    pace: async () => true,
  })
  const vendor = createBatch(client, {
    environment: 'test',
    halfScreen: false,
    rowsPerDay: 1_000_000,
    rowsPerLink: null,
  })
  let calls = totalCalls
  const lane = async () => {
    while (calls > 0) {
      calls -= 1
      const first = calls * rowsPerCall
      const rows = Array.from({ length: rowsPerCall }, (_, index) => organization(first + index + 1))
      const outcome = await vendor.register({ linkMode: 'single', rows })
      if (outcome.kind !== 'ok') throw new Error(`not sent: ${outcome.kind} ${outcome.code}`)
    }
  }
  await Promise.all(Array.from({ length: naiveLanes }, lane))
}

const again: Caller = async attempt => {
  for (;;) {
    const outcome = await attempt()
    if (outcome.kind !== 'transient') return outcome
    await wait(100)
  }
}

function organization(index: number) {
  return {
    name: organizationName(index),
    creditCode: creditCode(index),
    legalName: '测试员乙',
    address: '',
    administrator: {
      name: '测试员甲',
      mobile: '13800138000',
      idType: 'residentId' as const,
      idNumber: '110101199001010015',
    },
    authorization: null,
    licence: null,
    letters: [],
  }
}

function report({ calls, seconds, exceeded }: Result, what: string): void {
  const rate = (calls - 1) / seconds
  console.log(what)
  console.log(`  calls ${calls}, seconds ${seconds.toFixed(1)}, calls a second ${rate.toFixed(2)}`)
  console.log(
    `  ratio to ${vendorLimit}/s ${(rate / vendorLimit).toFixed(3)}, RequestLimitExceeded ${exceeded}\n`,
  )
}

main().catch(error => {
  console.error(error)
  process.exitCode = 1
})
