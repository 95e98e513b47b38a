import { pause, until } from '../../kit/test-support'
import { PERSON, startTestSimulator, type TestSimulator, V3_ORGANIZATION, V3_PERSON } from '../test-support'
import { exit, READY, type VisitedPage, visit } from './test-support'

let simulator: TestSimulator
let page: VisitedPage

beforeEach(async () => {
  simulator = await startTestSimulator()
  page = await visit(`${simulator.url}/mini-program`)
})
afterEach(async () => {
  page.close()
  await simulator.close()
})

const callbackObj = { from: 'esign', flag: 'order-1' }
const SUCCESS = exit({ isSuccess: true, msg: 'success', callbackObj })
const FAIL = exit({ isSuccess: false, msg: 'fail', callbackObj })

const enter = (flowId: string, type: string) =>
  page.enter({ requestObj: { flowId, type, env: 'sml' }, callbackObj })
const enterPerson = async (body: unknown = PERSON) => {
  enter(await simulator.person(body), 'REALNAME')
  await page.stageShown('person-way')
}
const backToWeChat = { redirectConfig: { redirectUrl: 'wechat://back' } }

test('the shell is ready, waits to be entered, and is entered once', async () => {
  expect(page.sent).toEqual([READY])
  expect(page.text()).toContain('正在打开')
  await enterPerson()
  enter('another', 'REALNAME')
  await pause(30)
  expect(page.stage()).toBe('person-way')
})

describe('a v2 person', () => {
  test('chooses a way, fills in what is missing, passes and returns with the caller’s data', async () => {
    await enterPerson()
    page.tap('way-bankCard')
    await page.stageShown('person-form')
    page.tap('submit')
    expect(page.textOf('hint')).toBe('请先填写完整')
    page.input('bankCard', '6200000000000000000')
    page.tap('submit')
    await page.resultShown()
    expect(page.textOf('result-title')).toBe('认证成功')
    expect(page.sent).toEqual([READY])
    page.tap('return')
    expect(page.sent).toEqual([READY, SUCCESS])
  })

  test('fails for the chosen reason and returns so', async () => {
    await enterPerson()
    page.input('reason', 'faceMismatch')
    page.tap('fail')
    await page.resultShown()
    expect(page.element('result').dataset.outcome).toBe('fail')
    expect(page.textOf('result-detail')).toBe('人脸比对未通过')
    expect(page.has('retry')).toBe(false)
    page.tap('return')
    expect(page.sent).toEqual([READY, FAIL])
  })

  test('fails once, is told why, and passes by another way', async () => {
    await enterPerson()
    page.tap('way-telecom')
    await page.stageShown('person-form')
    page.tap('mismatch')
    await page.stageShown('person-way')
    expect(page.textOf('notice')).toBe('未通过：姓名与证件号码不匹配')
    page.tap('way-face')
    await page.stageShown('person-form')
    page.tap('submit')
    await page.resultShown()
    expect(page.textOf('result-title')).toBe('认证成功')
  })

  test('walks away without a word', async () => {
    await enterPerson()
    page.tap('close')
    expect(page.sent).toEqual([READY, exit()])
  })

  test('without a result page returns at once', async () => {
    await enterPerson({ ...PERSON, contextInfo: { showResultPage: false } })
    page.tap('pass')
    await until(() => page.sent.length === 2)
    expect(page.sent).toEqual([READY, SUCCESS])
  })

  test('who comes back to a flow that is over sees its result', async () => {
    const flowId = await simulator.person()
    await simulator.act(flowId, 'pass')
    enter(flowId, 'REALNAME')
    await page.resultShown()
    page.tap('return')
    expect(page.sent).toEqual([READY, SUCCESS])
  })

  test('finds a way that failed three times closed', async () => {
    await enterPerson()
    for (let i = 0; i < 3; i += 1) {
      page.tap('way-telecom')
      await page.stageShown('person-form')
      page.tap('mismatch')
      await page.stageShown('person-way')
    }
    expect(page.element('way-telecom').hasAttribute('disabled')).toBe(true)
    expect(page.textOf('way-telecom')).toContain('失败次数过多')
  })

  test('without callbackObj returns without one', async () => {
    page.enter({ requestObj: { flowId: await simulator.person(), type: 'REALNAME', env: 'sml' } })
    await page.stageShown('person-way')
    page.tap('pass')
    await page.resultShown()
    page.tap('return')
    expect(page.sent[1]).toEqual(exit({ isSuccess: true, msg: 'success' }))
  })
})

describe('a v3 person', () => {
  const enterV3 = async (more: Record<string, unknown>) => {
    enter(await simulator.v3Person({ ...V3_PERSON, ...more }), 'AUTH')
    await page.stageShown('person-way')
  }

  test('with wechat://back returns by itself after five seconds', async () => {
    await enterV3(backToWeChat)
    page.tap('pass')
    await page.resultShown()
    expect(page.element('result').dataset.after).toBe('5')
    expect(page.textOf('result-wait')).toBe('5 秒后自动返回')
    page.tap('return')
    expect(page.sent).toEqual([READY, SUCCESS])
  })

  test.each([
    ['0', '0'],
    ['9', '5'],
  ])('with a delay of %s waits %s seconds in real-name mode', async (redirectDelayTime, seconds) => {
    await enterV3({ redirectConfig: { redirectUrl: 'wechat://back', redirectDelayTime } })
    page.tap('pass')
    await page.resultShown()
    expect(page.element('result').dataset.after).toBe(seconds)
  })

  test.each([
    [undefined, '3'],
    ['9', '9'],
  ])('with a delay of %s waits %s seconds in authorize mode', async (redirectDelayTime, seconds) => {
    await enterV3({
      redirectConfig: { redirectUrl: 'wechat://back', redirectDelayTime },
      authorizeConfig: { authorizedScopes: ['get_psn_identity_info'] },
    })
    page.tap('way-face')
    await page.stageShown('person-form')
    page.tap('submit')
    await page.stageShown('authorize')
    expect(page.textOf('scopes')).toContain('get_psn_identity_info')
    page.tap('submit')
    await page.resultShown()
    expect(page.textOf('result-title')).toBe('授权成功')
    expect(page.element('result').dataset.after).toBe(seconds)
  })

  test('without redirectUrl can only be left by the phone', async () => {
    await enterV3({})
    page.tap('pass')
    await page.resultShown()
    expect(page.has('return')).toBe(false)
    expect(page.textOf('result-wait')).toContain('左上角返回')
    expect(page.sent).toEqual([READY])
  })

  test('who fails may try again', async () => {
    await enterV3(backToWeChat)
    page.tap('fail')
    await page.resultShown()
    expect(page.element('result').dataset.outcome).toBe('fail')
    page.tap('retry')
    await page.stageShown('person-way')
    page.tap('pass')
    await page.resultShown()
    expect(page.element('result').dataset.outcome).toBe('pass')
  })

  test('whom nobody named types an account', async () => {
    enter(await simulator.v3Person({ psnAuthConfig: {} }), 'AUTH')
    await page.stageShown('person-way')
    page.tap('way-face')
    await page.stageShown('person-form')
    for (const [id, value] of [
      ['account', '10020033002'],
      ['name', '测试员乙'],
      ['idNumber', '110101199001010023'],
    ] as const) {
      page.input(id, value)
    }
    page.tap('submit')
    await page.resultShown()
    const { body } = await simulator.api('GET', '/v3/persons/identity-info?psnAccount=10020033002')
    expect(body).toMatchObject({ code: 0, data: { realnameStatus: 1 } })
  })
})

describe('a v3 organization', () => {
  const atOrgWay = async () => {
    enter(await simulator.v3Organization({ ...V3_ORGANIZATION, ...backToWeChat }), 'AUTH')
    await page.stageShown('person-way')
    expect(page.element('stage').querySelector('[aria-current]')?.textContent).toBe('经办人')
    page.tap('way-face')
    await page.stageShown('person-form')
    page.tap('submit')
    await page.stageShown('org-info')
    page.tap('submit')
    await page.stageShown('org-way')
  }

  test('verifies its agent, then itself by a transfer, and counts wrong amounts', async () => {
    await atOrgWay()
    page.tap('way-transfer')
    await page.stageShown('transfer')
    for (const mistakes of ['1', '2', '3']) {
      page.input('amount', '0.02')
      page.tap('submit')
      await until(() => page.has('mistakes') && page.element('mistakes').dataset.mistakes === mistakes)
      expect(page.textOf('notice')).toContain('金额不正确')
    }
    page.input('amount', '0.02')
    page.tap('submit')
    await page.stageShown('org-way')
    expect(page.textOf('notice')).toContain('重新申请打款')
    page.tap('way-transfer')
    await page.stageShown('transfer')
    page.input('amount', '0.01')
    page.tap('submit')
    await page.resultShown()
    page.tap('return')
    expect(page.sent).toEqual([READY, SUCCESS])
  })

  test.each(['legalAuthorize', 'legalRep', 'alipay'])('passes by %s, or changes its mind', async way => {
    await atOrgWay()
    page.tap(`way-${way}`)
    await page.stageShown(way)
    page.tap('switch')
    await page.stageShown('org-way')
    page.tap(`way-${way}`)
    await page.stageShown(way)
    page.tap('submit')
    await page.resultShown()
  })

  test('is refused by its legal representative', async () => {
    await atOrgWay()
    page.tap('way-legalAuthorize')
    await page.stageShown('legalAuthorize')
    page.tap('fail')
    await page.resultShown()
    expect(page.textOf('result-detail')).toBe('法定代表人拒绝')
  })
})

test('a refusal offers only the way back, without an answer', async () => {
  page.enter({ requestObj: { flowId: 'x', type: 'REALNAME', env: 'sml' } })
  await until(() => page.has('notice-title'))
  expect(page.textOf('notice-title')).toBe('流程不存在')
  expect(page.window.document.querySelectorAll('button')).toHaveLength(1)
  page.tap('close')
  expect(page.sent).toEqual([READY, exit()])
})

test.each([{ garbage: true }, { error: { code: 500, message: 'x', httpStatus: 500 } }, { drop: 'before' }])(
  'a page tells of %j and can be tried again',
  async fault => {
    await enterPerson()
    await simulator.control('POST', 'next', { path: '/page/act', ...fault })
    page.tap('pass')
    await until(() => page.textOf('hint') !== '')
    expect(page.has('result')).toBe(false)
    page.tap('pass')
    await page.resultShown()
  },
)

test('an ordered outcome is preselected', async () => {
  await simulator.control('POST', 'next', { outcome: 'fail' })
  await enterPerson()
  expect(page.element('fail').dataset.preselected).toBe('true')
  expect(page.element('pass').dataset.preselected).toBeUndefined()
})
