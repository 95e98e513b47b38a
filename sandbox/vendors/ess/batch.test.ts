import { isRecord } from '../../record'
import {
  ADMIN,
  CODES,
  errorOf,
  type Json,
  PNG,
  row,
  startTestSimulator,
  type TestSimulator,
} from './test-support'

let simulator: TestSimulator
beforeEach(async () => {
  simulator = await startTestSimulator()
})
afterEach(() => simulator.close())

const ID = expect.stringMatching(/^yD\w{30}$/)
const nameOf = (index: number) => `示例第${index + 1}科技有限公司`
const details = async (rows: Json[]) =>
  (
    await simulator.api('DescribeBatchOrganizationRegistrationTasks', {
      TaskIds: rows.map(one => one.SubTaskId),
    })
  ).Details

test('a batch goes from its task over one link to verified organizations', async () => {
  const created = await simulator.submit([row(0), row(1)], { Endpoint: 'APP', BatchAuthMethod: 1 })
  const taskId = String(created.TaskId)
  expect(await simulator.urls(taskId)).toEqual([])

  await simulator.passTime(3000)
  const rows = await simulator.urls(taskId)
  expect(rows).toEqual([
    { SubTaskId: ID, AuthUrl: '', ErrorMessage: '', OrganizationName: nameOf(0) },
    { SubTaskId: ID, AuthUrl: '', ErrorMessage: '', OrganizationName: nameOf(1) },
  ])

  const link = await simulator.link(rows, { Endpoint: 'APP' })
  expect(link).toEqual({
    AuthUrl: expect.stringMatching(
      /^pages\/guide\/index\?to=AUTHORIZATION_ENTERPRISE_FOR_BATCH_SUBMIT&shortKey=yD\w{18}$/,
    ),
    ErrorMessages: [],
    ExpireTime: 1_700_000_003 + 7 * 86_400,
    RequestId: expect.any(String),
  })

  const page = await simulator.enter(String(link.AuthUrl))
  expect((await page.press('passAll')).body).toEqual({ ok: true })
  expect(
    await simulator.api('DescribeOrganizationAuthStatus', { UniformSocialCreditCode: CODES[1] }),
  ).toEqual({
    IsVerified: true,
    AuthStatus: 2,
    AuthRecords: [{ OperatorName: '李*四', OperatorMobile: '139****0000', AuthType: 2, AuditStatus: 0 }],
    OrganizationId: ID,
    RequestId: expect.any(String),
  })
})

describe('a running task', () => {
  test('has no rows until its time has passed', async () => {
    const { TaskId } = await simulator.submit([row()])
    await simulator.passTime(2999)
    expect(await simulator.urls(String(TaskId))).toEqual([])
    await simulator.passTime(1)
    expect(await simulator.urls(String(TaskId))).toHaveLength(1)
  })

  test('can be ordered to show rows without a sub-task', async () => {
    await simulator.control('POST', 'running-shape', { shape: 'rows' })
    const { TaskId } = await simulator.submit([row()])
    expect(await simulator.urls(String(TaskId))).toEqual([
      { SubTaskId: '', AuthUrl: '', ErrorMessage: '', OrganizationName: nameOf(0) },
    ])
  })

  test('can be ordered to show its sub-tasks, which are Processing', async () => {
    await simulator.control('POST', 'running-shape', { shape: 'subTasks' })
    const { TaskId } = await simulator.submit([row()], { BatchAuthMethod: 1 })
    const rows = await simulator.urls(String(TaskId))
    expect(await details(rows)).toEqual([
      { TaskId: rows[0]?.SubTaskId, Status: 'Processing', ErrorMessage: '', AuthorizationInfoId: '' },
    ])
    expect(errorOf(await simulator.link(rows)).code).toBe('FailedOperation')
  })

  test('that nobody knows is refused', async () => {
    const answer = await simulator.api('DescribeBatchOrganizationRegistrationUrls', { TaskId: 'abc' })
    expect(errorOf(answer).code).toBe('FailedOperation')
  })
})

describe('the registry', () => {
  const THREE = '企业三要素不通过'
  const UNKNOWN = '三要素校验失败: 工商库未能查询到企业信息，请核实信息或切换为上传营业执照认证。'
  const VERIFIED = '认证失败，错误信息:此企业已经完成认证，请联系此企业的超级管理员（典*谦）加入该企业'

  test.each([
    ['示例三要素不符公司', THREE],
    ['示例未收录公司', UNKNOWN],
    ['示例已认证公司', VERIFIED],
    ['示例(北京)公司', THREE],
  ])('fails %s by its name', async (OrganizationName, message) => {
    const rows = await simulator.batch([row(0, { OrganizationName }), row(1)], {
      BatchAuthMethod: 0,
      Endpoint: 'APP',
    })
    expect(rows).toMatchObject([{ SubTaskId: ID, AuthUrl: '', ErrorMessage: message }, { ErrorMessage: '' }])
    expect(await details(rows)).toMatchObject([
      { Status: 'Failed', ErrorMessage: message, AuthorizationInfoId: '' },
      { Status: 'Create', ErrorMessage: '', AuthorizationInfoId: ID },
    ])
  })

  test.each([
    [{ outcome: 'threeElements' }, THREE],
    [{ outcome: 'notInRegistry' }, UNKNOWN],
    [{ outcome: 'alreadyVerified' }, VERIFIED],
    [{ outcome: 'threeElements', message: '另有原因' }, '另有原因'],
    [{ outcome: 'pass' }, ''],
  ])('does what is ordered for a name: %o', async (order, message) => {
    await simulator.control('POST', 'rows', { organizationName: nameOf(0), ...order })
    expect(await simulator.batch()).toMatchObject([{ ErrorMessage: message }])
  })

  test('names the administrator of an organization that is verified', async () => {
    await simulator.batch()
    await simulator.act(nameOf(0), 'pass')
    expect(await simulator.batch([row(0, { OrganizationName: '改名公司' })])).toMatchObject([
      { ErrorMessage: '认证失败，错误信息:此企业已经完成认证，请联系此企业的超级管理员（李*四）加入该企业' },
    ])
  })
})

describe('one link for many', () => {
  test('leaves out what belongs to another administrator, and does not say so', async () => {
    const rows = await simulator.batch([row(0), row(1, { AdminName: '赵小五' })])
    const link = await simulator.link(rows, { Endpoint: 'APP' })
    expect(link).toMatchObject({ ErrorMessages: [] })
    const page = await simulator.enter(String(link.AuthUrl))
    expect(page.markup).toContain(nameOf(0))
    expect(page.markup).not.toContain(nameOf(1))
  })

  test.each<[string, Json]>([
    ['name', { AdminName: '赵小五' }],
    ['mobile', { AdminMobile: '13800000000' }],
    ['id number', { AdminIdCardNumber: '620000198802020006' }],
    ['id type', { AdminIdCardType: 'HONGKONG_AND_MACAO' }],
  ])('is refused when the %s of the administrator leaves nothing', async (_, more) => {
    const rows = await simulator.batch()
    expect(errorOf(await simulator.link(rows, more)).code).toBe('FailedOperation')
  })

  test('takes the full identity of the right administrator', async () => {
    const rows = await simulator.batch()
    const more = { AdminIdCardNumber: ADMIN.AdminIdCardNumber, AdminIdCardType: 'ID_CARD' }
    expect(await simulator.link(rows, more)).toMatchObject({ ErrorMessages: [] })
  })

  test('leaves out what was reassigned at the vendor', async () => {
    const rows = await simulator.batch([row(0), row(1)])
    await simulator.control('POST', 'reassign', { subTaskId: rows[1]?.SubTaskId })
    const link = await simulator.link(rows, { Endpoint: 'APP' })
    const page = await simulator.enter(String(link.AuthUrl))
    expect(page.markup).not.toContain(nameOf(1))
  })

  test('tells why a failed flow is not in it', async () => {
    const rows = await simulator.batch([row(0), row(1, { OrganizationName: '示例未收录公司' })])
    expect(await simulator.link(rows)).toMatchObject({ ErrorMessages: [rows[1]?.ErrorMessage] })
  })

  test('takes all flows of the administrator when none are named', async () => {
    await simulator.batch([row(0), row(1)])
    const link = await simulator.link([], { SubTaskIds: undefined, Endpoint: 'APP' })
    const page = await simulator.enter(String(link.AuthUrl))
    expect(page.markup).toContain(nameOf(0))
    expect(page.markup).toContain(nameOf(1))
  })

  test('can be made anew while the old one stays', async () => {
    const rows = await simulator.batch()
    const first = await simulator.link(rows, { Endpoint: 'APP' })
    const second = await simulator.link(rows, { Endpoint: 'APP' })
    expect(first.AuthUrl).not.toBe(second.AuthUrl)
    for (const { AuthUrl } of [first, second])
      expect((await simulator.enter(String(AuthUrl))).status).toBe(200)
  })

  test('needs tasks that were made for it', async () => {
    const rows = await simulator.batch([row()], { BatchAuthMethod: 0 })
    expect(errorOf(await simulator.link(rows)).code).toBe('FailedOperation')
  })

  test('demands the administrator', async () => {
    const rows = await simulator.batch()
    expect(errorOf(await simulator.link(rows, { AdminName: undefined })).code).toBe('MissingParameter')
    expect(errorOf(await simulator.link(rows, { AdminMobile: '1' })).code).toBe('InvalidParameterValue')
  })
})

describe('progress', () => {
  const statusOf = async (rows: Json[]) => {
    const list = await details(rows)
    return Array.isArray(list) && isRecord(list[0]) ? list[0].Status : undefined
  }

  test('goes step by step', async () => {
    const rows = await simulator.batch([row(0, { AuthorizationTypes: [5] })])
    const records = async () => (await simulator.statusOf(nameOf(0))).AuthRecords
    expect(await statusOf(rows)).toBe('Create')
    expect(await simulator.statusOf(nameOf(0))).toMatchObject({ AuthStatus: 0, AuthRecords: [] })
    await simulator.act(nameOf(0), 'submit')
    expect(await statusOf(rows)).toBe('Submit')
    expect(await simulator.statusOf(nameOf(0))).toMatchObject({
      AuthStatus: 1,
      AuthRecords: [{ AuthType: 0 }],
    })
    await simulator.act(nameOf(0), 'authorize')
    expect(await statusOf(rows)).toBe('Authorization')
    expect(await records()).toMatchObject([{ AuthType: 1, AuditStatus: 0 }])
    await simulator.act(nameOf(0), 'review')
    expect(await records()).toMatchObject([{ AuditStatus: 3 }])
    await simulator.act(nameOf(0), 'rejectLetter')
    expect(await records()).toMatchObject([{ AuditStatus: 2, Reason: '授权书未加盖公章或内容不清晰' }])
    expect(await simulator.statusOf(nameOf(0))).toMatchObject({ IsVerified: false, AuthStatus: 1 })
    await simulator.act(nameOf(0), 'review')
    await simulator.act(nameOf(0), 'pass')
    expect(await statusOf(rows)).toBe('Authorization')
    const done = await simulator.statusOf(nameOf(0))
    expect(done).toMatchObject({ IsVerified: true, AuthStatus: 2, AuthRecords: [{ AuditStatus: 1 }] })
    expect(JSON.stringify(done)).not.toContain('Reason')
  })

  test('a letter that came along is in review at once', async () => {
    await simulator.batch([row(0, { AuthorizationTypes: [1], PowerOfAttorneys: [PNG.toString('base64')] })])
    await simulator.act(nameOf(0), 'submit')
    await simulator.act(nameOf(0), 'authorize')
    expect(await simulator.statusOf(nameOf(0))).toMatchObject({
      AuthRecords: [{ AuthType: 1, AuditStatus: 3 }],
    })
  })

  test('the legal person needs no letter', async () => {
    await simulator.batch([
      row(0, {
        LegalName: ADMIN.AdminName,
        AuthorizationTypes: [1],
        PowerOfAttorneys: [PNG.toString('base64')],
      }),
    ])
    expect((await simulator.act(nameOf(0), 'review')).status).toBe(409)
    await simulator.act(nameOf(0), 'pass')
    expect(await simulator.statusOf(nameOf(0))).toMatchObject({
      AuthRecords: [{ AuthType: 3, AuditStatus: 0 }],
    })
  })

  test('fails with a reason', async () => {
    const rows = await simulator.batch()
    await simulator.act(nameOf(0), 'fail')
    expect(await details(rows)).toMatchObject([{ Status: 'Failed', ErrorMessage: '企业三要素不通过' }])
    expect((await simulator.act(nameOf(0), 'pass')).status).toBe(409)
  })

  test('only one flow of an organization ends verified', async () => {
    const [first] = await simulator.batch()
    const [second] = await simulator.batch()
    for (const one of [first, second]) {
      await simulator.control('POST', 'act', { subTaskId: one?.SubTaskId, action: 'pass' })
    }
    expect(await details([first ?? {}, second ?? {}])).toMatchObject([
      { Status: 'Authorization' },
      { Status: 'Failed' },
    ])
  })

  test('is asked by sub-tasks; others are left out', async () => {
    const { TaskId } = await simulator.submit([row()])
    await simulator.passTime(3000)
    const [known] = await simulator.urls(String(TaskId))
    expect(await details([{ SubTaskId: 'yDunknown' }, known ?? {}, { SubTaskId: TaskId }])).toMatchObject([
      { TaskId: known?.SubTaskId },
    ])
    expect(await simulator.api('DescribeBatchOrganizationRegistrationTasks')).toMatchObject({ Details: [] })
  })
})
