import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createHttp } from '../../cloudfunctions/platform/http'
import { createCaller } from '../../cloudfunctions/vendors/call'
import type { RawNotice } from '../../cloudfunctions/vendors/driver'
import { createQiyuesuo, type QiyuesuoOptions } from '../../cloudfunctions/vendors/qiyuesuo'
import { startQiyuesuoSimulator } from '../../sandbox/vendors/qiyuesuo'
import { qiyuesuoCredentials } from '../../sandbox/vendors/qiyuesuo/local'
import { eventually } from '../support/eventually'
import type { Bench, Fault } from './suite'

const faults: Record<Fault, object> = {
  hang: { path: '/v2/', hang: true },
  dropBefore: { path: '/v2/', drop: 'before' },
  dropAfter: { path: '/v2/', drop: 'after' },
  garbage: { path: '/v2/', garbage: true },
  busyOnce: { path: '/v2/', error: { code: 1001, message: 'ERROR' } },
}

/** 契约锁's simulator and drivers of ours around it. */
export async function openQiyuesuoBench() {
  const simulator = await startQiyuesuoSimulator({
    host: '127.0.0.1',
    port: 0,
    ...qiyuesuoCredentials,
    callbackMode: 'encrypted',
  })
  const receiver = await receiveNotices()
  let people = 0
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
    driver: driver(),
    wrongEnvironment: driver({ appToken: 'production-app-token' }),
    wrongKey: driver({ appSecret: 'not-the-secret' }),
    unreachable: driver({ baseUrl: 'http://127.0.0.1:1' }),
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
      if (handoff.kind !== 'plugin') throw new Error('expected the plugin')
      const query = new URL(handoff.url).searchParams
      const { session } = await post('/__sandbox/open', {
        ticket: query.get('ticket'),
        env: query.get('env'),
      })
      await post('/plugin/act', { session, action, mode: 'IVS' })
    },
    review: async outcome => {
      await post('/__sandbox/review', { contact, outcome })
    },
    notices: count => eventually(() => receiver.received(count)),
    async requests() {
      const answer = (await (await fetch(`${simulator.url}/__sandbox/log`)).json()) as {
        counts: Record<string, number>
      }
      return Object.entries(answer.counts).reduce(
        (sum, [key, count]) => (key.includes(' /v2/') ? sum + count : sum),
        0,
      )
    },
  }
  return {
    ...bench,
    post,
    driver: bench.driver,
    makeDriver: driver,
    url: simulator.url,
    close: async () => {
      await simulator.close()
      await receiver.close()
    },
  }
}

/** Stands where the `callback` function stands, and keeps the raw bytes. */
async function receiveNotices() {
  const byPath = new Map<string, RawNotice[]>()
  let current = ''
  let addresses = 0
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', chunk => chunks.push(chunk))
    request.on('end', () => {
      const path = request.url ?? ''
      const headers = { 'content-type': request.headers['content-type'] ?? '' }
      byPath.set(path, [...(byPath.get(path) ?? []), { body: Buffer.concat(chunks), headers, query: {} }])
      response.setHeader('content-type', 'application/json').end('{"code":0}')
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
