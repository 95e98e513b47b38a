import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Handoff } from '../../cloudfunctions/contract/handoff'
import { createHttp } from '../../cloudfunctions/platform/http'
import { createCaller } from '../../cloudfunctions/vendors/call'
import type { Driver, RawNotice } from '../../cloudfunctions/vendors/driver'
import { createEss, type EssOptions } from '../../cloudfunctions/vendors/ess'
import { startEssSimulator } from '../../sandbox/vendors/ess'
import { essCredentials } from '../../sandbox/vendors/ess/local'
import { eventually } from '../support/eventually'
import type { Bench, Fault } from './suite'

const faults: Record<Fault, object> = {
  hang: { hang: true },
  dropBefore: { drop: 'before' },
  dropAfter: { drop: 'after' },
  garbage: { garbage: true },
  busyOnce: { error: { code: 'RequestLimitExceeded', message: 'busy' } },
}
const personActions = { pass: 'verify', fail: 'failPerson', review: null } as const

/** Tencent ESS's simulator and drivers of ours around it. Its clock and theirs are one. */
export async function openEssBench() {
  const { callbackToken, callbackKey, ...credentials } = essCredentials
  let offsetMs = 0
  let people = 0
  const simulator = await startEssSimulator({
    host: '127.0.0.1',
    port: 0,
    ...essCredentials,
    requestsPerSecond: 1000,
    retryDelaysMs: [],
  })
  const makeDriver = (changes: Partial<EssOptions> = {}) =>
    createEss({
      environment: 'test',
      baseUrl: simulator.url,
      ...credentials,
      callbackToken,
      callbackKey,
      proxyOrganizationId: null,
      halfScreen: false,
      rowsPerDay: 8000,
      rowsPerLink: null,
      qrImage: async () => 'data:image/png;base64,',
      clock: () => Date.now() + offsetMs,
      http: createHttp({ timeoutMs: 2000, connectTimeoutMs: 2000 }),
      call: createCaller({ retries: 2, firstPauseMs: 1 }),
      pace: async () => true,
      ...changes,
    })
  const driver = makeDriver()
  const receiver = await receiveNotices(driver)
  const saved = await simulator.setCallbackUrl(receiver.url)
  if (!saved.ok) throw new Error(saved.problem)

  const json = async (method: string, path: string, body?: object): Promise<Record<string, unknown>> => {
    const answer = await fetch(simulator.url + path, {
      method,
      ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    })
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return (await answer.json()) as Record<string, unknown>
  }
  const control = (path: string, body: object) => json('POST', `/__sandbox/${path}`, body)

  /** Opens what the link leads to and presses a button there. */
  async function press(handoff: Handoff, action: string): Promise<void> {
    if (handoff.kind !== 'miniProgram' && handoff.kind !== 'webUrl') throw new Error(`a ${handoff.kind}?`)
    const url = handoff.kind === 'webUrl' ? handoff.url : showUrl(handoff)
    const page = await fetch(url)
    const [, session] = /"session":"([^"]+)"/.exec(await page.text()) ?? []
    if (!session) throw new Error(`${page.status}: the link leads nowhere`)
    await json('POST', '/mini-program/act', { session, action })
  }
  function showUrl({ path, appId, envVersion }: Handoff & { kind: 'miniProgram' }): string {
    return `${simulator.url}/mini-program/show?${new URLSearchParams({ path, appId, envVersion })}`
  }
  const counts = async (): Promise<Record<string, number>> => {
    const { counts } = await json('GET', '/__sandbox/log')
    return counts as Record<string, number>
  }

  const bench: Bench = {
    driver,
    wrongEnvironment: makeDriver({ secretId: 'AKIDproduction' }),
    wrongKey: makeDriver({ secretKey: 'not-the-secret' }),
    unreachable: makeDriver({ baseUrl: 'http://127.0.0.1:1' }),
    person() {
      people += 1
      return {
        contact: { type: 'mobile', value: `139${String(people).padStart(8, '0')}` },
        name: `测试员${people}`,
        idType: 'residentId',
        idNumber: '110101199001010015',
        mode: 'any',
      }
    },
    noticeUrl: () => receiver.forget(),
    fault: async fault => {
      await control('next', faults[fault])
    },
    async act(handoff, action) {
      const button = personActions[action]
      if (!button) throw new Error('the vendor reviews no persons')
      await press(handoff, button)
    },
    review: async () => {
      throw new Error('the vendor reviews no persons')
    },
    notices: count => eventually(() => receiver.received(count)),
    requests: async () => Object.values(await counts()).reduce((sum, count) => sum + count, 0),
  }
  return {
    ...bench,
    driver,
    makeDriver,
    control,
    press,
    counts,
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

/** Stands where the `callback` function stands: keeps the raw bytes, and answers as the driver says. */
async function receiveNotices(driver: Driver) {
  let kept: RawNotice[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', chunk => chunks.push(chunk))
    request.on('end', () => {
      const headers = { 'content-signature': String(request.headers['content-signature'] ?? '') }
      const notice: RawNotice = { body: Buffer.concat(chunks), headers, query: {} }
      kept.push(notice)
      const { statusCode, body } = driver.noticeAnswer
      response.statusCode = driver.readNotice(notice).kind === 'refused' ? 400 : statusCode
      response.end(body)
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const url = `http://127.0.0.1:${port}/ess`
  return {
    url,
    /** All notices of the account come to one address. */
    forget() {
      kept = []
      return url
    },
    received: (count: number): RawNotice[] | null => (kept.length >= count ? kept : null),
    close: () =>
      new Promise<void>(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
