import type { PersonFields } from '../../cloudfunctions/domain/verification'
import type { Driver } from '../../cloudfunctions/vendors/driver'
import { createMemoryStore } from '../support/memory-store'
import { type EsignBench, esignCombinations, openEsignBench } from './esign-bench'
import { handedOff, having, reference, value } from './outcomes'

/** e签宝 beyond the common suites: its fields, accounts, ways, tokens, and the invitations of earlier years. */
for (const { product, authentication } of esignCombinations) {
  const name = `e签宝 ${product}, ${authentication}`
  describe(`${name}, beyond the common suites`, () => {
    let bench: EsignBench
    beforeAll(async () => {
      bench = await openEsignBench({ product, authentication })
    })
    afterAll(() => bench.close())

    const startOf = (person: PersonFields, way: 'app' | 'link' = 'app', driver: Driver = bench.driver) =>
      driver.start({ subject: 'person', person, way, reference, noticeUrl: bench.noticeUrl() })
    const begun = async (way: 'app' | 'link' = 'app') => {
      const person = bench.person()
      return { person, ...handedOff(await startOf(person, way)) }
    }
    const asked = async ({ contact }: PersonFields, refs: Record<string, string>) =>
      value(await bench.driver.query({ subject: 'person', contact, refs }))

    test.each(['app', 'link'] as const)(
      'by %s a person passes; start and notice name the attempt',
      async way => {
        const { person, handoff, refs } = await begun(way)
        expect(handoff.kind).toBe(way === 'app' ? 'miniProgram' : 'webUrl')
        await bench.act(handoff, 'pass')
        const [notice] = await bench.notices(1)
        const reading = notice && bench.driver.readNotice(notice)
        expect(reading).toMatchObject({ kind: 'read', claim: { standing: 'verified' }, refs })
        expect(await asked(person, refs)).toMatchObject({ standing: 'verified', assurance: 'attempt' })
        for (const id of Object.values(refs)) expect(typeof id).toBe('string')
      },
    )

    test('once somebody has chosen a way, it is under way', async () => {
      const { person, refs } = await begun()
      await bench.control('act', { flowId: Object.values(refs)[0], action: 'choose', way: 'telecom' })
      expect(await asked(person, refs)).toMatchObject({ standing: 'started', assurance: null })
    })

    test('another attempt is another one', async () => {
      const person = bench.person()
      const first = handedOff(await startOf(person))
      const second = handedOff(await startOf(person))
      expect(second.refs).not.toEqual(first.refs)
      await bench.act(second.handoff, 'pass')
      expect(await asked(person, first.refs)).toMatchObject({ standing: 'unproven' })
      expect(await asked(person, second.refs)).toMatchObject({ standing: 'verified' })
    })

    test('every field that can be set is accepted', async () => {
      const fallbackModes = ['threeFactor', 'face', 'bankCard', 'alipay', 'manualReview'] as const
      const editableFields = ['name', 'idNumber', 'bankNumber', 'bankMobile'] as const
      for (const editable of [[], [...editableFields], undefined]) {
        const person: PersonFields = {
          ...bench.person(),
          mode: 'threeFactor',
          fallbackModes: [...fallbackModes],
          bankNumber: '6222000000000000',
          bankMobile: '13800138001',
          ...(editable && { editableFields: editable }),
        }
        expect(handedOff(await startOf(person)).refs).toBeDefined()
      }
      const byMail: PersonFields = { ...bench.person(), contact: { type: 'email', value: 'a@example.com' } }
      expect(handedOff(await startOf(byMail)).refs).toBeDefined()
    })

    test('an account that exists, and one that does not', async () => {
      const { id } = await bench.control('accounts', { kind: 'person', account: '13700000001' })
      expect(handedOff(await startOf({ ...bench.person(), account: String(id) }))).toBeDefined()
      const stranger = await startOf({ ...bench.person(), account: 'nobody' })
      expect(stranger).toMatchObject({ kind: 'rejected', code: product === 'v2' ? '30500156' : '1450008' })
    })

    test('a flow that has expired, and one that was never there', async () => {
      const { person, refs } = await begun()
      await bench.control('expire', { flowId: Object.values(refs)[0] })
      expect((await asked(person, refs)).standing).toBe('expired')
      const missing = Object.fromEntries(Object.keys(refs).map(name => [name, '999999999999999999']))
      expect(await asked(person, missing)).toEqual({
        standing: 'unproven',
        assurance: null,
        rawStatus: 'notFound',
        unknown: true,
      })
    })

    test('an address outside the allow-list is the operator’s to mend', async () => {
      await bench.control('allowed-ips', { ips: ['192.0.2.1'] })
      const outcome = await startOf(bench.person())
      await bench.control('allowed-ips', { ips: ['127.0.0.1'] })
      expect(outcome).toMatchObject({ kind: 'misconfigured', code: 'IP_NOT_ALLOWED' })
    })

    test('choosing one’s face makes no notice out of the probe', async () => {
      const { refs } = await begun()
      await bench.control('act', { flowId: Object.values(refs)[0], action: 'choose', way: 'face' })
      await bench.control('act', { flowId: Object.values(refs)[0], action: 'pass' })
      expect(await bench.notices(1)).toHaveLength(1)
    })
  })
}

const outlineOf = ({ driver }: EsignBench) => having(driver.outline, 'outline')

describe('e签宝 v2', () => {
  let bench: EsignBench
  beforeAll(async () => {
    bench = await openEsignBench({ product: 'v2', authentication: 'signature' })
  })
  afterAll(() => bench.close())

  test('a failure is told and found, with its sentence in the outline alone', async () => {
    const person = bench.person()
    const start = { subject: 'person', person, way: 'app', reference, noticeUrl: bench.noticeUrl() } as const
    const { handoff, refs } = handedOff(await bench.driver.start(start))
    await bench.act(handoff, 'fail')
    const [notice] = await bench.notices(1)
    expect(notice && bench.driver.readNotice(notice)).toMatchObject({ claim: { standing: 'rejected' }, refs })
    const fact = value(await bench.driver.query({ subject: 'person', contact: person.contact, refs }))
    expect(fact).toEqual({ standing: 'rejected', assurance: null, rawStatus: 'flowStatus=FAIL' })
    expect(value(await outlineOf(bench)(refs))).toMatchObject({
      state: 'failed',
      failure: '姓名与证件号码不匹配',
    })
  })

  test('the sample of the page, and kinds nobody knows', async () => {
    const { flowId } = await bench.control('flows', { sample: 'outline' })
    const refs = { flowId: String(flowId) }
    const drawn = value(await outlineOf(bench)(refs))
    expect(drawn).toMatchObject({ subject: 'organization', state: 'underWay', createdAt: 1562656814273 })
    expect(drawn?.related).toMatchObject([
      { subject: 'person', state: 'passed', steps: [{ kind: 'bankCard' }] },
    ])
    const planted = await bench.control('flows', {
      flowStatus: 'ING',
      objectType: 'INDIVIDUAL',
      subFlows: [
        { subFlowType: 'INDIVIDUAL_ARTIFICIAL', status: 'ING' },
        { subFlowType: 'PALM_OF_THE_FUTURE', status: 'TERMINATED' },
      ],
    })
    const own = { flowId: String(planted.flowId) }
    expect(value(await outlineOf(bench)(own))?.steps).toMatchObject([
      { kind: 'manualReview', rawKind: 'INDIVIDUAL_ARTIFICIAL', state: 'underWay' },
      { kind: 'other', rawKind: 'PALM_OF_THE_FUTURE', state: 'stopped' },
    ])
    const { contact } = bench.person()
    expect(value(await bench.driver.query({ subject: 'person', contact, refs: own })).standing).toBe(
      'reviewing',
    )
  })

  test.each([
    ['callBackUrl', false],
    ['callBacklUrl', true],
  ])('invitations of earlier years, spelt %s', async (spelling, statusAsNumber) => {
    const callbackUrl = 'http://127.0.0.1:1/old'
    const { invitationId } = await bench.control('invitations', {
      spelling,
      statusAsNumber,
      status: '2',
      callbackUrl,
      bizId: 'b-1',
      organInfo: { name: '示例科技有限公司', certNo: '91110000MA0TEA001C', legalName: '测试员乙' },
    })
    const question = { invitationId: String(invitationId), offset: 0, size: 20 }
    const found = value(await having(bench.driver.legacyInvitations, 'invitations').search(question))
    expect(found).toMatchObject({
      total: 1,
      items: [{ subject: 'organization', state: 'finished', callbackUrl }],
    })
    const nobody = await bench.driver.legacyInvitations?.search({ ...question, invitationId: 'none' })
    expect(nobody).toEqual({ kind: 'ok', value: { items: [], total: 0 } })
  })
})

describe('e签宝 v3', () => {
  let bench: EsignBench
  beforeAll(async () => {
    bench = await openEsignBench({ product: 'v3', authentication: 'signature' })
  })
  afterAll(() => bench.close())
  const start = (person: PersonFields) =>
    bench.driver.start({ subject: 'person', person, way: 'app', reference, noticeUrl: bench.noticeUrl() })

  test('who was verified before is an outcome, but not under the name of somebody else', async () => {
    const person = bench.person()
    await bench.act(handedOff(await start(person)).handoff, 'pass')
    expect(value(await start(person))).toEqual({ kind: 'already', rawStatus: 'code=1450005' })
    expect(await start({ ...person, name: '测试员丙' })).toMatchObject({ kind: 'rejected', code: '1450002' })
  })

  test('who gives up leaves the flow open', async () => {
    const person = bench.person()
    const { handoff, refs } = handedOff(await start(person))
    await bench.act(handoff, 'fail')
    const question = { subject: 'person', contact: person.contact, refs } as const
    expect(value(await bench.driver.query(question)).standing).toBe('started')
    await bench.act(handoff, 'pass')
    expect(value(await bench.driver.query(question)).standing).toBe('verified')
  })
})

describe('e签宝, instances that share one token', () => {
  let bench: EsignBench
  beforeAll(async () => {
    bench = await openEsignBench({ product: 'v3', authentication: 'token' })
  })
  afterAll(() => bench.close())

  const minute = 60_000
  const question = {
    subject: 'person',
    contact: { type: 'mobile', value: '13900000001' },
    refs: { authFlowId: 'OF-1' },
  } as const
  const tokensAskedFor = () => bench.requests('/v1/oauth2/')
  /** Every one of many questions at once must be answered, over several ends of the token. */
  const allAnswered = async (drivers: Driver[]) => {
    const outcomes = await Promise.all([...drivers, ...drivers, ...drivers].map(each => each.query(question)))
    expect(outcomes.map(each => each.kind)).toEqual(outcomes.map(() => 'ok'))
  }

  test('they never kill each other’s, when it begins, when it ends, and in between', async () => {
    const store = createMemoryStore()
    const drivers = [bench.makeDriver({}, store), bench.makeDriver({}, store)]
    const before = await tokensAskedFor()
    await allAnswered(drivers)
    expect((await tokensAskedFor()) - before).toBe(1)
    for (const [pause, asked] of [
      [60, 1],
      [55, 2],
      [30, 2],
      [300, 3],
    ] as const) {
      await bench.passTime(pause * minute)
      await allAnswered(drivers)
      expect((await tokensAskedFor()) - before).toBe(asked)
    }
  })

  test('when another program has replaced it, one new token is asked for by all together', async () => {
    const store = createMemoryStore()
    const drivers = [bench.makeDriver({}, store), bench.makeDriver({}, store)]
    await allAnswered(drivers)
    await bench.makeDriver().query(question)
    await bench.passTime(6 * minute)
    const before = await tokensAskedFor()
    await allAnswered(drivers)
    expect((await tokensAskedFor()) - before).toBe(1)
  })

  test('a start is repeated after its token was replaced: the gateway had refused it', async () => {
    const store = createMemoryStore()
    const driver = bench.makeDriver({}, store)
    await driver.query(question)
    await bench.makeDriver().query(question)
    await bench.passTime(6 * minute)
    const noticeUrl = bench.noticeUrl()
    const started = await driver.start({
      subject: 'person',
      person: bench.person(),
      way: 'app',
      reference,
      noticeUrl,
    })
    expect(handedOff(started).refs.authFlowId).toMatch(/^OF-/)
  })
})
