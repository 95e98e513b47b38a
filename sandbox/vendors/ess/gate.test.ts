import { ask } from '../kit/test-support'
import { parseAuthorization, signatureOf } from './tc3'
import {
  errorOf,
  type Json,
  NOW,
  OPERATOR,
  type SigningOptions,
  signedHeaders,
  startTestSimulator,
  type TestSimulator,
} from './test-support'

const ACTION = 'DescribeOrganizationAuthStatus'
const PARAMETERS = { Operator: OPERATOR, OrganizationName: '示例科技有限公司' }
const BODY = JSON.stringify(PARAMETERS)

describe('the signature', () => {
  // From the vendor's page 签名方法 v3 (cvm DescribeInstances).
  test('of the published vector agrees', () => {
    const signature = signatureOf({
      secretKey: 'Gu5t9xGARNpq86cd98joQYCN3EXAMPLE',
      service: 'cvm',
      timestamp: 1551113065,
      signedHeaders: ['content-type', 'host'],
      headers: { 'content-type': 'application/json; charset=utf-8', host: 'cvm.tencentcloudapi.com' },
      body: '{"Limit": 1, "Filters": [{"Values": ["\\u672a\\u547d\\u540d"], "Name": "instance-name"}]}',
    })
    expect(signature).toBe('72e494ea809ad7a8c8f7a4507b9bddcbaa8e581f516e8da2f66e2c5a96525168')
  })

  const RIGHT = `TC3-HMAC-SHA256 Credential=id/2023-11-14/ess/tc3_request, SignedHeaders=content-type;host, Signature=${'0a'.repeat(32)}`

  test('is read from the header', () => {
    expect(parseAuthorization(RIGHT)).toEqual({
      secretId: 'id',
      date: '2023-11-14',
      service: 'ess',
      signedHeaders: ['content-type', 'host'],
      signature: '0a'.repeat(32),
    })
  })

  test.each([
    ['another algorithm', RIGHT.replace('SHA256', 'SHA1')],
    ['no request mark', RIGHT.replace('/tc3_request', '')],
    ['a date without dashes', RIGHT.replace('2023-11-14', '20231114')],
    ['a signature in upper case', RIGHT.replaceAll('0a', '0A')],
    ['a short signature', RIGHT.slice(0, -1)],
    ['signed headers in upper case', RIGHT.replace(';host', ';Host')],
  ])('is not read with %s', (_, header) => {
    expect(parseAuthorization(header)).toBeUndefined()
  })
})

describe('the gate', () => {
  let simulator: TestSimulator
  beforeAll(async () => {
    simulator = await startTestSimulator()
  })
  afterAll(() => simulator.close())

  const send = async (headers: Record<string, string>, body = BODY): Promise<Json> => {
    const answer = await ask(simulator.url, 'POST', '/', body, headers)
    expect(answer.status).toBe(200)
    return answer.body.Response as Json
  }
  const signed = (options: SigningOptions = {}) =>
    signedHeaders(ACTION, BODY, { host: simulator.host, ...options })
  const refusal = async (headers: Record<string, string>, body = BODY) => errorOf(await send(headers, body))

  test('lets a correct call through', async () => {
    expect(await send(signed())).toMatchObject({ IsVerified: false, AuthStatus: 0, AuthRecords: [] })
  })

  test.each([
    ['the port', {}],
    ['no port, as the SDKs do', { host: '127.0.0.1' }],
  ])('takes a host signed with %s', async (_, options) => {
    expect(await send(signed(options))).toMatchObject({ AuthStatus: 0 })
  })

  test.each([
    ['the service "127" of the SDKs', { service: '127' }],
    ['the action signed too', { signedHeaders: ['content-type', 'host', 'x-tc-action'] }],
    ['no charset', { contentType: 'application/json' }],
  ])('takes %s', async (_, options) => {
    expect(await send(signed(options))).toMatchObject({ AuthStatus: 0 })
  })

  test.each([
    ['x-tc-action', 'Action'],
    ['x-tc-version', 'Version'],
    ['x-tc-timestamp', 'Timestamp'],
  ])('demands %s', async (name, parameter) => {
    const { [name]: _, ...rest } = signed()
    expect(await refusal(rest)).toEqual({
      code: 'MissingParameter',
      message: `The request is missing a required parameter \`${parameter}\` (header ${name}).`,
    })
  })

  test.each([
    ['missing', undefined],
    ['not of the form', 'Bearer 1'],
  ])('refuses an Authorization header that is %s', async (_, authorization) => {
    const { authorization: __, ...rest } = signed()
    const headers = authorization === undefined ? rest : { ...rest, authorization }
    expect((await refusal(headers)).code).toBe('AuthFailure.InvalidAuthorization')
  })

  test.each(['AKIDproduction', 'AKIDsomebody'])('does not know the id %s', async secretId => {
    expect((await refusal(signed({ secretId }))).code).toBe('AuthFailure.SecretIdNotFound')
  })

  test.each([
    ['another key', { secretKey: 'another' }],
    ['another service', { service: 'essbasic' }],
    ['another host', { host: 'ess.tencentcloudapi.com' }],
    ['another content type than the one sent', { signedContentType: 'application/json' }],
    ["yesterday's date in the scope", { date: '2023-11-13' }],
    ['the host unsigned', { signedHeaders: ['content-type'] }],
    ['the content type unsigned', { signedHeaders: ['host'] }],
    ['headers out of order', { signedHeaders: ['host', 'content-type'] }],
  ])('refuses a signature with %s', async (_, options: SigningOptions) => {
    expect((await refusal(signed(options))).code).toBe('AuthFailure.SignatureFailure')
  })

  test('says that it is the date, where only the date of the scope is wrong', async () => {
    const { message } = await refusal(signed({ date: '2023-11-13' }))
    expect(message).toContain('the date of the credential scope is not the UTC date of the timestamp')
  })

  test('refuses a body that was changed after signing', async () => {
    expect((await refusal(signed(), `${BODY} `)).code).toBe('AuthFailure.SignatureFailure')
  })

  test.each([-300, 300])('takes a timestamp %s s off', async seconds => {
    expect(await send(signed({ timestamp: NOW / 1000 + seconds }))).toMatchObject({ AuthStatus: 0 })
  })

  test.each([
    [-301, 'behind'],
    [301, 'ahead of'],
  ])('refuses a timestamp %s s off', async (seconds, side) => {
    expect(await refusal(signed({ timestamp: NOW / 1000 + seconds }))).toEqual({
      code: 'AuthFailure.SignatureExpire',
      message: `The timestamp is 301 s ${side} the server; 300 s are allowed.`,
    })
  })

  test('refuses a timestamp in milliseconds', async () => {
    expect((await refusal({ ...signed(), 'x-tc-timestamp': String(NOW) })).code).toBe('InvalidParameter')
  })

  test.each(['2021-05-26', '2017-03-12'])('refuses the version %s', async version => {
    expect((await refusal(signed({ version }))).code).toBe('NoSuchVersion')
  })

  test.each(['DescribeOrganizationAuthorizations', 'constructor'])('knows no action %s', async action => {
    const headers = signedHeaders(action, BODY, { host: simulator.host })
    expect((await refusal(headers)).code).toBe('InvalidAction')
  })

  test('looks at the signature before the action', async () => {
    const headers = signedHeaders('NoSuchAction', BODY, { host: simulator.host, secretKey: 'another' })
    expect((await refusal(headers)).code).toBe('AuthFailure.SignatureFailure')
  })

  test('every answer has a request id', async () => {
    expect(await send({})).toMatchObject({ RequestId: expect.stringMatching(/^s\d{19}$/) })
  })
})
