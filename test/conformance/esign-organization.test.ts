import type { OrganizationFields } from '../../cloudfunctions/domain/verification'
import type { StartRequest } from '../../cloudfunctions/vendors/driver'
import { type EsignBench, esignCombinations, openEsignBench } from './esign-bench'
import { handedOff, having, reference, value } from './outcomes'

/** e签宝's organizations beyond the common suites, with both products: its fields, accounts and steps. */
describe.each(esignCombinations.map(({ product, authentication }) => [product, authentication] as const))(
  'e签宝 %s, %s, organizations',
  (product, authentication) => {
    let bench: EsignBench
    let companies = 0
    beforeAll(async () => {
      bench = await openEsignBench({ product, authentication })
    })
    afterAll(() => bench.close())

    const way = product === 'v2' ? 'webUrl' : 'miniProgram'

    function company(changes: Partial<OrganizationFields> = {}): OrganizationFields {
      companies += 1
      return {
        name: `测试第${companies}有限公司`,
        legalPerson: '测试员乙',
        applicant: {
          name: '测试员甲',
          contact: { type: 'mobile', value: `137${String(companies).padStart(8, '0')}` },
        },
        ...changes,
      }
    }
    const start = (organization: OrganizationFields, changes: Partial<StartRequest> = {}) =>
      bench.driver.start({
        subject: 'organization',
        organization,
        way: 'app',
        reference,
        noticeUrl: bench.noticeUrl(),
        ...changes,
      } as StartRequest)
    const ask = async ({ name }: OrganizationFields, refs: Record<string, string>) =>
      value(await bench.driver.query({ subject: 'organization', name, refs }))

    async function begun(organization = company(), changes: Partial<StartRequest> = {}) {
      const started = handedOff(await start(organization, changes))
      return { organization, ...started, id: Object.values(started.refs)[0] ?? '' }
    }

    test('by link in any case', async () => {
      const { organization, handoff, refs } = await begun(company(), { way: 'link' })
      expect(handoff).toMatchObject({ kind: 'webUrl', expiresAt: expect.any(Number) })
      await bench.act(handoff, 'pass')
      expect((await ask(organization, refs)).standing).toBe('verified')
    })

    test('step by step: the agent, the data, the transfer', async () => {
      const { organization, refs, id } = await begun()
      const act = (step: object) => bench.control('act', { flowId: id, ...step })
      const standing = async () => (await ask(organization, refs)).standing
      await act({ action: 'choose', way: 'bankCard' })
      expect(await standing()).toBe('started')
      const values = {
        name: '测试员甲',
        idNumber: '110101199001010015',
        bankCard: '6222000000000000',
        mobile: '13800138000',
      }
      const { name: _told, ...missing } = values
      await act({ action: 'submit', values: missing })
      await act({ action: 'submit', values: { orgNumber: '91110000MA0TEA001C' } })
      await act({ action: 'choose', way: 'transfer' })
      expect(await standing()).toBe('started')
      await act({ action: 'submit', amount: '0.01' })
      expect(await standing()).toBe('verified')
    })

    test('all optional fields are accepted', async () => {
      const editableFields = [
        'name' as const,
        'registerNumber' as const,
        'legalPerson' as const,
        'licence' as const,
      ]
      const registerNumber = '91110000MA0TEA001C'
      for (const fields of [{ editableFields }, { editableFields: [] }, {}]) {
        expect((await begun(company({ registerNumber, closeButton: true, ...fields }))).handoff.kind).toBe(
          way,
        )
      }
      const contact = { type: 'email', value: 'a@example.com' } as const
      expect((await begun({ name: '测试最少有限公司', applicant: { contact } })).handoff.kind).toBe(way)
    })

    test('with accounts: both, one, and one that does not exist', async () => {
      const organizationAccount = await bench.control('accounts', {
        kind: 'organization',
        orgName: '测试账号有限公司',
      })
      const personAccount = await bench.control('accounts', { kind: 'person', account: '13600000001' })
      const account = String(organizationAccount.id)
      const applicant = { ...company().applicant, account: String(personAccount.id) }
      expect((await begun(company({ account, applicant }))).refs).toBeDefined()
      expect((await begun(company({ account }))).refs).toBeDefined()
      expect((await begun(company({ applicant }))).refs).toBeDefined()
      expect(await start(company({ account: 'nobody', applicant }))).toMatchObject({ kind: 'rejected' })
    })

    test('the outline shows the organization, and beside it who acts for it', async () => {
      const { handoff, refs } = await begun()
      await bench.act(handoff, 'pass')
      const outline = value(await having(bench.driver.outline, 'outline')(refs))
      expect(outline).toMatchObject({ subject: 'organization', state: 'passed' })
      expect(outline?.steps.map(each => each.kind)).toContain('bankTransfer')
      expect(outline?.related).toMatchObject([
        { subject: 'person', state: 'passed', steps: [{ kind: 'face' }] },
      ])
    })
  },
)

test('the flow of a person, as the agent’s own is, proves nothing about an organization', async () => {
  const bench = await openEsignBench({ product: 'v2', authentication: 'signature' })
  const { flowId } = await bench.control('flows', { flowStatus: 'SUCCESS', objectType: 'INDIVIDUAL' })
  const question = { subject: 'organization', name: '示例', refs: { flowId: String(flowId) } } as const
  const fact = value(await bench.driver.query(question))
  await bench.close()
  expect(fact).toEqual({ standing: 'unproven', assurance: null, rawStatus: 'objectType=INDIVIDUAL' })
})
