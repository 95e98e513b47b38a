import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { ActionAnswer, ActionInput, ActionName } from '../../cloudfunctions/contract/actions'
import { freeSettings } from '../../sandbox/settings'
import { type Stack, type StackOptions, startStack } from '../../sandbox/stack'

/** The whole local world as `npm start` runs it, on free ports, with a data folder of its own and a quiet timer. */
export interface LocalWorld extends Stack {
  /** Calls an action as that WeChat user. */
  action<A extends ActionName>(openid: string, action: A, input: ActionInput<A>): Promise<ActionAnswer<A>>
  /** `GET` or `POST` at the 电子签 simulator; orders and the log go by `/<Action>`. */
  atEss(path: string, body?: object): Promise<Record<string, unknown>>
  /** `GET` or `POST` at the e签宝 simulator. */
  atEsign(path: string, body?: object): Promise<Record<string, unknown>>
  /** How often an action was called at the 电子签 simulator. */
  essCalls(action: string): Promise<number>
  /** Orders what happens next at the 契约锁 simulator; see sandbox/vendors/README.md. */
  next(order: object): Promise<void>
  vendorPost(path: string, body: object): Promise<Record<string, unknown>>
  /** How many requests the 契约锁 simulator got at exactly this path. */
  vendorCalls(path: string): Promise<number>
  /** Writes into a document past everything, as an operator could at the cloud's console. */
  setField(collection: string, id: string, fields: Record<string, number | string | null>): Promise<void>
  /** The ids of all documents of a collection, read past everything. */
  idsOf(collection: string): Promise<string[]>
  /** Where the local cloud keeps its documents. */
  dataDir: string
  /** What the functions printed. */
  printed: string[]
}

export const ticketPath = '/v2/personalauth/miniappexchange'

export async function openLocalWorld(options: StackOptions = {}): Promise<LocalWorld> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'realname-hub-'))
  const printed: string[] = []
  const stack = await startStack(freeSettings(dataDir), {
    timers: false,
    onLog: ({ line }) => printed.push(line),
    ...options,
    env: { VENDOR_TIMEOUT_MS: '3000', POLL_SECONDS: '1', ...options.env },
  })
  const vendorPost = (place: string, body: object) => ask(stack.vendors.qiyuesuo.url + place, body)
  const atEsign = (place: string, body?: object) => ask(stack.vendors.esign.url + place, body)
  const atEss = (place: string, body?: object) => ask(stack.vendors.ess.url + place, body)
  return {
    ...stack,
    dataDir,
    printed,
    vendorPost,
    atEss,
    atEsign,
    essCalls: async action => countOf(await atEss('/__sandbox/log'), `/${action}`),
    async action<A extends ActionName>(openid: string, action: A, input: ActionInput<A>) {
      return (await stack.cloud.invoke('api', { action, input }, { openid })) as ActionAnswer<A>
    },
    next: async order => {
      await vendorPost('/__sandbox/next', order)
    },
    vendorCalls: async place => countOf(await ask(`${stack.vendors.qiyuesuo.url}/__sandbox/log`), place),
    async setField(collection, id, fields) {
      const { updated } = await database(stack.cloud.url, 'database.modifyDocument', {
        collectionName: collection,
        queryType: 'WHERE',
        multi: true,
        merge: true,
        upsert: false,
        query: JSON.stringify({ _id: id }),
        data: JSON.stringify({ $set: fields }),
      })
      if (updated !== 1) throw new Error(`nothing was written to ${collection}`)
    },
    async idsOf(collection) {
      const { list } = await database(stack.cloud.url, 'database.getDocument', {
        collectionName: collection,
        queryType: 'WHERE',
        limit: 1000,
      })
      return (list as string[]).map(each => String(JSON.parse(each)._id))
    },
    close: async () => {
      await stack.close()
      await rm(dataDir, { recursive: true, force: true })
      refuseLeftOut(printed)
    },
  }
}

/** The SDK may swallow what a part throws that the bundles leave out (scripts/functions/leftOut.ts); the log has it. */
function refuseLeftOut(printed: readonly string[]): void {
  const reached = printed.find(line => line.includes('SDK_PART_LEFT_OUT'))
  if (reached) throw new Error(`a call reaches what the bundles leave out: ${reached}`)
}

async function ask(url: string, body?: object): Promise<Record<string, unknown>> {
  const answer = await fetch(url, {
    ...(body && {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  })
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as Record<string, unknown>
}

function countOf(log: Record<string, unknown>, place: string): number {
  const counts = log.counts as Record<string, number>
  return Object.entries(counts)
    .filter(([key]) => key.endsWith(` ${place}`))
    .reduce((sum, [, count]) => sum + count, 0)
}

/** What the SDK says to the local cloud's database. */
async function database(url: string, action: string, fields: object): Promise<Record<string, unknown>> {
  const answer = await fetch(`${url}/admin?env=sandbox-env`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'TC3-HMAC-SHA256 by nobody' },
    body: JSON.stringify({ action, envName: 'sandbox-env', ...fields }),
  })
  const { data } = (await answer.json()) as { data?: Record<string, unknown> }
  if (!data) throw new Error(`${action} was refused`)
  return data
}
