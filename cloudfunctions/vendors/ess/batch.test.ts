import type { LinkRequest, Registration } from '../batch'
import { actionsOf, bodyOf, json, refusal, vendor } from './test-support'

const row = {
  name: '示例一有限公司',
  creditCode: '91110000MA0123456P',
  legalName: '王小二',
  address: '',
  administrator: null,
  authorization: null,
  licence: null,
  letters: [],
}
const registration: Registration = { linkMode: 'single', rows: [row, { ...row, name: '示例二有限公司' }] }
const alreadyText = '认证失败，错误信息:此企业已经完成认证，请联系此企业的超级管理员（典*谦）加入该企业'

test('the limits: what fits into ten megabytes once it is base64', () => {
  const { limits } = vendor([], { rowsPerDay: 500, rowsPerLink: 50 }).batch
  expect(limits).toEqual({
    rowsPerCall: 10,
    rowsPerDay: 500,
    rowsPerLink: 50,
    bodyBytes: 9_750_000,
    licenceBytes: 5_242_880,
    letterBytes: 7_275_000,
  })
  expect(Buffer.alloc(limits.letterBytes).toString('base64').length).toBeLessThan(limits.bodyBytes)
})

test('tasks are accepted', async () => {
  const { batch } = vendor([json({ TaskId: 'yDtask', ErrorMessages: [''] })])
  expect(await batch.register(registration)).toEqual({
    kind: 'ok',
    value: { kind: 'accepted', taskId: 'yDtask' },
  })
})

test('an error about a name is put where the name is, in the vendor’s words', async () => {
  const { batch } = vendor([refusal('InvalidParameterValue', '企业名称[示例二有限公司]重复')])
  expect(await batch.register(registration)).toEqual({
    kind: 'ok',
    value: { kind: 'refused', texts: ['', '企业名称[示例二有限公司]重复'] },
  })
})

test.each([
  ['FailedOperation.BalanceNotEnough', { kind: 'rejected', code: 'QUOTA:FailedOperation.BalanceNotEnough' }],
  ['LimitExceeded', { kind: 'rejected', code: 'QUOTA:LimitExceeded' }],
  ['OperationDenied.NoApiAuth', { kind: 'misconfigured', code: 'OperationDenied.NoApiAuth' }],
  ['InternalError', { kind: 'indeterminate', code: 'InternalError' }],
])('%s is not about the rows', async (code, expected) => {
  expect(await vendor([refusal(code, '示例二有限公司')]).batch.register(registration)).toMatchObject(expected)
})

const url = { AuthUrl: '', ErrorMessage: '', SubTaskId: '', OrganizationName: '示例一有限公司' }
const prepared = async (OrganizationAuthUrls: unknown) =>
  vendor([json({ OrganizationAuthUrls })]).batch.prepared('yDtask')

test.each([
  ['nothing yet', []],
  ['null', null],
  ['rows without an id', [url]],
  ['rows of a task that has no name', [{ AuthUrl: 'https://test.qian.tencent.cn/x', SubTaskId: 'yDsub' }]],
])('while the task is running: %s', async (_what, rows) => {
  expect(await prepared(rows)).toEqual({ kind: 'ok', value: [] })
})

test('a task is asked about by its id, and what is refused says nothing about its rows', async () => {
  const { batch, sent } = vendor([json({ OrganizationAuthUrls: [] }), refusal('ResourceNotFound')])
  await batch.prepared('yDtask')
  expect(sent.map(bodyOf)).toMatchObject([{ TaskId: 'yDtask' }])
  expect(await batch.prepared('yDtask')).toMatchObject({ kind: 'rejected', code: 'ResourceNotFound' })
})

test('rows are told apart by their name: with a link, without, failed, verified before', async () => {
  const outcome = await prepared([
    { ...url, SubTaskId: 'yDsub1', AuthUrl: 'https://test.essurl.cn/8gDK' },
    { ...url, SubTaskId: 'yDsub2', OrganizationName: '示例二有限公司' },
    { ...url, ErrorMessage: '企业三要素不通过', OrganizationName: '示例三有限公司' },
    { ...url, SubTaskId: 'yDsub4', ErrorMessage: alreadyText, OrganizationName: '示例四有限公司' },
    { ...url, OrganizationName: '示例五有限公司' },
  ])
  const shared = { subTaskId: '', url: '', failure: '', already: false }
  expect(outcome).toEqual({
    kind: 'ok',
    value: [
      { ...shared, name: '示例一有限公司', subTaskId: 'yDsub1', url: 'https://test.essurl.cn/8gDK' },
      { ...shared, name: '示例二有限公司', subTaskId: 'yDsub2' },
      { ...shared, name: '示例三有限公司', failure: '企业三要素不通过' },
      { ...shared, name: '示例四有限公司', subTaskId: 'yDsub4', failure: alreadyText, already: true },
    ],
  })
})

const detail = { TaskId: 'yDsub1', Status: 'Create', ErrorMessage: '', AuthorizationInfoId: 'yDflow' }

test.each([
  ['Processing', '', 'waiting'],
  ['Create', '', 'prepared'],
  ['Submit', '', 'started'],
  ['Authorization', '', 'submitted'],
  ['Failed', '企业三要素不通过', 'failed'],
  ['Failed', alreadyText, 'already'],
  ['Brandnew', '', 'unknown'],
  ['Submit', alreadyText, 'started'],
  ['constructor', '', 'unknown'],
])('status %s %s is %s', async (Status, ErrorMessage, standing) => {
  const { batch } = vendor([json({ Details: [{ ...detail, Status, ErrorMessage }] })])
  expect(await batch.progress(['yDsub1'])).toEqual({
    kind: 'ok',
    value: [
      { subTaskId: 'yDsub1', rawStatus: Status, standing, failure: ErrorMessage, authorizationId: 'yDflow' },
    ],
  })
})

test('progress goes by id, never by place: strangers and repetitions say nothing', async () => {
  const { batch, sent } = vendor([
    json({
      Details: [
        { ...detail, TaskId: 'yDstranger', Status: 'Failed' },
        { ...detail, TaskId: 'yDsub2', Status: 'Submit', AuthorizationInfoId: undefined },
        { ...detail, TaskId: 'yDstranger', Status: 'Failed' },
      ],
    }),
  ])
  const outcome = await batch.progress(['yDsub1', 'yDsub2'])
  expect(outcome).toMatchObject({ kind: 'ok', value: [{ subTaskId: 'yDsub2', authorizationId: null }] })
  expect(sent.map(bodyOf)).toMatchObject([{ TaskIds: ['yDsub1', 'yDsub2'] }])
})

test('about no sub-tasks nothing is asked', async () => {
  const { batch, sent } = vendor([])
  expect(await batch.progress([])).toEqual({ kind: 'ok', value: [] })
  expect(sent).toEqual([])
})

test.each([
  [{ IsVerified: false, AuthStatus: 0, AuthRecords: [] }, 'none', 'AuthStatus=0', ''],
  [{ AuthStatus: 1 }, 'started', 'AuthStatus=1', ''],
  [{ AuthStatus: 1, AuthRecords: [{ AuditStatus: 0 }] }, 'started', 'AuthStatus=1,AuditStatus=0', ''],
  [{ AuthStatus: 1, AuthRecords: [{ AuditStatus: 1 }] }, 'started', 'AuthStatus=1,AuditStatus=1', ''],
  [{ AuthStatus: 1, AuthRecords: [{ AuditStatus: 3 }] }, 'reviewing', 'AuthStatus=1,AuditStatus=3', ''],
  [{ AuthStatus: 1, AuthRecords: [{ AuditStatus: 4 }] }, 'reviewing', 'AuthStatus=1,AuditStatus=4', ''],
  [{ AuthStatus: 1, AuthRecords: [{ AuditStatus: 5 }] }, 'reviewing', 'AuthStatus=1,AuditStatus=5', ''],
  [
    { AuthStatus: 1, AuthRecords: [{ AuditStatus: 0 }, { AuditStatus: 2, Reason: '未盖公章' }] },
    'letterRejected',
    'AuthStatus=1,AuditStatus=2',
    '未盖公章',
  ],
  [
    { AuthStatus: 1, AuthRecords: [{ AuditStatus: 2, Reason: '未盖公章' }, { AuditStatus: 3 }] },
    'reviewing',
    'AuthStatus=1,AuditStatus=3',
    '',
  ],
  [
    { AuthStatus: 2, AuthRecords: [{ AuditStatus: 2, Reason: 'x' }] },
    'verified',
    'AuthStatus=2,AuditStatus=2',
    '',
  ],
  [{ IsVerified: true, AuthStatus: 1, AuthRecords: null }, 'verified', 'AuthStatus=1', ''],
])('%j stands at %s', async (answer, standing, rawStatus, reason) => {
  const { batch, sent } = vendor([json(answer)])
  expect(await batch.standing(row)).toEqual({ kind: 'ok', value: { standing, rawStatus, reason } })
  expect(bodyOf(sent[0] ?? never())).toEqual({
    Operator: { UserId: 'yDtestOperator' },
    UniformSocialCreditCode: '91110000MA0123456P',
  })
})

const request: LinkRequest = {
  administrator: { name: '李小四', mobile: '13900000000', idType: 'hkMacauPermit', idNumber: 'H1234567890' },
  subTaskIds: ['yDsub1', 'yDsub2'],
}
const link = 'CreateBatchOrganizationAuthorizationUrl'
const path = 'pages/guide/index?to=AUTHORIZATION_ENTERPRISE_FOR_BATCH_SUBMIT&shortKey=yDCHpURDfR6iEkdpsDde'
const forms = {
  [`${link} APP`]: json({ AuthUrl: path, ErrorMessages: [], ExpireTime: 1_724_165_379 }),
  [`${link} QR_CODE`]: json({
    AuthUrl: 'https://dyn.example/x.png',
    ErrorMessages: [alreadyText],
    ExpireTime: 1_724_165_376,
  }),
  [`${link} HTTP`]: json({
    AuthUrl: 'https://res.example/x?a=1&b=2',
    ErrorMessages: null,
    ExpireTime: 1_724_165_377,
  }),
  [`${link} HTTP_SHORT_URL`]: json({
    AuthUrl: 'https://essurl.example/8g',
    ErrorMessages: ['', alreadyText],
    ExpireTime: 1_724_165_378,
  }),
}

test('one link in its four forms, good until the earliest of them ends', async () => {
  const { batch, sent } = vendor(forms, { halfScreen: true })
  expect(await batch.link(request)).toEqual({
    kind: 'ok',
    value: {
      app: { kind: 'miniProgram', appId: 'wx371151823f6f3edf', path, envVersion: 'release', embedded: true },
      qrImage: 'https://dyn.example/x.png',
      url: 'https://res.example/x?a=1&b=2',
      shortUrl: 'https://essurl.example/8g',
      expiresAt: 1_724_165_376_000,
      failures: [alreadyText],
    },
  })
  expect(sent.map(bodyOf).map(({ Endpoint, ...rest }) => [Endpoint, rest])).toEqual(
    ['APP', 'QR_CODE', 'HTTP', 'HTTP_SHORT_URL'].map(endpoint => [
      endpoint,
      {
        Operator: { UserId: 'yDtestOperator' },
        AdminName: '李小四',
        AdminMobile: '13900000000',
        AdminIdCardType: 'HONGKONG_AND_MACAO',
        AdminIdCardNumber: 'H1234567890',
        SubTaskIds: ['yDsub1', 'yDsub2'],
      },
    ]),
  )
})

test.each(Object.keys(forms))('without %s there is no link', async missing => {
  const answers = { ...forms, [missing]: refusal('FailedOperation', '没有可用的企业认证流') }
  expect(await vendor(answers).batch.link(request)).toMatchObject({
    kind: 'rejected',
    code: 'FailedOperation',
  })
  const empty = { ...forms, [missing]: json({ AuthUrl: '', ExpireTime: 1 }) }
  expect(await vendor(empty).batch.link(request)).toEqual({
    kind: 'indeterminate',
    code: 'INCOMPLETE',
    detail: 'success without a link of every form',
  })
})

test('of no flows there is no link: none asked for, or all of them left out', async () => {
  const noFlows = { kind: 'rejected', code: 'NO_FLOWS' }
  const asked = vendor({ [link]: json({ AuthUrl: '', ExpireTime: 1 }) })
  expect(await asked.batch.link(request)).toMatchObject(noFlows)
  const unasked = vendor([])
  expect(await unasked.batch.link({ ...request, subTaskIds: [] })).toMatchObject(noFlows)
  expect(unasked.sent).toEqual([])
})

test('a link that came escaped is refused, wherever it came', async () => {
  const spoiled = json({ AuthUrl: 'pages/guide/index?to=X\\u0026shortKey=y', ExpireTime: 1 })
  expect(await vendor({ [link]: spoiled }).batch.link(request)).toMatchObject({
    kind: 'indeterminate',
    code: 'ESCAPED',
  })
  expect(await prepared([{ ...url, SubTaskId: 's', AuthUrl: 'https://x/?a=1&amp;b=2' }])).toMatchObject({
    code: 'ESCAPED',
  })
})

/** Leading slash and raw Chinese as in the vendor's own example; `\u0026` is how its JSON writes `&`. */
test.each([
  ['pages/guide/index?to=A\\u0026shortKey=yD', 'pages/guide/index?to=A&shortKey=yD'],
  [
    '/pages/guide/index?to=R&urlAuthToken=yD&orgName=典子谦企业',
    '/pages/guide/index?to=R&urlAuthToken=yD&orgName=典子谦企业',
  ],
])('the path %s arrives letter for letter', async (written, expected) => {
  const body = `{"Response":{"AuthUrl":"${written}","ErrorMessages":[],"ExpireTime":1724165376,"RequestId":"s1"}}`
  const { batch } = vendor({ [link]: { status: 200, body } })
  const outcome = await batch.link(request)
  expect(outcome.kind === 'ok' && outcome.value.app.path).toBe(expected)
})

const deletion = (Status: number, texts: string[], spelled = 'Errormessage') =>
  json({
    Status,
    DeleteOrganizationAuthorizationInfos: texts.map((text, index) => ({
      AuthorizationId: `yDflow${index}`,
      OrganizationName: `示例${index}`,
      [spelled]: text,
    })),
  })
const ended = { authorizationId: 'yDflow1', name: '示例1', text: '认证流已结束' }

test.each([
  [deletion(1, ['', '']), { extent: 'all', failures: [] }],
  [deletion(2, ['', '认证流已结束']), { extent: 'some', failures: [ended] }],
  [deletion(2, ['', '认证流已结束'], 'ErrorMessage'), { extent: 'some', failures: [ended] }],
  [deletion(3, ['', '认证流已结束']), { extent: 'none', failures: [ended] }],
  [refusal('FailedOperation', '当前操作人没有认证中的企业认证流'), { extent: 'nothing', failures: [] }],
  [
    refusal('FailedOperation.NoFlow', '当前操作人没有认证中的企业认证流'),
    { extent: 'nothing', failures: [] },
  ],
])('withdrawing, case %#', async (answer, value) => {
  const { batch } = vendor([answer])
  expect(await batch.withdraw({ authorizationIds: ['yDflow0'] })).toEqual({ kind: 'ok', value })
})

test('flows are named by their ids, or all of an administrator’s are meant', async () => {
  const { batch, sent } = vendor([deletion(1, []), deletion(1, [])])
  await batch.withdraw({ authorizationIds: ['yDflow0'] })
  await batch.withdraw({ administrator: { name: '李小四', mobile: '13900000000' } })
  const Operator = { UserId: 'yDtestOperator' }
  expect(sent.map(bodyOf)).toEqual([
    { Operator, AuthorizationIds: ['yDflow0'] },
    { Operator, AdminName: '李小四', AdminMobile: '13900000000' },
  ])
  expect(actionsOf(sent)).toEqual(['DeleteOrganizationAuthorizations', 'DeleteOrganizationAuthorizations'])
})

test('a withdrawal of nothing is not sent; any other refusal is one', async () => {
  const { batch, sent } = vendor([
    refusal('FailedOperation', '无权操作该流程'),
    refusal('InvalidParameter.Mobile', '当前操作人没有认证中的企业认证流'),
  ])
  expect(await batch.withdraw({ authorizationIds: [] })).toMatchObject({ value: { extent: 'nothing' } })
  expect(sent).toEqual([])
  expect(await batch.withdraw({ authorizationIds: ['a'] })).toMatchObject({ kind: 'rejected' })
  expect(await batch.withdraw({ authorizationIds: ['a'] })).toMatchObject({ kind: 'rejected' })
  const lost = vendor([refusal('InternalError')], {}, 0)
  expect(await lost.batch.withdraw({ authorizationIds: ['a'] })).toMatchObject({ code: 'InternalError' })
})

function never(): never {
  throw new Error('nothing was sent')
}
