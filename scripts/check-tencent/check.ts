/**
 * Plays Tencent's own manager package against the fake of its APIs: `npm run check:tencent`. Unmodified, it sets up an
 * environment and reads it back, and then deploys over what `npm run deploy` has made. It knows its addresses by heart,
 * so the way out of this process, and of no other, leads to the fake; what it signs stays as it is.
 */
import assert from 'node:assert/strict'
import http from 'node:http'
import https from 'node:https'
import { createRequire } from 'node:module'
import path from 'node:path'
import { startTencentCloud } from '../../sandbox/tencent'

const load = createRequire(path.join(__dirname, 'package.json'))
const account = { secretId: 'AKIDsandbox', secretKey: 'sandbox-secret' }
const envId = 'hub-test-1a2b3c'
/** The smallest zip that is none: an empty one, and a name. */
const emptyZip =
  'UEsDBAoAAAAAAAAAIQAAAAAAAAAAAAAAAAAIAAAAaW5kZXguanNQSwECFAAKAAAAAAAAACEAAAAAAAAAAAAAAAAACAAAAAAAAAAAAAAAAAAAAAAAaW5kZXguanNQSwUGAAAAAAEAAQA2AAAAJgAAAAAA'

type Answer = Record<string, never> & {
  IsCreated?: boolean
  Exists?: boolean
  Status?: string
  Runtime?: string
  Indexes?: { Name: string }[]
  Environment?: { Variables: { Key: string; Value: string }[] }
  Triggers?: { TriggerName: string }[]
  Collections?: { CollectionName: string }[]
  Domains?: { Routes: { Path: string; EnablePathTransmission: boolean }[] }[]
  Data?: { PermissionList?: { SecurityRule: string }[] } & string[]
}
type Method = (...given: unknown[]) => Promise<Answer>
type Service = Record<string, Method>
interface Manager {
  database: Service
  functions: Service
  storage: Service
  env: Service
  permission: Service
  currentEnvironment(): { getLogService(): Record<string, () => Promise<unknown>> }
  commonService(service: string, version: string): { call(given: object): Promise<{ AclTag?: string }> }
}

async function main(): Promise<void> {
  const cloud = await startTencentCloud({ envId, ...account })
  lead(new URL(cloud.url))
  const CloudBase: new (given: object) => Manager = load('@cloudbase/manager-node')
  const manager = new CloudBase({ ...account, envId })
  try {
    for (const [name, play] of Object.entries(plays)) {
      await play(manager)
      console.log(`✓ ${name}`)
    }
    console.log(
      `manager-node was answered well: ${new Set(cloud.calls).size} actions, ${cloud.calls.length} calls`,
    )
  } finally {
    await cloud.close()
  }
}

const plays: Record<string, (manager: Manager) => Promise<void>> = {
  'a collection, its rights and an index': async manager => {
    const { database } = manager
    await database.createCollectionIfNotExists?.('verifications')
    assert.equal((await database.checkCollectionExists?.('verifications'))?.Exists, true)
    const common = manager.commonService('tcb', '2018-06-08')
    const place = { EnvId: envId, CollectionName: 'verifications' }
    // The default of a new collection: its creator writes.
    assert.equal((await common.call({ Action: 'DescribeDatabaseACL', Param: place })).AclTag, 'PRIVATE')
    await common.call({ Action: 'ModifyDatabaseACL', Param: { ...place, AclTag: 'ADMINONLY' } })
    assert.equal((await common.call({ Action: 'DescribeDatabaseACL', Param: place })).AclTag, 'ADMINONLY')
    const keys = [{ Name: 'dueAt', Direction: '1' }]
    await database.updateCollection?.('verifications', {
      CreateIndexes: [{ IndexName: 'due', MgoKeySchema: { MgoIndexKeys: keys, MgoIsUnique: false } }],
    })
    const { Indexes } = (await database.describeCollection?.('verifications')) ?? {}
    assert.deepEqual(
      Indexes?.map(({ Name }) => Name),
      ['_id_', 'due'],
    )
    assert.equal((await database.listCollections?.())?.Collections?.length, 1)
  },
  'rights of the storage, and the log service': async manager => {
    await manager.storage.setStorageAcl?.('PRIVATE')
    assert.equal(await manager.storage.getStorageAcl?.(), 'PRIVATE')
    const logs = manager.currentEnvironment().getLogService()
    assert.equal(await logs.checkLogServiceEnabled?.(), false)
    await logs.createLogService?.()
    assert.equal(await logs.checkLogServiceEnabled?.(), true)
  },
  'a function with variables and a timer, and the next version of it': async ({ functions }) => {
    const func = {
      name: 'sweep',
      handler: 'index.main',
      runtime: 'Nodejs20.19',
      timeout: 60,
      memorySize: 256,
      installDependency: false,
      envVariables: { LOOKUP_KEY: 'a' },
    }
    await functions.createFunction?.({ func, base64Code: emptyZip })
    await functions.createFunctionTriggers?.('sweep', [
      { name: 'sweep', type: 'timer', config: '0 */5 * * * * *' },
    ])
    await functions.updateFunctionCode?.({ func, base64Code: emptyZip })
    await functions.waitFunctionActive?.('sweep')
    await functions.updateFunctionConfig?.({
      name: 'sweep',
      timeout: 50,
      envVariables: { POLL_SECONDS: '3' },
    })
    await functions.waitFunctionActive?.('sweep')
    const detail = (await functions.getFunctionDetail?.('sweep')) ?? {}
    // What is sent replaces all variables.
    assert.deepEqual(detail.Environment?.Variables, [{ Key: 'POLL_SECONDS', Value: '3' }])
    assert.equal(detail.Status, 'Active')
    assert.deepEqual(
      detail.Triggers?.map(({ TriggerName }) => TriggerName),
      ['sweep'],
    )
    await assert.rejects(async () => functions.createFunction?.({ func, base64Code: emptyZip }), {
      code: 'ResourceInUse.FunctionName',
    })
    await functions.deleteFunctionTrigger?.('sweep', 'sweep')
  },
  'the rule of the functions': async ({ permission }) => {
    const rule = JSON.stringify({ '*': { invoke: 'auth != null' }, sweep: { invoke: false } })
    await permission.modifyResourcePermission?.({
      resourceType: 'function',
      permission: 'CUSTOM',
      securityRule: rule,
    })
    const answer = await permission.describeResourcePermission?.({ resourceType: 'function' })
    assert.equal(answer?.Data?.PermissionList?.[0]?.SecurityRule, rule)
  },
  'a route that keeps the path': async ({ env }) => {
    const Domain = `${envId}.service.tcloudbase.com`
    const Route = { Path: '/callback', UpstreamResourceType: 'SCF', UpstreamResourceName: 'callback' }
    const routed = (more: object) => ({ EnvId: envId, Domain: { Domain, Routes: [{ ...Route, ...more }] } })
    await env.createHttpServiceRoute?.(routed({}))
    const read = async () => (await env.describeHttpServiceRoute?.({ EnvId: envId }))?.Domains?.[0]?.Routes[0]
    assert.equal((await read())?.EnablePathTransmission, false)
    await env.modifyHttpServiceRoute?.(routed({ EnablePathTransmission: true }))
    assert.equal((await read())?.EnablePathTransmission, true)
  },
  'documents, as an administrator sees them': async ({ database }) => {
    const Command = JSON.stringify({
      find: 'verifications',
      filter: { _openid: { $exists: true } },
      limit: 1,
    })
    const MgoCommands = [{ TableName: 'verifications', CommandType: 'QUERY', Command }]
    assert.deepEqual((await database.runCommands?.({ MgoCommands }))?.Data, ['[]'])
  },
}

/** Every request for https goes to the fake, with the host it was signed for. */
function lead({ hostname, port }: URL): void {
  const request = (given: https.RequestOptions, then?: (answer: http.IncomingMessage) => void) =>
    http.request({ ...given, protocol: 'http:', host: hostname, hostname, port, agent: undefined }, then)
  Object.assign(https, { request })
}

main().catch(error => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
