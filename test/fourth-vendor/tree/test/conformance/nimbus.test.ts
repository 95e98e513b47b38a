import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Handoff } from '../../cloudfunctions/contract/handoff'
import { createHttp } from '../../cloudfunctions/platform/http'
import { createCaller } from '../../cloudfunctions/vendors/call'
import { createNimbus, type NimbusOptions } from '../../cloudfunctions/vendors/nimbus'
import { functionSettings } from '../../sandbox/stack'
import { nimbus, nimbusKey } from '../../sandbox/vendors/nimbus/local'
import { startCloudChild } from '../support/cloud-child'
import { eventually } from '../support/eventually'
import { receiveNotices } from './receive-notices'
import { type Bench, describePersonDriver, type Fault } from './suite'

const faults: Record<Fault, object> = {
  hang: { hang: true },
  dropBefore: { drop: 'before' },
  dropAfter: { drop: 'after' },
  garbage: { garbage: true },
  busyOnce: { error: { code: 'BUSY', message: 'busy' } },
}

async function post(url: string, body: object): Promise<void> {
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`)
}

const idOf = (handoff: Handoff) => (handoff.kind === 'webUrl' ? handoff.url.split('/').at(-1) : '')

async function open() {
  const simulator = await nimbus.start({ host: '127.0.0.1', port: 0 })
  const receiver = await receiveNotices()
  let people = 0
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
  const bench: Bench = {
    driver: driver(),
    wrongEnvironment: driver({ key: 'of-production' }),
    wrongKey: driver({ key: 'wrong' }),
    unreachable: driver({ baseUrl: 'http://127.0.0.1:1' }),
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
    review: action => post(`${simulator.url}/page/act`, { action }),
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

describePersonDriver('云核', open)

test('a person is verified through the built functions', async () => {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'realname-hub-'))
  const simulator = await nimbus.start({ host: '127.0.0.1', port: 0 })
  const cloud = await startCloudChild({
    dataDir,
    env: functionSettings('http://127.0.0.1:9', { nimbus: simulator.url }),
  })
  const act = async (action: string, input: object) => {
    const answer = (await cloud.invoke('api', { action, input }, { openid: 'oNimbus' })) as {
      ok: boolean
      data: object
    }
    if (!answer.ok) throw new Error(JSON.stringify(answer))
    return answer.data
  }
  try {
    await cloud.fireTimer('sweep')
    expect(await act('config.get', {})).toMatchObject({ vendorNames: { nimbus: { zh: '云核' } } })
    const intent = { vendor: 'nimbus', purpose: 'general' }
    const consent = { ...intent, policyVersion: '2026-11', accepted: true }
    const { consentId } = (await act('consent.record', consent)) as { consentId: string }
    const person = {
      contact: { type: 'mobile', value: '13900000001' },
      name: '测试员甲',
      idType: 'residentId',
      idNumber: '110101199001010015',
      mode: 'any',
    }
    const started = (await act('verification.start', {
      ...intent,
      clientKey: 'key-0000000000000001',
      consentId,
      way: 'app',
      subject: 'person',
      person,
    })) as { verification: { id: string }; handoff: Handoff }
    await post(`${simulator.url}/page/act`, { id: idOf(started.handoff), action: 'pass' })
    const refreshed = await act('verification.refresh', { id: started.verification.id, hint: 'returned' })
    expect(refreshed).toMatchObject({ verification: { state: 'verified' } })
  } finally {
    await cloud.kill()
    await simulator.close()
    await rm(dataDir, { recursive: true, force: true })
  }
})
