import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Handoff } from '../../cloudfunctions/contract/handoff'
import { createSharedToken } from '../../cloudfunctions/platform/cloudToken'
import { createVault } from '../../cloudfunctions/platform/crypto'
import { createHttp } from '../../cloudfunctions/platform/http'
import type { Store } from '../../cloudfunctions/platform/store'
import { createCaller } from '../../cloudfunctions/vendors/call'
import type { Driver, Question, RawNotice } from '../../cloudfunctions/vendors/driver'
import { createEsign, type EsignOptions } from '../../cloudfunctions/vendors/esign'
import { startEsignSimulator } from '../../sandbox/vendors/esign'
import { eventually } from '../support/eventually'
import { createMemoryStore } from '../support/memory-store'
import type { Bench, Fault } from './suite'

/** Fictitious; sandbox/vendors/esign/README.md has them. */
const credentials = { appId: '7438000001', secret: 'sandbox-esign-secret' }
const busy = { v2: 30500157, v3: 1450901 } as const

export interface EsignBenchOptions {
  product: EsignOptions['product']
  authentication: EsignOptions['authentication']
}

/** e签宝's simulator and drivers of ours around it. Its clock and theirs are one. */
export async function openEsignBench({ product, authentication }: EsignBenchOptions) {
  const simulator = await startEsignSimulator({
    host: '127.0.0.1',
    port: 0,
    ...credentials,
    requestsPerSecond: 1000,
    failureNotices: true,
    retryDelaysMs: { v2: [], v3: [] },
  })
  const receiver = await receiveNotices()
  const vault = createVault({ seal: [{ id: 'k1', key: Buffer.alloc(32, 1) }], lookup: Buffer.alloc(32, 9) })
  let offsetMs = 0
  let people = 0
  const clock = () => Date.now() + offsetMs

  /** Drivers over one store are instances of one cloud function. */
  const makeDriver = (changes: Partial<EsignOptions> = {}, store: Store = createMemoryStore()): Driver =>
    createEsign({
      environment: 'test',
      baseUrl: simulator.url,
      appId: credentials.appId,
      appSecret: credentials.secret,
      appSecretOld: null,
      product,
      authentication,
      legacyInvitations: true,
      qrImage: async () => 'data:image/png;base64,',
      clock,
      http: createHttp({ timeoutMs: 2000, connectTimeoutMs: 2000 }),
      call: createCaller({ retries: 2, firstPauseMs: 1 }),
      tokens: createSharedToken({ store, vault, clock, leaseMs: 5000 }),
      ...changes,
    })

  const json = async (method: string, path: string, body?: object): Promise<Record<string, unknown>> => {
    const answer = await fetch(simulator.url + path, {
      method,
      ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    })
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return (await answer.json()) as Record<string, unknown>
  }
  const control = (path: string, body: object) => json('POST', `/__sandbox/${path}`, body)

  const faults: Record<Fault, object> = {
    hang: { hang: true },
    dropBefore: { drop: 'before' },
    dropAfter: { drop: 'after' },
    garbage: { garbage: true },
    busyOnce: { error: { code: busy[product], message: 'busy' } },
  }

  /** Goes where the handoff leads; yields the session of the page there. */
  async function enter(handoff: Handoff): Promise<string> {
    const session =
      handoff.kind === 'miniProgram'
        ? (await json('POST', '/mini-program/enter', miniProgramOf(handoff))).session
        : sessionOf(handoff.kind === 'webUrl' ? await (await fetch(handoff.url)).text() : '')
    if (typeof session !== 'string') throw new Error(`the ${handoff.kind} leads nowhere`)
    return session
  }
  async function press(handoff: Handoff, action: string): Promise<void> {
    await json('POST', '/page/act', { session: await enter(handoff), action })
  }
  const counts = async (): Promise<Record<string, number>> => {
    const { counts } = await json('GET', '/__sandbox/log')
    return counts as Record<string, number>
  }
  const requests = async (part = `/${product}/`): Promise<number> =>
    Object.entries(await counts()).reduce(
      (sum, [call, count]) => (call.includes(part) ? sum + count : sum),
      0,
    )

  const bench: Bench = {
    driver: remembering(makeDriver()),
    wrongEnvironment: makeDriver({ appId: '5111000001' }),
    wrongKey: makeDriver({ appSecret: 'not-the-secret' }),
    unreachable: makeDriver({ baseUrl: 'http://127.0.0.1:1' }),
    person() {
      people += 1
      return {
        contact: { type: 'mobile', value: `139${String(people).padStart(8, '0')}` },
        name: '测试员甲',
        idType: 'residentId',
        idNumber: '110101199001010015',
        mode: 'any',
      }
    },
    noticeUrl: () => receiver.freshUrl(),
    fault: async fault => {
      await control('next', { path: `/${product}/`, ...faults[fault] })
    },
    async act(handoff, action) {
      if (action === 'review') throw new Error('nobody is reviewed there')
      await press(handoff, action)
    },
    review: async () => {
      throw new Error('nobody is reviewed there')
    },
    notices: count => eventually(() => receiver.received(count)),
    requests,
  }
  return {
    ...bench,
    makeDriver,
    control,
    enter,
    press,
    requests,
    url: simulator.url,
    passTime: async (ms: number) => {
      offsetMs += ms
      await control('clock', { offsetMs })
    },
    close: async () => {
      await simulator.close()
      await receiver.close()
    },
  }
}

export type EsignBench = Awaited<ReturnType<typeof openEsignBench>>

/**
 * The suite asks without the ids of a start; the vendor knows nobody without them. As `reconcile` does, they are kept
 * and asked by.
 */
function remembering(driver: Driver): Driver {
  const refsOf = new Map<string, Record<string, string>>()
  const known = (question: Question): Record<string, string> => {
    if (Object.keys(question.refs).length > 0 || question.subject !== 'person') return question.refs
    return refsOf.get(question.contact.value) ?? {}
  }
  return {
    ...driver,
    async start(request) {
      const outcome = await driver.start(request)
      if (outcome.kind === 'ok' && outcome.value.kind === 'handoff' && request.subject === 'person') {
        refsOf.set(request.person.contact.value, outcome.value.refs)
      }
      return outcome
    },
    query: question => driver.query({ ...question, refs: known(question) }),
  }
}

function miniProgramOf({ appId, path, extraData, envVersion }: Handoff & { kind: 'miniProgram' }): object {
  return { appId, path, extraData, envVersion }
}

const sessionOf = (page: string): string | undefined => /"session":"([^"]+)"/.exec(page)?.[1]

/** Stands where the `callback` function stands, and keeps the raw bytes. A GET is a probe, as it says. */
async function receiveNotices() {
  const byPath = new Map<string, RawNotice[]>()
  let current = ''
  let addresses = 0
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', chunk => chunks.push(chunk))
    request.on('end', () => {
      const path = request.url ?? ''
      const headers = Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
      )
      const notice: RawNotice = { body: Buffer.concat(chunks), headers, query: {} }
      if (request.method === 'POST') byPath.set(path, [...(byPath.get(path) ?? []), notice])
      response.end('{"code":"200","msg":"success"}')
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    freshUrl() {
      addresses += 1
      current = `/notice/${addresses}`
      return `http://127.0.0.1:${port}${current}`
    },
    received(count: number): RawNotice[] | null {
      const notices = byPath.get(current) ?? []
      return notices.length >= count ? notices : null
    },
    close: () =>
      new Promise<void>(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
