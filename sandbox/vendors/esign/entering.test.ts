import { ORGANIZATION, PERSON, startTestSimulator, type TestSimulator } from './test-support'

let simulator: TestSimulator
beforeEach(async () => {
  simulator = await startTestSimulator()
})
afterEach(() => simulator.close())

const requestObj = (flowId: string, more: Record<string, unknown> = {}) => ({
  requestObj: { flowId, type: 'REALNAME', env: 'sml', ...more },
})
/** The title of a refusal; `open` when the flow is shown. */
const titleOf = async (extraData: unknown, more: Record<string, unknown> = {}) => {
  const { body } = await simulator.enter(extraData, more)
  const view = String(body.view)
  return typeof body.session === 'string' ? 'open' : /id="notice-title">([^<]*)</.exec(view)?.[1]
}

describe('the mini-program opens', () => {
  test('a v2 person’s flow as REALNAME', async () => {
    expect(await titleOf(requestObj(await simulator.person()))).toBe('open')
  })

  test.each(['v3Person', 'v3Organization'] as const)('the flow of %s as AUTH', async kind => {
    expect(await titleOf(requestObj(await simulator[kind](), { type: 'AUTH' }))).toBe('open')
  })

  test('by a path without its first slash, and with keys for others', async () => {
    const extraData = {
      ...requestObj(await simulator.person(), { group: 'x', accountId: 'y' }),
      callbackObj: { a: 1 },
    }
    expect(await titleOf(extraData, { path: 'pages/index/index' })).toBe('open')
  })

  test('a flow that is over, to show its result', async () => {
    const flowId = await simulator.person()
    await simulator.act(flowId, 'pass')
    expect(await titleOf(requestObj(flowId))).toBe('open')
  })
})

describe('the mini-program refuses', () => {
  test.each([
    ['env left out, which means prod', { env: undefined }, '环境不匹配'],
    ['env prod', { env: 'prod' }, '环境不匹配'],
    ['an env that does not exist', { env: 'SML' }, '环境不匹配'],
    ['type left out, which means SIGN', { type: undefined }, '参数错误'],
    ['the type of v3', { type: 'AUTH' }, '流程不存在'],
    ['a type that does not exist', { type: 'realname' }, '参数错误'],
    ['an unknown flow', { flowId: '1' }, '流程不存在'],
    ['a flow id as number', { flowId: 12345 }, '参数错误'],
    ['no flow id', { flowId: undefined }, '参数错误'],
  ])('%s', async (_, more, title) => {
    expect(await titleOf(requestObj(await simulator.person(), more))).toBe(title)
  })

  test.each([[undefined], [null], ['x'], [{}], [{ requestObj: 'x' }]])(
    'the extraData %j',
    async extraData => {
      expect(await titleOf(extraData)).toBe('参数错误')
    },
  )

  test.each([
    ['another path', { path: '/pages/home/index' }, '页面不存在'],
    ['another program', { appId: 'wx77341f904ba02693' }, '页面不存在'],
    ['the trial version', { envVersion: 'trial' }, '版本不可用'],
    ['the develop version', { envVersion: 'develop' }, '版本不可用'],
  ])('%s', async (_, more, title) => {
    expect(await titleOf(requestObj(await simulator.person()), more)).toBe(title)
  })

  test('flows of v2 that do not come from indivAuthUrl', async () => {
    expect(await titleOf(requestObj(await simulator.organization(ORGANIZATION)))).toBe('流程不存在')
    expect(await titleOf(requestObj(await simulator.v3Person()))).toBe('流程不存在')
  })

  test('a flow of v2 with a redirectUrl, but not with an empty one', async () => {
    const started = (redirectUrl: string) => simulator.person({ ...PERSON, contextInfo: { redirectUrl } })
    expect(await titleOf(requestObj(await started('https://example.test/done')))).toBe('无法在小程序中打开')
    expect(await titleOf(requestObj(await started('wechat://back')))).toBe('无法在小程序中打开')
    expect(await titleOf(requestObj(await started('')))).toBe('open')
  })

  test('an expired flow', async () => {
    const flowId = await simulator.person()
    await simulator.control('POST', 'expire', { flowId })
    expect(await titleOf(requestObj(flowId))).toBe('流程已过有效期')
  })
})

test('face recognition in the mini-program is WeChat’s', async () => {
  const flowId = await simulator.person()
  const { body } = await simulator.enter(requestObj(flowId))
  await fetch(`${simulator.url}/page/act`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ session: body.session, action: 'choose', way: 'face' }),
  })
  expect(await simulator.outline(flowId)).toMatchObject({
    data: { subFlows: [{ subFlowType: 'FACEAUTH_WE_CHAT_FACE', status: 'ING' }] },
  })
})

test('an act without a session that was given is refused', async () => {
  const response = await fetch(`${simulator.url}/page/act`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ session: 'x', action: 'pass' }),
  })
  expect(response.status).toBe(409)
})
