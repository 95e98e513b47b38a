import { startTestSimulator, type TestSimulator } from './test-support'

let simulator: TestSimulator
beforeEach(async () => {
  simulator = await startTestSimulator()
})
afterEach(() => simulator.close())

const act = async (flowId: string, action: string, more: Record<string, unknown> = {}) => {
  const { status, body } = await simulator.act(flowId, action, more)
  return status === 200 ? body.stage : body.error
}

test('a person goes through the stages one by one', async () => {
  const flowId = await simulator.person()
  expect(await act(flowId, 'choose', { way: 'telecom' })).toBe('person-form')
  expect(await act(flowId, 'switch')).toBe('person-way')
  expect(await act(flowId, 'choose', { way: 'bankCard' })).toBe('person-form')
  expect(await act(flowId, 'submit', { values: { bankCard: '6200000000000000000' } })).toBe('passed')
})

test('an organization goes through its agent’s stages first', async () => {
  const flowId = await simulator.organization()
  expect(await act(flowId, 'choose', { way: 'face' })).toBe('person-form')
  expect(await act(flowId, 'submit')).toBe('org-info')
  expect(await act(flowId, 'submit')).toBe('org-way')
  expect(await act(flowId, 'choose', { way: 'legalAuthorize' })).toBe('legalAuthorize')
  expect(await act(flowId, 'mismatch', { reason: 'legalRepRefused' })).toBe('org-way')
  expect(await act(flowId, 'choose', { way: 'legalRep' })).toBe('legalRep')
  expect(await act(flowId, 'submit')).toBe('passed')
})

test.each([
  ['submit', {}, 'submit cannot be done at person-way'],
  ['switch', {}, 'switch cannot be done at person-way'],
  ['choose', {}, 'way must be one of face, telecom, bankCard'],
  ['choose', { way: 'transfer' }, 'way must be one of face, telecom, bankCard'],
])('%s with %j is refused at the first stage', async (action, more, problem) => {
  expect(await act(await simulator.person(), action, more)).toContain(problem)
})

test('a way that was not asked for is not offered', async () => {
  const flowId = await simulator.person({ availableAuthTypes: ['PSN_TELECOM_AUTHCODE'] })
  expect(await act(flowId, 'choose', { way: 'face' })).toContain('way must be one of telecom')
})

test('the legal representative’s own verification is offered whatever was asked for', async () => {
  const flowId = await simulator.organization({ availableAuthTypes: ['ORG_BANK_TRANSFER'] })
  await act(flowId, 'choose', { way: 'face' })
  await act(flowId, 'submit', { values: { name: '测试员甲', idNumber: '110101199001010015' } })
  await act(flowId, 'submit', {
    values: { orgName: '示例科技有限公司', orgNumber: '91110000MA0123456P', legalRepName: '测试法人' },
  })
  expect(await act(flowId, 'choose', { way: 'alipay' })).toContain('way must be one of transfer, legalRep')
  expect(await act(flowId, 'choose', { way: 'legalRep' })).toBe('legalRep')
})

test('a way that failed three times is closed', async () => {
  const flowId = await simulator.person()
  for (let i = 0; i < 3; i += 1) {
    await act(flowId, 'choose', { way: 'telecom' })
    await act(flowId, 'mismatch')
  }
  expect(await act(flowId, 'choose', { way: 'telecom' })).toBe('该方式失败次数过多，请更换认证方式')
  expect(await act(flowId, 'choose', { way: 'face' })).toBe('person-form')
})

describe('what is typed', () => {
  const atForm = async (body: unknown) => {
    const flowId = await simulator.person(body)
    await act(flowId, 'choose', { way: 'telecom' })
    return flowId
  }

  test('must be complete', async () => {
    const flowId = await atForm({ indivInfo: { name: '测试员甲' } })
    expect(await act(flowId, 'submit', { values: { idNumber: '110101199001010015' } })).toBe(
      'mobile is missing',
    )
  })

  test('may replace what was told, unless it is locked', async () => {
    const indivInfo = { name: '测试员甲', certNo: '110101199001010015', mobileNo: '10020033001' }
    const flowId = await atForm({ indivInfo, configParams: { indivUneditableInfo: ['name'] } })
    expect(await act(flowId, 'submit', { values: { name: '测试员乙' } })).toBe('name is prefilled and locked')
    expect(await act(flowId, 'submit', { values: { mobile: '10020033002' } })).toBe('passed')
    expect(await simulator.detail(flowId)).toMatchObject({
      data: { indivInfo: { name: '测试员甲', mobileNo: '10020033002' } },
    })
  })

  test('must be asked for', async () => {
    const flowId = await atForm({})
    expect(await act(flowId, 'submit', { values: { orgName: 'x' } })).toBe('orgName is not asked for here')
  })
})

test.each(['pass', 'fail'])('after %s nothing more can be done', async action => {
  const flowId = await simulator.person()
  await act(flowId, action)
  for (const next of ['pass', 'fail', 'choose']) expect(await act(flowId, next)).toBe('this flow has ended')
})

test.each([
  ['person', 'passed'],
  ['organization', 'passed'],
] as const)('pass does all that is left of a %s at once', async (kind, stage) => {
  expect(await act(await simulator[kind]({}), 'pass')).toBe(stage)
})

test('acting on what does not exist is 404', async () => {
  expect((await simulator.act('1', 'pass')).status).toBe(404)
})
