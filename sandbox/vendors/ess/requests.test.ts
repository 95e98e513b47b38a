import { ask } from '../kit/test-support'
import {
  errorOf,
  type Json,
  OPERATOR,
  row,
  signedHeaders,
  startTestSimulator,
  type TestSimulator,
} from './test-support'

describe('what every action demands of its parameters', () => {
  let simulator: TestSimulator
  beforeAll(async () => {
    simulator = await startTestSimulator()
  })
  afterAll(() => simulator.close())

  const STATUS = 'DescribeOrganizationAuthStatus'
  const CREATE = 'CreateBatchOrganizationRegistrationTasks'
  const raw = async (body: string, contentType?: string) => {
    const headers = signedHeaders(STATUS, body, { host: simulator.host, contentType })
    const answer = await ask(simulator.url, 'POST', '/', body, headers)
    return errorOf(answer.body.Response as Json).code
  }
  const refused = async (action: string, parameters: Json) =>
    errorOf(await simulator.call(action, parameters))

  test.each([
    ['a text', '"x"'],
    ['half an object', '{"Operator":'],
    ['a form', 'Operator=1'],
    ['nothing', ' '],
  ])('a body must be a JSON object, not %s', async (_, body) => {
    expect(await raw(body)).toBe('InvalidParameter')
  })

  test('a body must be sent as JSON', async () => {
    expect(await raw('{}', 'text/plain')).toBe('InvalidParameter')
  })

  test('a body may have 10 MB', async () => {
    const parameters = { Operator: OPERATOR, OrganizationName: '' }
    const room = 10 * 1024 * 1024 - JSON.stringify(parameters).length
    expect(await raw(JSON.stringify({ ...parameters, OrganizationName: ' '.repeat(room) }))).toBe(
      'InvalidParameterValue',
    )
    expect(await raw(JSON.stringify({ ...parameters, OrganizationName: ' '.repeat(room + 1) }))).toBe(
      'RequestSizeLimitExceeded',
    )
  })

  test('names an unknown parameter, inside lists too', async () => {
    expect(await refused(STATUS, { Operator: OPERATOR, Name: 'x' })).toEqual({
      code: 'UnknownParameter',
      message: 'The parameter `Name` is not recognized.',
    })
    const rows = [row(), { ...row(1), ClientToken: 'x' }]
    expect(await refused(CREATE, { Operator: OPERATOR, RegistrationOrganizations: rows })).toEqual({
      code: 'UnknownParameter',
      message: 'The parameter `RegistrationOrganizations.1.ClientToken` is not recognized.',
    })
  })

  test.each(['UserData', 'ClientToken', 'JumpEvents', 'AutoJumpUrl'])('the batch has no %s', async name => {
    const answer = await refused(CREATE, {
      Operator: OPERATOR,
      RegistrationOrganizations: [row()],
      [name]: 'x',
    })
    expect(answer.code).toBe('UnknownParameter')
  })

  test('names a missing parameter', async () => {
    expect(await refused(STATUS, {})).toEqual({
      code: 'MissingParameter',
      message: 'The request is missing a required parameter `Operator`.',
    })
    expect((await refused(STATUS, { Operator: {} })).message).toContain('`Operator.UserId`')
    const { LegalName: _, ...incomplete } = row()
    const answer = await refused(CREATE, { Operator: OPERATOR, RegistrationOrganizations: [incomplete] })
    expect(answer.message).toContain('`RegistrationOrganizations.0.LegalName`')
  })

  test.each([
    ['a number for a text', STATUS, { OrganizationName: 1 }],
    ['null for a text', STATUS, { OrganizationName: null }],
    ['a text for a number', CREATE, { RegistrationOrganizations: [row()], BatchAuthMethod: '1' }],
    ['an object for a list', CREATE, { RegistrationOrganizations: { 0: row() } }],
    [
      'a text in a list of numbers',
      CREATE,
      { RegistrationOrganizations: [row(0, { AuthorizationTypes: ['2'] })] },
    ],
  ])('refuses %s', async (_, action, parameters) => {
    expect((await refused(action, { Operator: OPERATOR, ...parameters })).code).toBe('InvalidParameter')
  })

  test('refuses an empty text', async () => {
    expect((await refused(STATUS, { Operator: OPERATOR, OrganizationName: '' })).code).toBe(
      'InvalidParameterValue',
    )
  })

  test('the operator must be an employee of ours', async () => {
    const answer = await refused(STATUS, {
      Operator: { UserId: 'yDsomebody' },
      OrganizationName: '示例科技有限公司',
    })
    expect(answer.code).toBe('OperationDenied.UserNotInOrganization')
  })

  test('the operator may carry the deprecated address of the examples', async () => {
    const Operator = { ...OPERATOR, ClientIp: '8.8.8.8' }
    expect(await simulator.call(STATUS, { Operator, OrganizationName: '示例科技有限公司' })).toMatchObject({
      AuthStatus: 0,
    })
  })

  const TASKS = 'DescribeBatchOrganizationRegistrationTasks'
  test.each([
    {},
    { ProxyOrganizationId: 'yDsubsidiary' },
    { AppId: 'x', ProxyAppId: 'x', ProxyOperator: 'x' },
  ])('the agent may be %o', async Agent => {
    expect(await simulator.api(TASKS, { Agent })).toMatchObject({ Details: [] })
  })

  test.each([{ AppID: 'x' }, { ProxyOrganizationId: 'x', ProxyUserId: 'x' }])(
    'the agent may not be %o',
    async Agent => {
      expect((await refused(TASKS, { Operator: OPERATOR, Agent })).code).toBe('UnknownParameter')
    },
  )
})

describe('limits', () => {
  test('an action takes 20 calls in any second', async () => {
    const simulator = await startTestSimulator({ requestsPerSecond: undefined })
    const call = () => simulator.statusOf('示例科技有限公司')
    for (let n = 0; n < 20; n += 1) expect(await call()).toMatchObject({ AuthStatus: 0 })
    expect(errorOf(await call()).code).toBe('RequestLimitExceeded')
    // Another action has its own count.
    expect(await simulator.api('DescribeBatchOrganizationRegistrationTasks')).toMatchObject({ Details: [] })
    await simulator.passTime(999)
    expect(errorOf(await call()).code).toBe('RequestLimitExceeded')
    await simulator.passTime(1)
    expect(await call()).toMatchObject({ AuthStatus: 0 })
    expect((await simulator.control('GET', 'throttled')).body).toEqual({
      exceeded: { '/DescribeOrganizationAuthStatus': 2 },
    })
    await simulator.close()
  })

  test('a day takes so many organizations, by the calendar of China', async () => {
    const simulator = await startTestSimulator({ tasksPerDay: 3 })
    expect(await simulator.submit([row(0), row(1)])).toMatchObject({ ErrorMessages: [''] })
    expect(errorOf(await simulator.submit([row(0), row(1)])).code).toBe('LimitExceeded')
    expect(await simulator.submit([row(2)])).toMatchObject({ ErrorMessages: [''] })
    // NOW is 06:13:20 of the next day there.
    await simulator.passTime(17 * 3_600_000)
    expect(errorOf(await simulator.submit([row(2)])).code).toBe('LimitExceeded')
    await simulator.passTime(3_600_000)
    expect(await simulator.submit([row(2)])).toMatchObject({ ErrorMessages: [''] })
    await simulator.close()
  })

  test('what is refused does not count towards the day', async () => {
    const simulator = await startTestSimulator({ tasksPerDay: 1 })
    expect(await simulator.submit([row(0, { Address: '测试地址' })])).toMatchObject({ TaskId: '' })
    expect(await simulator.submit([row(0)])).toMatchObject({ ErrorMessages: [''] })
    await simulator.close()
  })
})

describe('the real-name package', () => {
  const PAID: [string, Json][] = [
    ['CreateBatchOrganizationRegistrationTasks', { RegistrationOrganizations: [row()] }],
    ['CreateOrganizationAuthUrl', {}],
    ['CreateUserVerifyUrl', {}],
    [
      'DescribeUserVerifyStatus',
      { Name: '张小三', IdCardNumber: '110101199003070003', IdCardType: 'ID_CARD' },
    ],
  ]

  test.each(PAID)('pays %s', async (action, parameters) => {
    const simulator = await startTestSimulator({ realNamePackage: false })
    expect(errorOf(await simulator.api(action, parameters)).code).toBe('FailedOperation.BalanceNotEnough')
    await simulator.control('POST', 'package', { realNamePackage: true })
    expect(await simulator.api(action, parameters)).not.toHaveProperty('Error')
    await simulator.close()
  })

  test('is not needed to ask for a state', async () => {
    const simulator = await startTestSimulator({ realNamePackage: false })
    expect(await simulator.statusOf('示例科技有限公司')).toMatchObject({ AuthStatus: 0 })
    await simulator.close()
  })
})
