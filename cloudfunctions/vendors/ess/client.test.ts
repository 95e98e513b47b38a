import published from '../../../test/data/ess-error-codes.json'
import { HttpFailure } from '../../platform/http'
import type { Outcome } from '../driver'
import { type CallKind, createBatchLink, createTasks, describePerson, describeUrls } from './actions'
import { errorTable, rowOf } from './errors'
import { actionsOf, bodyOf, json, now, type Prepared, refusal, vendor } from './test-support'

const byKind = { read: describeUrls, link: createBatchLink, create: createTasks } as const
const kinds: CallKind[] = ['read', 'link', 'create']
const successes = {
  read: json({ OrganizationAuthUrls: [] }),
  link: json({ AuthUrl: 'pages/x', ExpireTime: 1 }),
  create: json({ TaskId: 't' }),
}
const shown = (outcome: Outcome<unknown>): string =>
  outcome.kind === 'ok' ? 'ok' : `${outcome.kind} ${outcome.code}`
const call = (answers: Prepared[], kind: CallKind) => vendor(answers).client.call<unknown>(byKind[kind], {})

test('one address, the action in a header, and exactly the two headers that are signed', async () => {
  const { client, sent } = vendor([json({ TaskId: 't' })])
  await client.call(createTasks, { RegistrationOrganizations: [] })
  expect(sent).toHaveLength(1)
  const [{ authorization, ...headers } = {}] = sent.map(each => each.headers)
  expect(sent[0]).toMatchObject({
    method: 'POST',
    url: 'https://ess.test.ess.tencent.cn/',
    body: '{"Operator":{"UserId":"yDtestOperator"},"RegistrationOrganizations":[]}',
  })
  expect(headers).toEqual({
    'content-type': 'application/json',
    host: 'ess.test.ess.tencent.cn',
    'x-tc-action': 'CreateBatchOrganizationRegistrationTasks',
    'x-tc-version': '2020-11-11',
    'x-tc-timestamp': String(now / 1000 + 1),
  })
  expect(authorization).toMatch(
    /^TC3-HMAC-SHA256 Credential=AKIDtest\/2023-11-14\/ess\/tc3_request, SignedHeaders=content-type;host, Signature=[0-9a-f]{64}$/,
  )
})

test.each([
  [{ environment: 'production' }, 'https://ess.tencentcloudapi.com/', 'ess.tencentcloudapi.com'],
  [{ baseUrl: 'http://127.0.0.1:8688' }, 'http://127.0.0.1:8688/', '127.0.0.1:8688'],
] as const)('with %j the host that is called is the host that is signed', async (changes, url, host) => {
  const { client, sent } = vendor([json({ TaskId: 't' })], changes)
  await client.call(createTasks, {})
  expect(sent[0]).toMatchObject({ url, headers: { host } })
  expect(sent[0]?.headers.authorization).toContain('/ess/tc3_request')
})

test('a subsidiary is named only where the call knows it', async () => {
  const changes = { proxyOrganizationId: 'yDsubsidiary' }
  const { client, sent } = vendor([json({ TaskId: 't' }), json({ VerifyStatus: true })], changes)
  await client.call(createTasks, {})
  await client.call(describePerson, {})
  expect(sent.map(each => bodyOf(each).Agent)).toEqual([{ ProxyOrganizationId: 'yDsubsidiary' }, undefined])
})

test('every try is signed afresh', async () => {
  const busy = refusal('RequestLimitExceeded')
  const { client, sent } = vendor([busy, busy, json({ TaskId: 't' })])
  expect(shown(await client.call(createTasks, {}))).toBe('ok')
  expect(new Set(sent.map(each => each.headers['x-tc-timestamp'])).size).toBe(3)
  expect(new Set(sent.map(each => each.headers.authorization)).size).toBe(3)
})

test('every try waits for its place', async () => {
  const asked: string[] = []
  const pace = async (action: string) => asked.push(action) > 0
  const { client } = vendor([refusal('InternalError'), json({ VerifyStatus: false })], { pace })
  await client.call(describePerson, {})
  expect(asked).toEqual(['DescribeUserVerifyStatus', 'DescribeUserVerifyStatus'])
})

test.each(kinds)(
  'without a place in time a %s is not sent, not tried again, and nobody else suffers',
  async kind => {
    let asked = 0
    const pace = async () => ++asked > 20
    const { client, sent } = vendor([successes[kind]], { pace })
    for (let index = 0; index < 20; index++) {
      expect(shown(await client.call<unknown>(byKind[kind], {}))).toBe('transient PACED')
    }
    expect([asked, sent.length]).toEqual([20, 0])
    expect(shown(await client.call<unknown>(byKind[kind], {}))).toBe('ok')
  },
)

test.each(published.lists)('every code of $product is decided', ({ codes }) => {
  const known = errorTable.map(row => row.code)
  expect(codes.filter(code => !known.includes(code))).toEqual([])
})

test('no code is decided twice, and none of them that nobody has published', () => {
  const known = errorTable.map(row => row.code)
  expect(new Set(known).size).toBe(known.length)
  const all = published.lists.flatMap(({ codes }) => codes)
  expect(known.filter(code => !all.includes(code))).toEqual([])
})

/** What a person or an operator is told hangs on these. */
test.each([
  ['OperationDenied.OrgUniformSocialCreditCodeErr', 'business'],
  ['OperationDenied.NoIdentityVerify', 'business'],
  ['OperationDenied.NoVerify', 'business'],
  ['OperationDenied.OverSeaForbid', 'business'],
  ['FailedOperation.IdCardNumberCheckFailed', 'business'],
  ['FailedOperation.AgeNotAchieveNormalLegal', 'business'],
  ['FailedOperation.UserInfoNoMatch', 'business'],
  ['FailedOperation.OrganizationNameChanged', 'business'],
  ['FailedOperation.OrganizationExperienceChange', 'business'],
  ['FailedOperation.LicenseNoQuota', 'quota'],
  ['FailedOperation.BalanceNotEnough', 'quota'],
  ['OperationDenied.NoQuota', 'quota'],
  ['OperationDenied.ProveNoQuota', 'quota'],
  ['OperationDenied.OutQueryLimit', 'quota'],
  ['LimitExceeded', 'quota'],
  ['LimitExceeded.FileSize', 'input'],
  ['InternalError.DbNoRowFound', 'input'],
  ['InternalError.ThirdParty', 'server'],
  ['OperationDenied.NoApiAuth', 'configuration'],
  ['OperationDenied.WhiteListForbid', 'configuration'],
  ['OperationDenied.OperatorHasNoPermission', 'configuration'],
  ['InvalidParameter.JumpUrl', 'configuration'],
  ['InvalidParameter.Mobile', 'input'],
  ['RequestLimitExceeded', 'throttle'],
  ['AuthFailure.SignatureExpire', 'clock'],
])('%s is about %s', (code, errorClass) => {
  expect(rowOf(code).class).toBe(errorClass)
})

test.each(errorTable)('$code over the wire', async ({ code, class: errorClass }) => {
  const expected = {
    throttle: [`transient ${code}`, `transient ${code}`, `transient ${code}`],
    server: [`transient ${code}`, `transient ${code}`, `indeterminate ${code}`],
    clock: [`misconfigured ${code}`, `misconfigured ${code}`, `misconfigured ${code}`],
    configuration: [`misconfigured ${code}`, `misconfigured ${code}`, `misconfigured ${code}`],
    quota: [`rejected QUOTA:${code}`, `rejected QUOTA:${code}`, `rejected QUOTA:${code}`],
    input: [`rejected ${code}`, `rejected ${code}`, `rejected ${code}`],
    business: [`rejected ${code}`, `rejected ${code}`, `rejected ${code}`],
  }[errorClass]
  const answers = () => Array.from({ length: 3 }, () => refusal(code, '张三 13800138000'))
  const outcomes = await Promise.all(kinds.map(kind => call(answers(), kind)))
  expect(outcomes.map(shown)).toEqual(expected)
  expect(JSON.stringify(outcomes)).not.toMatch(/张三|138/)
})

test.each([
  ['RequestLimitExceeded.New', 'throttle'],
  ['InternalError.New', 'server'],
  ['AuthFailure.New', 'configuration'],
  ['AuthFailure.SignatureFailure.New', 'configuration'],
  ['UnauthorizedOperation.New', 'business'],
  ['OperationDenied.New', 'business'],
  ['UnsupportedOperation.New', 'business'],
  ['OperationDenied.NoApiAuthNew', 'business'],
  ['LimitExceeded.New', 'business'],
  ['FailedOperation.LicenseNoQuotaNew', 'business'],
  ['InvalidParameter.New', 'input'],
  ['InvalidParameterNew', 'input'],
  ['MissingParameter.New', 'input'],
  ['ResourceNotFound.New', 'input'],
  ['FailedOperation.New', 'business'],
  ['Unheard.Of', 'server'],
])('%s, which nobody documented, counts as %s', (code, errorClass) => {
  expect(rowOf(code).class).toBe(errorClass)
})

test.each(['Unheard.Of', 'OperationDenied.NoApiAuthNew'])(
  'of %s the operator is told that nobody documented it',
  code => {
    expect(rowOf(code).meaning).toBe('undocumented code')
  },
)

test('the vendor’s support is helped: the id of the request is in the detail', async () => {
  const outcome = await call([refusal('OperationDenied.NoApiAuth')], 'read')
  expect(outcome).toMatchObject({ detail: expect.stringMatching(/RequestId s1700000000$/) })
})

test.each(kinds)(
  'a clock that is off: a %s is signed once more, and then it is the operator’s to mend',
  async kind => {
    const late = refusal('AuthFailure.SignatureExpire')
    const mended = vendor([late, successes[kind]])
    expect(shown(await mended.client.call<unknown>(byKind[kind], {}))).toBe('ok')
    expect(new Set(mended.sent.map(each => each.headers['x-tc-timestamp'])).size).toBe(2)
    const off = vendor([late, late])
    expect(shown(await off.client.call<unknown>(byKind[kind], {}))).toBe(
      'misconfigured AuthFailure.SignatureExpire',
    )
    expect(off.sent).toHaveLength(2)
  },
)

test.each([
  ['not JSON', { status: 200, body: '<html>' }],
  ['JSON of another shape', { status: 200, body: '[]' }],
  ['an empty object', { status: 200, body: '{}' }],
  ['a gateway error', { status: 502, body: 'Bad Gateway' }],
  ['an error without a code', json({ Error: { Message: 'M' } })],
  ['a connection that broke', new HttpFailure('reset', true)],
])('%s: a question and a link are asked for again, tasks may have been created', async (_what, answer) => {
  for (const kind of ['read', 'link'] as const) {
    expect(shown(await call([answer, answer, successes[kind]], kind))).toBe('ok')
    expect((await call([answer, answer, answer], kind)).kind).toBe('transient')
  }
  const { client, sent } = vendor([answer])
  expect((await client.call(createTasks, {})).kind).toBe('indeterminate')
  expect(sent).toHaveLength(1)
})

test.each(['InternalError', 'InternalError.System', 'ServiceUnavailable'])(
  'tasks are not created again after %s',
  async code => {
    const { client, sent } = vendor([refusal(code)])
    expect(shown(await client.call(createTasks, {}))).toBe(`indeterminate ${code}`)
    expect(sent).toHaveLength(1)
  },
)

test.each(kinds)('a %s that was never sent is tried again: nothing has happened', async kind => {
  const unsent = new HttpFailure('connect', false)
  expect(shown(await call([unsent, successes[kind]], kind))).toBe('ok')
  expect(shown(await call([unsent, unsent, unsent], kind))).toBe('transient CONNECT')
})

test('an error is an error whatever the HTTP status, and so is a success', async () => {
  expect(shown(await call([json({ Error: { Code: 'FailedOperation', Message: '' } }, 500)], 'create'))).toBe(
    'rejected FailedOperation',
  )
  expect(shown(await call([json({ TaskId: 't' }, 500)], 'create'))).toBe('ok')
})

test('what is no failure of the network is nobody’s outcome', async () => {
  await expect(vendor([]).client.call(createTasks, {})).rejects.toThrow('no answer')
})

test('too many calls: nothing has happened, whatever the body says', async () => {
  const busy = { ...refusal('FailedOperation'), status: 429 }
  const { client, sent } = vendor([busy, busy, json({ TaskId: 't' })])
  expect(shown(await client.call(createTasks, {}))).toBe('ok')
  expect(sent).toHaveLength(3)
})

test('an error of null is none', async () => {
  expect(shown(await call([json({ Error: null, TaskId: 't' })], 'create'))).toBe('ok')
})

test('success of another shape may have created something, and names the request', async () => {
  expect(await call([json({ TaskId: ['t'] })], 'create')).toEqual({
    kind: 'indeterminate',
    code: 'SHAPE',
    detail: 'success of an undocumented shape; RequestId s1700000000',
  })
  expect(await call([json({ Error: { Code: 'a b' } })], 'create')).toEqual({
    kind: 'indeterminate',
    code: 'SHAPE',
    detail: 'an error without a code; RequestId s1700000000',
  })
  expect(await call([{ status: 502, body: '{}' }], 'create')).toEqual({
    kind: 'indeterminate',
    code: 'HTTP_502',
    detail: 'the answer is not the documented envelope',
  })
})

test.each([7, null, undefined, '', 'a b', '<id', 'id>', 'x'.repeat(65)])(
  '%j is no id of a request',
  async RequestId => {
    const body = JSON.stringify({ Response: { Error: { Code: 'OperationDenied.NoApiAuth' }, RequestId } })
    const outcome = await call([{ status: 200, body }], 'read')
    expect(outcome).toMatchObject({ code: 'OperationDenied.NoApiAuth' })
    expect(JSON.stringify(outcome)).not.toContain('RequestId')
  },
)

test('ids stay as they came', async () => {
  const { client, sent } = vendor([{ status: 200, body: '{"Response":{"TaskId":2802478225723232852}}' }])
  expect(await client.call(createTasks, {})).toMatchObject({ value: { TaskId: '2802478225723232852' } })
  expect(actionsOf(sent)).toEqual(['CreateBatchOrganizationRegistrationTasks'])
})
