import type { Handoff } from '../../cloudfunctions/contract/handoff'
import { createHttp } from '../../cloudfunctions/platform/http'
import { createCaller } from '../../cloudfunctions/vendors/call'
import { createNimbus, type NimbusOptions } from '../../cloudfunctions/vendors/nimbus'
import { nimbus, nimbusKey } from '../../sandbox/vendors/nimbus/local'
import { eventually } from '../support/eventually'
import type { Bench, Fault } from './bench'
import { receiveNotices } from './receive-notices'

const faults: Record<Fault, object> = {
  hang: { hang: true },
  dropBefore: { drop: 'before' },
  dropAfter: { drop: 'after' },
  garbage: { garbage: true },
  busyOnce: { error: { code: 'BUSY', message: 'busy' } },
}

export async function post(url: string, body: object): Promise<void> {
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`)
}

export const idOf = (handoff: Handoff) => (handoff.kind === 'webUrl' ? handoff.url.split('/').at(-1) : '')

export async function openNimbusBench() {
  const simulator = await nimbus.start({ host: '127.0.0.1', port: 0 })
  let people = 0
  let companies = 0
  const driver = (changes: Partial<NimbusOptions> = {}) =>
    createNimbus({
      baseUrl: simulator.url,
      key: nimbusKey,
      qrImage: async () => 'data:image/png;base64,',
      clock: Date.now,
      http: createHttp({ timeoutMs: 2000, connectTimeoutMs: 2000 }),
      call: createCaller({ retries: 2, firstPauseMs: 1 }),
      ...changes,
    })
  const ours = driver()
  const receiver = await receiveNotices(ours.noticeAnswer)
  const bench: Bench = {
    driver: ours,
    wrongEnvironment: driver({ key: 'of-production' }),
    wrongKey: driver({ key: 'wrong' }),
    unreachable: driver({ baseUrl: 'http://127.0.0.1:1' }),
    strangers: [driver({ key: 'another' })],
    person: () => ({
      contact: { type: 'mobile', value: `139${String(++people).padStart(8, '0')}` },
      name: '测试员甲',
      idType: 'residentId',
      idNumber: '110101199001010015',
      mode: 'any',
    }),
    noticeUrl: () => receiver.freshUrl(),
    fault: fault => post(`${simulator.url}/__sandbox/next`, { path: '/v1/', ...faults[fault] }),
    act: (handoff, action) => post(`${simulator.url}/page/act`, { id: idOf(handoff), action }),
    tellsFailures: true,
    review: action => post(`${simulator.url}/page/act`, { action }),
    organizations: {
      company: () => ({
        name: `测试第${++companies}有限公司`,
        registerNumber: '91110000MA0TEA001C',
        legalPerson: '测试员乙',
        applicant: { name: '测试员甲', contact: { type: 'mobile', value: '13800138000' } },
      }),
      pass: handoff => post(`${simulator.url}/page/act`, { id: idOf(handoff), action: 'pass' }),
      remembers: false,
    },
    notices: count => eventually(() => receiver.received(count)),
    async requests() {
      const answer = await fetch(`${simulator.url}/__sandbox/log`)
      const { counts } = (await answer.json()) as { counts: Record<string, number> }
      return Object.entries(counts).reduce((sum, [key, n]) => (key.includes(' /v1/') ? sum + n : sum), 0)
    },
  }
  const close = async () => {
    await simulator.close()
    await receiver.close()
  }
  return { ...bench, close }
}
