import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Handoff } from '../../cloudfunctions/contract/handoff'
import { functionSettings } from '../../sandbox/stack'
import { nimbus } from '../../sandbox/vendors/nimbus/local'
import { startCloudChild } from '../support/cloud-child'
import { idOf, post } from './nimbus-bench'

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
