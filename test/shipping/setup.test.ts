import { indexes } from '../../cloudfunctions/platform/indexes'
import { collectionNames } from '../../cloudfunctions/platform/store'
import { startTencentCloud, type TencentCloud } from '../../sandbox/tencent'
import { createLocalApi, createTencentApi, type TencentApi } from '../../setup/apis/tencent'
import { perform } from '../../setup/plan'
import { setupSteps } from '../../setup/steps'
import { findTarget } from '../../setup/target'

const account = { secretId: 'AKIDsandbox', secretKey: 'sandbox-secret' }
const envId = 'sandbox-env'
let cloud: TencentCloud

beforeEach(async () => {
  cloud = await startTencentCloud({ envId, ...account })
})
afterEach(() => cloud.close())

async function setUp(secretKey = account.secretKey): Promise<{ done: number; said: string }> {
  const said: string[] = []
  const api = createTencentApi({ ...account, secretKey, token: null, region: 'ap-shanghai', url: cloud.url })
  const done = await perform(setupSteps(await findTarget(api, envId)), text => said.push(text))
  return { done, said: said.join('\n') }
}

const indexCount = Object.values(indexes).flat().length

function expectReady(): void {
  expect([...cloud.state.collections.keys()].sort()).toEqual([...collectionNames].sort())
  for (const { acl } of cloud.state.collections.values()) expect(acl).toBe('ADMINONLY')
  // `_id` has one by itself.
  const built = [...cloud.state.collections.values()].map(each => each.indexes.length - 1)
  expect(built.reduce((sum, each) => sum + each, 0)).toBe(indexCount)
  expect(cloud.state.storageAcl).toBe('PRIVATE')
  expect(cloud.state.hasLogs).toBe(true)
}

test('set-up makes everything, each collection closed from its first moment and read back before the next, and says each', async () => {
  const { done, said } = await setUp()
  expectReady()
  expect(done).toBe(collectionNames.length + indexCount + 2)
  expect(said).toContain('+ verifications  ADMINONLY')
  const firsts = cloud.calls.filter(call => /Table$|ACL$/.test(call) && call !== 'DescribeTable').slice(0, 4)
  expect(firsts).toEqual(['CreateTable', 'DescribeDatabaseACL', 'CreateTable', 'DescribeDatabaseACL'])
})

test('done again it finds nothing to do', async () => {
  await setUp()
  cloud.calls.length = 0
  expect((await setUp()).done).toBe(0)
  expect(cloud.calls.filter(call => !/^(Describe|List)/.test(call))).toEqual([])
})

test('a collection somebody has opened, or the functions have made, is closed', async () => {
  await setUp()
  const operators = cloud.state.collections.get('operators')
  if (operators) operators.acl = 'READONLY'
  expect((await setUp()).said).toContain('~ operators  READONLY→ADMINONLY')
  expectReady()
})

test('an index is known by its keys, not by its name, and none is dropped', async () => {
  await setUp()
  const files = cloud.state.collections.get('files')
  for (const index of files?.indexes ?? []) index.Name = `by-hand-${index.Name}`
  files?.indexes.push({ Name: 'own', Unique: false, Keys: [{ Name: 'fileId', Direction: '1' }] })
  expect((await setUp()).done).toBe(0)
  expect(files?.indexes.map(each => each.Name)).toContain('own')
})

test('killed before each single write and run again, it comes to the same end', async () => {
  const api = createLocalApi((action, given) => cloud.answer('tcb', action, given))
  const setUpHere = async () => perform(setupSteps(await findTarget(api, envId)), () => {})
  for (let writing = 1; writing <= collectionNames.length + indexCount + 2; writing++) {
    cloud.state.collections.clear()
    Object.assign(cloud.state, { storageAcl: 'READONLY', hasLogs: false })
    cloud.dieBefore(writing)
    await expect(setUpHere()).rejects.toThrow('killed')
    cloud.dieBefore(Number.POSITIVE_INFINITY)
    await setUpHere()
    expectReady()
  }
})

/** The account's API, with what it says to some of the actions changed. */
function changed(answer: (action: string, api: TencentApi, given: Record<string, unknown>) => Answered) {
  const api = createTencentApi({ ...account, token: null, region: 'ap-shanghai', url: cloud.url })
  return {
    call: (action: string, given: Record<string, unknown>) =>
      answer(action, api, given) ?? api.call(action, given),
  }
}
type Answered = Promise<Record<string, unknown>> | null
/** A platform that takes no notice of the rights a collection is to be made with. */
const deafAtCreation = (
  action: string,
  api: TencentApi,
  { PermissionInfo: _, ...rest }: Record<string, unknown>,
) => (action === 'CreateTable' ? api.call(action, rest) : null)

test('a collection that came open is closed at once', async () => {
  const steps = setupSteps(await findTarget(changed(deafAtCreation), envId))
  await perform(steps, () => {})
  expectReady()
  expect(
    cloud.calls.filter(call => /Table$|ACL$/.test(call) && call !== 'DescribeTable').slice(0, 4),
  ).toEqual(['CreateTable', 'DescribeDatabaseACL', 'ModifyDatabaseACL', 'DescribeDatabaseACL'])
})

test('a collection the platform does not close stops it', async () => {
  const deaf = changed((action, api, given) =>
    action === 'ModifyDatabaseACL' ? Promise.resolve({}) : deafAtCreation(action, api, given),
  )
  const steps = setupSteps(await findTarget(deaf, envId))
  await expect(perform(steps, () => {})).rejects.toThrow('verifications')
  expect(cloud.state.collections.size).toBe(1)
})

test('a wrong key is refused by its code, and the key is in no text', async () => {
  const failed = await setUp('another-secret').catch(error => String(error))
  expect(failed).toContain('AuthFailure.SignatureFailure')
  expect(failed).not.toContain('another-secret')
})
