import type { Handoff } from '../../cloudfunctions/contract/handoff'
import { createHttp } from '../../cloudfunctions/platform/http'
import type { Administrator, RegistrationRow } from '../../cloudfunctions/vendors/batch'
import { createCaller } from '../../cloudfunctions/vendors/call'
import { createEss, type EssOptions } from '../../cloudfunctions/vendors/ess'
import { startEssSimulator } from '../../sandbox/vendors/ess'
import { essCredentials } from '../../sandbox/vendors/ess/local'
import { creditCode } from '../support/batch-world'
import { eventually } from '../support/eventually'
import type { BatchBench, Bench, Fault } from './bench'
import { receiveNotices } from './receive-notices'

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
  let companies = 0
  let rows = 0
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
  const receiver = await receiveNotices(driver.noticeAnswer, 'one')
  const saved = await simulator.setCallbackUrl(receiver.freshUrl())
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
    strangers: [
      { callbackKey: 'another-key-of-exactly-32-chars-' },
      { callbackKey: null },
      { callbackToken: 'another-token' },
      { callbackToken: null },
    ].map(makeDriver),
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
    noticeUrl: () => receiver.freshUrl(),
    fault: async fault => {
      await control('next', faults[fault])
    },
    async act(handoff, action) {
      const button = personActions[action]
      if (!button) throw new Error('the vendor reviews no persons')
      await press(handoff, button)
    },
    // Of a person who fails nobody is told.
    tellsFailures: false,
    review: null,
    notices: count => eventually(() => receiver.received(count)),
    requests: async () => Object.values(await counts()).reduce((sum, count) => sum + count, 0),
    organizations: {
      company() {
        companies += 1
        return {
          name: `示例第${companies}信息有限公司`,
          registerNumber: creditCode(100_000 + companies),
          legalPerson: '王小二',
          applicant: { name: '李小四', contact: { type: 'mobile', value: '13900000000' } },
        }
      },
      async pass(handoff) {
        await press(handoff, 'submit')
        await press(handoff, 'pass')
      },
      remembers: true,
    },
  }
  const batches: BatchBench = {
    row,
    badRow: () => row({ address: '不是地址' }),
    through: () => passTime(taskDelay),
    passTime,
    async step(subTaskId, action) {
      await control('act', { subTaskId, action })
    },
    passAll: link => press(link.app, 'passAll'),
    addressesOf: ({ app, url, shortUrl }) => [showUrl(app), url, shortUrl],
    async tasks() {
      const { tasks } = await json('GET', '/__sandbox/tasks')
      return (tasks as unknown[]).length
    },
  }
  return {
    ...bench,
    batches,
    makeDriver,
    control,
    press,
    counts,
    url: simulator.url,
    passTime,
    close: async () => {
      await simulator.close()
      await receiver.close()
    },
  }

  async function passTime(ms: number): Promise<void> {
    offsetMs += ms
    await control('clock', { offsetMs })
  }

  function row(changes: Partial<RegistrationRow> = {}): RegistrationRow {
    rows += 1
    return {
      name: `示例第${rows}科技有限公司`,
      creditCode: creditCode(rows),
      legalName: '王小二',
      address: '深圳市南山区1000号示例大厦',
      administrator,
      authorization: 'legalPerson',
      licence: null,
      letters: [],
      ...changes,
    }
  }
}

/** ms after which the simulator is through with a task. */
const taskDelay = 3000

export const administrator: Administrator = {
  name: '李小四',
  mobile: '13900000000',
  idType: 'residentId',
  idNumber: '110101199003070003',
}
