import { CommonClient } from 'tencentcloud-sdk-nodejs-common'
import { startEssSimulator } from './simulator'
import { ADMIN, OPERATOR, row, SECRET_ID, SECRET_KEY } from './test-support'

// The vendor's own SDK, unchanged: what it sends must pass, and what it reads must be understood.
describe("the vendor's SDK", () => {
  let simulator: Awaited<ReturnType<typeof startEssSimulator>>
  beforeEach(async () => {
    simulator = await startEssSimulator({
      host: '127.0.0.1',
      port: 0,
      secretId: SECRET_ID,
      secretKey: SECRET_KEY,
      operatorUserId: OPERATOR.UserId,
      taskDelayMs: 0,
    })
  })
  afterEach(() => simulator.close())

  const client = (secretId = SECRET_ID, secretKey = SECRET_KEY) =>
    new CommonClient(`127.0.0.1:${simulator.port}`, '2020-11-11', {
      credential: { secretId, secretKey },
      region: '',
      profile: { httpProfile: { protocol: 'http://', reqTimeout: 5 } },
    })
  const ask = (action: string, parameters: Record<string, unknown>) =>
    client().request(action, { Operator: OPERATOR, ...parameters })

  test('runs the whole chain', async () => {
    const { TaskId } = await ask('CreateBatchOrganizationRegistrationTasks', {
      RegistrationOrganizations: [row(0), row(1)],
      Endpoint: 'APP',
      BatchAuthMethod: 1,
    })
    const { OrganizationAuthUrls: rows } = await ask('DescribeBatchOrganizationRegistrationUrls', { TaskId })
    const SubTaskIds = rows.map((one: { SubTaskId: string }) => one.SubTaskId)
    const { AuthUrl } = await ask('CreateBatchOrganizationAuthorizationUrl', {
      ...ADMIN,
      SubTaskIds,
      Endpoint: 'APP',
    })
    expect(AuthUrl).toMatch(/^pages\/guide\/index\?to=\w+&shortKey=/)

    const show = new URLSearchParams({ path: AuthUrl, appId: 'wx371151823f6f3edf', envVersion: 'release' })
    const page = await (await fetch(`${simulator.url}/mini-program/show?${show}`)).text()
    const session = /"session":"([^"]+)"/.exec(page)?.[1]
    await fetch(`${simulator.url}/mini-program/act`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ session, action: 'passAll' }),
    })

    const { Details } = await ask('DescribeBatchOrganizationRegistrationTasks', { TaskIds: SubTaskIds })
    expect(Details.map((one: { Status: string }) => one.Status)).toEqual(['Authorization', 'Authorization'])
    const status = await ask('DescribeOrganizationAuthStatus', { OrganizationName: '示例第2科技有限公司' })
    expect(status).toMatchObject({ IsVerified: true, AuthStatus: 2 })
  })

  test.each([
    ['a wrong key', SECRET_ID, 'another-key', 'AuthFailure.SignatureFailure'],
    ["the other environment's id", 'AKIDproduction', SECRET_KEY, 'AuthFailure.SecretIdNotFound'],
  ])('is refused with %s', async (_, secretId, secretKey, code) => {
    const call = client(secretId, secretKey).request('DescribeOrganizationAuthStatus', { Operator: OPERATOR })
    await expect(call).rejects.toMatchObject({ code })
  })
})
