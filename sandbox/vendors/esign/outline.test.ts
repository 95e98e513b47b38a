import { dataOf, startTestSimulator, type TestSimulator } from './test-support'

let simulator: TestSimulator
beforeEach(async () => {
  simulator = await startTestSimulator()
})
afterEach(() => simulator.close())

const outline = async (flowId: string) => dataOf(await simulator.outline(flowId))
const sub = (subFlowType: string, status: string) => ({ subFlowId: expect.any(String), subFlowType, status })
const AGENT_TYPED = { name: '测试员甲', idNumber: '110101199001010015' }

describe('the outline', () => {
  test('of an unknown flow says so', async () => {
    expect(await simulator.outline('803719636976683872')).toEqual({
      code: 30500001,
      message: '认证流程不存在',
      data: null,
    })
  })

  test('does not know v3’s flows', async () => {
    expect(await simulator.outline(await simulator.v3Person())).toMatchObject({ code: 30500001 })
  })

  test('of a new person has nothing yet', async () => {
    const flowId = await simulator.person()
    expect(await outline(flowId)).toEqual({
      flowId,
      flowStatus: 'INIT',
      objectType: 'INDIVIDUAL',
      failReason: null,
      createTime: 1700000000000,
      modifyTime: 1700000000000,
      contextId: 'ctx-001',
      subFlows: [],
      relatedFlows: [],
    })
  })

  test.each([
    ['bankCard', 'INDIVIDUAL_BANKCARD_4_FACTOR', { bankCard: '6200000000000000000' }],
    ['telecom', 'INDIVIDUAL_TELECOM_3_FACTOR', {}],
    ['face', 'FACEAUTH_TECENT_CLOUD', {}],
  ])('follows a person who verifies by %s', async (way, type, values) => {
    const flowId = await simulator.person()
    await simulator.passTime(1000)
    await simulator.act(flowId, 'choose', { way })
    expect(await outline(flowId)).toMatchObject({
      flowStatus: 'ING',
      modifyTime: 1700000001000,
      subFlows: [sub(type, 'ING')],
    })
    await simulator.act(flowId, 'submit', { values })
    expect(await outline(flowId)).toMatchObject({
      flowStatus: 'SUCCESS',
      failReason: null,
      subFlows: [sub(type, 'SUCCESS')],
    })
  })

  test('keeps what failed and what was given up, the youngest first', async () => {
    const flowId = await simulator.person()
    await simulator.act(flowId, 'choose', { way: 'bankCard' })
    await simulator.act(flowId, 'mismatch', { reason: 'cardMismatch' })
    await simulator.act(flowId, 'choose', { way: 'telecom' })
    await simulator.act(flowId, 'switch')
    await simulator.act(flowId, 'choose', { way: 'face' })
    expect(await outline(flowId)).toMatchObject({
      flowStatus: 'ING',
      failReason: null,
      subFlows: [
        sub('FACEAUTH_TECENT_CLOUD', 'ING'),
        sub('INDIVIDUAL_TELECOM_3_FACTOR', 'TERMINATED'),
        sub('INDIVIDUAL_BANKCARD_4_FACTOR', 'FAIL'),
      ],
    })
  })

  test.each([
    ['nameMismatch', '姓名与证件号码不匹配'],
    ['faceMismatch', '人脸比对未通过'],
    ['documentExpired', '证件已过期'],
  ])('tells why it failed: %s', async (reason, failReason) => {
    const flowId = await simulator.person()
    await simulator.act(flowId, 'fail', { reason })
    expect(await outline(flowId)).toMatchObject({
      flowStatus: 'FAIL',
      failReason,
      subFlows: [sub('FACEAUTH_TECENT_CLOUD', 'FAIL')],
    })
  })

  test('of an organization begins with its agent’s flow', async () => {
    const flowId = await simulator.organization()
    expect(await outline(flowId)).toMatchObject({
      flowStatus: 'INIT',
      objectType: 'ORGANIZATION',
      subFlows: [],
      relatedFlows: [
        {
          flowId: expect.stringMatching(/^\d{18}$/),
          flowStatus: 'INIT',
          objectType: 'INDIVIDUAL',
          contextId: 'ctx-org',
          failReason: null,
          subFlows: [],
        },
      ],
    })
  })

  test('of an organization reaches the documented sample’s form half-way, and goes on', async () => {
    const flowId = await simulator.organization()
    await simulator.act(flowId, 'choose', { way: 'bankCard' })
    expect(await outline(flowId)).toMatchObject({ flowStatus: 'ING', relatedFlows: [{ flowStatus: 'ING' }] })
    await simulator.act(flowId, 'submit', {
      values: { mobile: '10020033001', bankCard: '6200000000000000000' },
    })
    await simulator.act(flowId, 'submit')
    await simulator.act(flowId, 'choose', { way: 'transfer' })
    expect(await outline(flowId)).toMatchObject({
      flowStatus: 'ING',
      subFlows: [sub('ORGANIZATION_TRANSFER_RANDOM_AMOUNT', 'ING'), sub('ORGANIZATION_INFO_AUTH', 'ING')],
      relatedFlows: [{ flowStatus: 'SUCCESS', subFlows: [sub('INDIVIDUAL_BANKCARD_4_FACTOR', 'SUCCESS')] }],
    })
    await simulator.act(flowId, 'submit', { amount: '0.01' })
    expect(await outline(flowId)).toMatchObject({
      flowStatus: 'SUCCESS',
      subFlows: [
        sub('ORGANIZATION_TRANSFER_RANDOM_AMOUNT', 'SUCCESS'),
        sub('ORGANIZATION_INFO_AUTH', 'SUCCESS'),
      ],
    })
  })

  test('has no personal data in it', async () => {
    const flowId = await simulator.organization()
    await simulator.act(flowId, 'choose', { way: 'face' })
    await simulator.act(flowId, 'submit', { values: AGENT_TYPED })
    const text = JSON.stringify(await outline(flowId))
    for (const secret of ['测试员甲', '110101199001010015', '测试法人', '示例科技'])
      expect(text).not.toContain(secret)
  })

  test('of a flow for the legal representative alone has no agent', async () => {
    const flowId = await simulator.organization({ availableAuthTypes: ['LEGAL_REP_AUTH'] })
    expect(await outline(flowId)).toMatchObject({ relatedFlows: [] })
    await simulator.act(flowId, 'pass')
    expect(await outline(flowId)).toMatchObject({
      flowStatus: 'SUCCESS',
      subFlows: [sub('ORGANIZATION_LEGAL_REP_FACEAUTH', 'SUCCESS'), sub('ORGANIZATION_INFO_AUTH', 'SUCCESS')],
    })
  })

  test.each([
    ['PSN_FACEAUTH_BYURL_ZHIMA', 'FACEAUTH_ZMXY'],
    ['PSN_FACEAUTH_BYURL_WEIZHONG', 'FACEAUTH_TECENT_CLOUD'],
    ['PSN_FACEAUTH_BYURL_ESIGN', 'FACEAUTH_ESIGN'],
    ['PSN_FACEAUTH_BYURL_WE_CHAT', 'FACEAUTH_WE_CHAT_FACE'],
  ])('of an agent who may use %s alone has %s', async (only, type) => {
    const flowId = await simulator.organization({ agentAvailableAuthTypes: [only] })
    await simulator.act(flowId, 'choose', { way: 'face' })
    expect(await outline(flowId)).toMatchObject({ relatedFlows: [{ subFlows: [sub(type, 'ING')] }] })
  })

  test('fails as a whole when the agent does', async () => {
    const flowId = await simulator.organization()
    await simulator.act(flowId, 'fail')
    expect(await outline(flowId)).toMatchObject({
      flowStatus: 'FAIL',
      failReason: '姓名与证件号码不匹配',
      relatedFlows: [{ flowStatus: 'FAIL', failReason: '姓名与证件号码不匹配' }],
    })
  })
})

describe('a transfer', () => {
  const atTransfer = async () => {
    const flowId = await simulator.organization()
    await simulator.act(flowId, 'choose', { way: 'face' })
    await simulator.act(flowId, 'submit')
    await simulator.act(flowId, 'submit')
    await simulator.act(flowId, 'choose', { way: 'transfer' })
    return flowId
  }
  const pay = async (flowId: string, amount: string) =>
    (await simulator.act(flowId, 'submit', { amount })).body

  test('counts wrong amounts and must be applied for again after the fourth, in the same flow', async () => {
    const flowId = await atTransfer()
    for (const mistakes of [1, 2, 3]) {
      expect(await pay(flowId, '0.02')).toMatchObject({ stage: 'transfer', transferMistakes: mistakes })
    }
    expect(await pay(flowId, '0.02')).toMatchObject({
      stage: 'org-way',
      flowStatus: 'ING',
      transferMistakes: 0,
    })
    expect(await outline(flowId)).toMatchObject({
      subFlows: [sub('ORGANIZATION_TRANSFER_RANDOM_AMOUNT', 'FAIL'), sub('ORGANIZATION_INFO_AUTH', 'ING')],
    })
    await simulator.act(flowId, 'choose', { way: 'transfer' })
    expect(await pay(flowId, '0.01')).toMatchObject({ flowStatus: 'SUCCESS' })
  })

  test('wants a number of yuan', async () => {
    const flowId = await atTransfer()
    for (const amount of ['one', '-1', '0.011']) {
      expect(await pay(flowId, amount)).toMatchObject({ error: expect.stringContaining('amount must be') })
    }
    expect(await pay(flowId, '0.02')).toMatchObject({ transferMistakes: 1 })
  })
})

describe('the sample of the documentation', () => {
  test('is told exactly when it was planted', async () => {
    const planted = await simulator.control('POST', 'flows', { sample: 'outline' })
    expect(planted.body).toEqual({ flowId: '803719636976683872' })
    expect(await simulator.outline('803719636976683872')).toEqual({
      code: 0,
      message: '成功',
      data: {
        flowId: '803719636976683872',
        flowStatus: 'ING',
        objectType: 'ORGANIZATION',
        failReason: null,
        createTime: 1562656814273,
        modifyTime: 1562656874000,
        contextId: '8ccce54b-4d40-4dcc-a7ac-464e41f2b468',
        subFlows: [
          {
            subFlowId: '5ffbafb2-c3be-45ba-bfeb-fda1f8eb083d',
            subFlowType: 'ORGANIZATION_TRANSFER_RANDOM_AMOUNT',
            status: 'ING',
          },
          {
            subFlowId: '3bb55061-f98f-4c89-b236-96b3e7048839',
            subFlowType: 'ORGANIZATION_INFO_AUTH',
            status: 'ING',
          },
        ],
        relatedFlows: [
          {
            flowId: '802965095964494307',
            flowStatus: 'SUCCESS',
            objectType: 'INDIVIDUAL',
            failReason: null,
            contextId: '8ccce54b-4d40-4dcc-a7ac-464e41f2b468',
            subFlows: [
              {
                subFlowId: '84322b8a-5baf-4835-82a7-07dbd74c3365',
                subFlowType: 'INDIVIDUAL_BANKCARD_4_FACTOR',
                status: 'SUCCESS',
              },
            ],
          },
        ],
      },
    })
  })

  test('can be planted once, and carried on', async () => {
    await simulator.control('POST', 'flows', { sample: 'outline' })
    expect((await simulator.control('POST', 'flows', { sample: 'outline' })).status).toBe(409)
    const done = await simulator.act('803719636976683872', 'submit', { amount: '0.01' })
    expect(done.body).toMatchObject({ stage: 'passed', flowStatus: 'SUCCESS' })
  })
})

describe('planting', () => {
  test('takes types of sub-flows nobody knows yet', async () => {
    const flow = {
      flowId: '700000000000000001',
      flowStatus: 'ING',
      objectType: 'INDIVIDUAL',
      subFlows: [{ subFlowType: 'PSN_AUDIO_VIDEO_ESIGN', status: 'ING' }],
    }
    await simulator.control('POST', 'flows', flow)
    expect(await outline('700000000000000001')).toMatchObject({
      subFlows: [sub('PSN_AUDIO_VIDEO_ESIGN', 'ING')],
    })
  })

  test.each([
    [{ sample: 'detail' }, 'sample must be one of outline'],
    [{ sample: 'outline', flowId: '1' }, 'unknown key "flowId"'],
    [{ flowStatus: 'DONE', objectType: 'INDIVIDUAL' }, 'flowStatus must be one of'],
    [
      {
        flowStatus: 'ING',
        objectType: 'INDIVIDUAL',
        relatedFlows: [{ flowStatus: 'ING', objectType: 'INDIVIDUAL' }],
      },
      'is a person',
    ],
  ])('refuses %j', async (flow, reason) => {
    const answer = await simulator.control('POST', 'flows', flow)
    expect(answer.status).toBe(400)
    expect(answer.body.error).toContain(reason)
  })
})

describe('an expired flow', () => {
  test.each([
    [undefined, { code: 30500003, message: '认证流程已过有效期' }],
    ['error', { code: 30500003 }],
    ['FAIL', { code: 0, data: { flowStatus: 'FAIL', failReason: '认证流程已过有效期' } }],
    ['ING', { code: 0, data: { flowStatus: 'INIT' } }],
  ])('ordered as %s is told so', async (as, told) => {
    const flowId = await simulator.person()
    await simulator.control('POST', 'expire', { flowId, outline: as })
    expect(await simulator.outline(flowId)).toMatchObject(told)
    expect((await simulator.act(flowId, 'pass')).status).toBe(409)
  })
})
