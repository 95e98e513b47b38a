import type { Handoff } from '../../cloudfunctions/contract/handoff'
import { createHttp } from '../../cloudfunctions/platform/http'
import { createCaller } from '../../cloudfunctions/vendors/call'
import { createQiyuesuo, type QiyuesuoOptions } from '../../cloudfunctions/vendors/qiyuesuo'
import { startQiyuesuoSimulator } from '../../sandbox/vendors/qiyuesuo'
import { qiyuesuoCredentials } from '../../sandbox/vendors/qiyuesuo/local'
import { eventually } from '../support/eventually'
import type { Bench, Fault } from './bench'
import { having } from './outcomes'
import { receiveNotices } from './receive-notices'

const faults: Record<Fault, object> = {
  hang: { hang: true },
  dropBefore: { drop: 'before' },
  dropAfter: { drop: 'after' },
  garbage: { garbage: true },
  busyOnce: { error: { code: 1001, message: 'ERROR' } },
}

/** 契约锁's simulator and drivers of ours around it. */
export async function openQiyuesuoBench() {
  const simulator = await startQiyuesuoSimulator({
    host: '127.0.0.1',
    port: 0,
    ...qiyuesuoCredentials,
    callbackMode: 'encrypted',
  })
  let people = 0
  let companies = 0
  let contact = ''

  const driver = (changes: Partial<QiyuesuoOptions> = {}) =>
    createQiyuesuo({
      environment: 'test',
      baseUrl: simulator.url,
      ...qiyuesuoCredentials,
      qrImage: async () => 'data:image/png;base64,',
      clock: Date.now,
      http: createHttp({ timeoutMs: 2000, connectTimeoutMs: 2000 }),
      call: createCaller({ retries: 2, firstPauseMs: 1 }),
      ...changes,
    })
  const ours = driver()
  const receiver = await receiveNotices(ours.noticeAnswer)
  const post = async (path: string, body: object): Promise<Record<string, unknown>> => {
    const answer = await fetch(simulator.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return (await answer.json()) as Record<string, unknown>
  }

  const bench: Bench = {
    driver: ours,
    wrongEnvironment: driver({ appToken: 'production-app-token' }),
    wrongKey: driver({ appSecret: 'not-the-secret' }),
    unreachable: driver({ baseUrl: 'http://127.0.0.1:1' }),
    strangers: [driver({ callbackKey: 'another-key-0000' }), driver({ callbackKey: null })],
    person() {
      people += 1
      contact = `139${String(people).padStart(8, '0')}`
      return {
        contact: { type: 'mobile', value: contact },
        name: '测试员甲',
        idType: 'residentId',
        idNumber: '110101199001010015',
        mode: 'any',
      }
    },
    noticeUrl: () => receiver.freshUrl(),
    fault: async fault => {
      await post('/__sandbox/next', faults[fault])
    },
    async act(handoff, action) {
      await post('/plugin/act', { session: await enter(handoff), action, mode: 'IVS' })
    },
    tellsFailures: true,
    review: async outcome => {
      await post('/__sandbox/review', { contact, outcome })
    },
    notices: count => eventually(() => receiver.received(count)),
    async requests() {
      const answer = (await (await fetch(`${simulator.url}/__sandbox/log`)).json()) as {
        counts: Record<string, number>
      }
      return Object.entries(answer.counts).reduce(
        (sum, [key, count]) => (/ \/(v2|companyauth)\//.test(key) ? sum + count : sum),
        0,
      )
    },
    organizations: {
      company() {
        companies += 1
        return {
          name: `测试第${companies}有限公司`,
          registerNumber: '91110000MA0TEA001C',
          legalPerson: '测试员乙',
          applicant: { name: '测试员甲', contact: { type: 'mobile', value: '13800138000' } },
        }
      },
      pass: handoff => actAsCompany(handoff, 'pass'),
      remembers: true,
    },
    contracts: {
      contractId: '3000000000000000001',
      bizId: 'demo-contract-1',
      signer: { type: 'mobile', value: '13800138000' },
      stranger: { type: 'mobile', value: '13900139000' },
    },
  }
  return {
    ...bench,
    post,
    actAsCompany,
    company: () => having(bench.organizations, 'organizations').company(),
    makeDriver: driver,
    url: simulator.url,
    close: async () => {
      await simulator.close()
      await receiver.close()
    },
  }

  /** Opens the plugin with the ticket; yields the session of the page there. */
  async function enter(handoff: Handoff): Promise<unknown> {
    if (handoff.kind !== 'plugin') throw new Error('expected the plugin')
    const { searchParams } = new URL(handoff.url)
    const [ticket, env, page] = [searchParams.get('ticket'), searchParams.get('env'), pageOf(handoff)]
    const { session } = await post('/__sandbox/open', { ticket, env, page })
    return session
  }

  async function actAsCompany(handoff: Handoff, ...actions: string[]): Promise<void> {
    const session = await enter(handoff)
    for (const action of actions) await post(`/plugin/${pageOf(handoff)}/act`, { session, action })
  }
}

const pageOf = (handoff: Handoff): string =>
  handoff.kind === 'plugin' ? new URL(handoff.url).pathname.slice(1) : ''
