import type { Handoff } from '../../cloudfunctions/contract/handoff'
import { createSharedToken } from '../../cloudfunctions/platform/cloudToken'
import { createVault } from '../../cloudfunctions/platform/crypto'
import { createHttp } from '../../cloudfunctions/platform/http'
import type { Store } from '../../cloudfunctions/platform/store'
import { createCaller } from '../../cloudfunctions/vendors/call'
import type { Driver } from '../../cloudfunctions/vendors/driver'
import { createEsign, type EsignOptions } from '../../cloudfunctions/vendors/esign'
import { startEsignSimulator } from '../../sandbox/vendors/esign'
import { esignCredentials as credentials } from '../../sandbox/vendors/esign/local'
import { eventually } from '../support/eventually'
import { createMemoryStore } from '../support/memory-store'
import type { Bench, Fault, NamedBench } from './bench'
import { receiveNotices } from './receive-notices'

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
  const vault = createVault({ seal: [{ id: 'k1', key: Buffer.alloc(32, 1) }], lookup: Buffer.alloc(32, 9) })
  let offsetMs = 0
  let people = 0
  let companies = 0
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

  const driver = makeDriver()
  const receiver = await receiveNotices(driver.noticeAnswer)

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
    driver,
    wrongEnvironment: makeDriver({ appId: '5111000001' }),
    wrongKey: makeDriver({ appSecret: 'not-the-secret' }),
    unreachable: makeDriver({ baseUrl: 'http://127.0.0.1:1' }),
    strangers: [makeDriver({ appSecret: 'another-secret' })],
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
    // v3 tells of no failure, and neither of a review.
    tellsFailures: product === 'v2',
    review: null,
    notices: count => eventually(() => receiver.received(count)),
    requests,
    organizations: {
      company() {
        companies += 1
        return {
          name: `测试第${companies}有限公司`,
          registerNumber: '91110000MA0TEA001C',
          legalPerson: '测试员乙',
          applicant: {
            name: '测试员甲',
            contact: { type: 'mobile', value: `137${String(companies).padStart(8, '0')}` },
          },
        }
      },
      pass: handoff => press(handoff, 'pass'),
      // v2 without accounts has no memory.
      remembers: product === 'v3',
    },
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

/** Both products, by both ways to prove who calls. */
export const esignCombinations = (['v2', 'v3'] as const).flatMap(product =>
  (['signature', 'token'] as const).map(authentication => ({ product, authentication })),
)

export const esignBenches: readonly NamedBench[] = esignCombinations.map(options => ({
  name: `e签宝 ${options.product}, ${options.authentication}`,
  open: () => openEsignBench(options),
}))

function miniProgramOf({ appId, path, extraData, envVersion }: Handoff & { kind: 'miniProgram' }): object {
  return { appId, path, extraData, envVersion }
}

const sessionOf = (page: string): string | undefined => /"session":"([^"]+)"/.exec(page)?.[1]
