import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type {
  ActionAnswer,
  ActionInput,
  ActionName,
  ActionResults,
} from '../../cloudfunctions/contract/actions'
import { type Batch, type BatchRow, withOwnIds } from '../../cloudfunctions/domain/batch/row'
import { openStore } from '../../sandbox/cloud/store'
import { functionSettings } from '../../sandbox/stack'
import { startEssSimulator } from '../../sandbox/vendors/ess'
import { essCredentials } from '../../sandbox/vendors/ess/local'
import { type CloudChild, startCloudChild } from '../support/cloud-child'
import { eventually } from '../support/eventually'

/** A call that made tasks, or tried to, as the simulator recorded it. */
export interface Submission {
  names: string[]
  /** When it was recorded, real time. */
  at: number
  /** The simulator was ordered not to answer it, or not with what it had done. */
  isSpoiled: boolean
}

/** What the simulator tells of one organization that it accepted. */
export interface Flow {
  subTaskId: string
  organizationName: string
  status: string
  verified: boolean
}

/**
 * The 电子签 simulator, which lives in this process and never forgets, and the local cloud with the built functions,
 * which is killed and started again over the same data.
 */
export interface ChaosWorld {
  /** Calls an action as the operator; a refusal is an error. */
  act<A extends ActionName>(action: A, input: ActionInput<A>): Promise<ActionResults[A]>
  sweep(): Promise<void>
  /** Stores what an operator picks; yields the id of the file. */
  upload(name: string, text: string): Promise<string>
  /** At `/__sandbox/` of the simulator. */
  control(place: string, body?: object): Promise<Record<string, unknown>>
  /** Kills the cloud and starts it again, so many ms later by its clock. */
  kill(later?: number): Promise<void>
  /** The clock of the cloud, and the vendor's with it, goes on by so many ms while both run. */
  pass(ms: number): Promise<void>
  /** What is wrong with the disk of the cloud: `full`, `slow <ms>`, `die <n>` (killed at the n-th write), or null. */
  disk(trouble: string | null): Promise<void>
  /** The same in the middle of `work`: as soon as the simulator has recorded so many more calls of the action. */
  killDuring(work: () => Promise<unknown>, action: string, calls: number): Promise<void>
  /** Real times of all kills. */
  kills: number[]
  /** Every submission so far. */
  submissions(): Promise<Submission[]>
  /** Every task the simulator accepted. */
  tasks(): Promise<{ taskId: string; rows: Flow[] }[]>
  /** What is in the database, read while no cloud is running. */
  documents(): Promise<{ batch: Batch | undefined; rows: BatchRow[] }>
  close(): Promise<void>
}

export const registration = '/CreateBatchOrganizationRegistrationTasks'

/**
 * ms by which a cloud lives later than the one before: longer than a row that is being sent is waited for, so that
 * the next sweep gives up at once whatever a dead process has left.
 */
const step = 100_000

export async function openChaosWorld(operator: string): Promise<ChaosWorld> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'realname-hub-chaos-'))
  const ess = await startEssSimulator({ host: '127.0.0.1', port: 0, ...essCredentials, taskDelayMs: 300 })
  const nowhere = 'http://127.0.0.1:9'
  const settings = functionSettings(nowhere, { ess: ess.url })
  const env = { ...settings, VENDOR_TIMEOUT_MS: '2500' }
  const kills: number[] = []
  const seen = new Map<number, Submission>()
  const clockFile = path.join(dataDir, 'clock')
  const diskFile = path.join(dataDir, 'disk')
  let aheadMs = 0
  let cloud: CloudChild
  await writeFile(clockFile, '0')
  await start()

  return {
    act,
    sweep,
    upload,
    control,
    kill,
    pass,
    disk,
    killDuring,
    kills,
    submissions,
    tasks,
    documents,
    close,
  }

  async function start(): Promise<void> {
    cloud = await startCloudChild({ dataDir, env, clockFile, diskFile })
    await ess.setCallbackUrl(`${cloud.url}/http/callback/ess`)
  }

  async function kill(later = step): Promise<void> {
    kills.push(Date.now())
    await cloud.kill()
    await pass(later)
    await start()
  }

  /** The vendor takes a clock that is five minutes off, not more. */
  async function pass(ms: number): Promise<void> {
    aheadMs += ms
    await writeFile(clockFile, String(aheadMs))
    await control('clock', { offsetMs: aheadMs })
  }

  async function killDuring(work: () => Promise<unknown>, action: string, calls: number): Promise<void> {
    const before = await callsOf(action)
    let isOver = false
    const ends = work()
      .catch(() => {})
      .finally(() => {
        isOver = true
      })
    await eventually(async () => isOver || (await callsOf(action)) >= before + calls, 180_000)
    await kill()
    await ends
  }

  async function act<A extends ActionName>(action: A, input: ActionInput<A>): Promise<ActionResults[A]> {
    const answer = (await cloud.invoke('api', { action, input }, { openid: operator })) as ActionAnswer<A>
    if (!answer.ok) throw new Error(`${action}: ${answer.error.code}`)
    return answer.data
  }

  function upload(name: string, text: string): Promise<string> {
    return cloud.upload(name, text)
  }

  async function sweep(): Promise<void> {
    await cloud.fireTimer('sweep')
  }

  async function control(place: string, body?: object): Promise<Record<string, unknown>> {
    const answer = await fetch(`${ess.url}/__sandbox/${place}`, {
      ...(body && {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    })
    if (!answer.ok) throw new Error(`${place}: ${answer.status} ${await answer.text()}`)
    return (await answer.json()) as Record<string, unknown>
  }

  async function disk(trouble: string | null): Promise<void> {
    if (trouble === null) await rm(diskFile, { force: true })
    else await writeFile(diskFile, trouble)
  }

  async function callsOf(action: string): Promise<number> {
    await submissions()
    const { counts } = await control(`log?since=${Number.MAX_SAFE_INTEGER}&path=${action}`)
    return Object.values(counts as Record<string, number>).reduce((sum, count) => sum + count, 0)
  }

  /** The simulator keeps only its latest entries, so they are fetched again and again. */
  async function submissions(): Promise<Submission[]> {
    const { entries } = await control(`log?since=${Math.max(0, ...seen.keys())}&path=${registration}`)
    for (const { id, at, body, note } of entries as LogEntry[]) {
      const names = body.RegistrationOrganizations.map(each => each.OrganizationName)
      seen.set(id, { names, at: Date.parse(at), isSpoiled: note?.startsWith('script: ') ?? false })
    }
    return [...seen.values()]
  }

  async function tasks() {
    return (await control('tasks')).tasks as { taskId: string; rows: Flow[] }[]
  }

  async function documents() {
    await cloud.kill()
    const store = openStore(dataDir)
    const rows = [...store.scan('batch_rows')].map(({ value }) => withOwnIds(value as unknown as BatchRow))
    const [batch] = [...store.scan('batches')].map(({ value }) => value as unknown as Batch)
    store.close()
    await start()
    return { batch, rows: rows.sort((a, b) => a.number - b.number) }
  }

  async function close(): Promise<void> {
    await cloud.kill()
    await ess.close()
    await rm(dataDir, { recursive: true, force: true })
  }
}

interface LogEntry {
  id: number
  at: string
  note: string | null
  body: { RegistrationOrganizations: { OrganizationName: string }[] }
}
