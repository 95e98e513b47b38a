import type { OrganizationFields } from '../../cloudfunctions/domain/verification'
import type { StartRequest } from '../../cloudfunctions/vendors/driver'
import { eventually } from '../support/eventually'
import { describeEveryVendor } from './every-vendor'
import { handedOff, having, reference, value } from './outcomes'

/** What every driver must do for single organizations, told against a strict simulator of its vendor. */
describeEveryVendor(
  'organizations',
  ({ subjects }) => subjects.includes('organization'),
  vendor => {
    const { handoffs, queryBy, licence, requires } = vendor.capabilities
    const organizations = () => having(vendor.bench.organizations, 'bench for organizations')
    const company = () => organizations().company()
    const request = (organization: OrganizationFields, changes: Partial<StartRequest> = {}) =>
      ({
        subject: 'organization',
        organization,
        way: 'app',
        noticeUrl: vendor.bench.noticeUrl(),
        reference,
        ...changes,
      }) as StartRequest
    const start = (organization: OrganizationFields, changes: Partial<StartRequest> = {}) =>
      vendor.bench.driver.start(request(organization, changes))
    const question = ({ name, registerNumber }: OrganizationFields, refs: Record<string, string>) =>
      ({ subject: 'organization', name, registerNumber, refs }) as const
    const asked = async (organization: OrganizationFields, refs: Record<string, string>) =>
      value(await vendor.bench.driver.query(question(organization, refs)))

    async function begun(organization = company(), changes: Partial<StartRequest> = {}) {
      return { organization, ...handedOff(await start(organization, changes)) }
    }

    test('a start yields a handoff of a declared kind', async () => {
      const { handoff } = await begun()
      expect(handoffs).toContain(handoff.kind)
    })

    test('a start for a browser yields a link, with its code', async () => {
      const { handoff } = await begun(company(), { way: 'link' })
      expect(handoff).toMatchObject({ kind: 'webUrl', qrImage: expect.stringMatching(/^data:image\//) })
    })

    test('no more is needed than what is declared', async () => {
      const { name, applicant, registerNumber, legalPerson } = company()
      const optional = { registerNumber, legalPerson }
      const needed = Object.fromEntries(requires.organization.map(field => [field, optional[field]]))
      expect((await begun({ name, applicant, ...needed })).handoff).toBeDefined()
    })

    test('before anybody acted nothing is proven', async () => {
      const { organization, refs } = await begun()
      expect(await asked(organization, refs)).toMatchObject({ standing: 'unproven', assurance: null })
    })

    test('after passing it is verified, and its notice tells which one', async () => {
      const { organization, handoff, refs } = await begun()
      await organizations().pass(handoff)
      expect(await asked(organization, refs)).toMatchObject({ standing: 'verified' })
      const told = await eventually(async () => {
        const notices = await vendor.bench.notices(1)
        const readings = notices.map(each => vendor.bench.driver.readNotice(each))
        return readings.find(each => 'claim' in each && each.claim?.standing === 'verified')
      })
      if (told.kind === 'account') {
        expect(told.about).toMatchObject({ reference })
        expect(queryBy).not.toContain('attempt')
        expect(await asked(organization, refs)).toMatchObject({ assurance: 'account' })
      } else {
        const { refs: ids } = having(told.kind === 'read' ? told : null, 'notice')
        expect(Object.keys(ids)).not.toEqual([])
        // The ids of the start, where it told any, are those of the notice.
        expect(ids).toMatchObject(refs)
        expect(await asked(organization, ids)).toMatchObject({ standing: 'verified', assurance: 'attempt' })
      }
    })

    test('without the id of an attempt nothing is proven, where the vendor knows attempts only', async () => {
      const { organization, handoff } = await begun()
      await organizations().pass(handoff)
      const { standing } = await eventually(async () => {
        const fact = await asked(organization, {})
        return (fact.standing === 'verified' || !queryBy.includes('account')) && fact
      })
      expect(standing).toBe(queryBy.includes('account') ? 'verified' : 'unproven')
    })

    test('what passed says nothing about another organization', async () => {
      const { handoff } = await begun()
      await organizations().pass(handoff)
      const { organization, refs } = await begun()
      expect((await asked(organization, refs)).standing).toBe('unproven')
    })

    test('what was verified before needs nothing more, where the vendor remembers', async () => {
      const { organization, handoff } = await begun()
      await organizations().pass(handoff)
      const again = () => start(organization).then(value)
      if (!organizations().remembers) expect((await again()).kind).toBe('handoff')
      else
        expect(await eventually(async () => (await again()).kind === 'already' && again())).toMatchObject({
          kind: 'already',
          rawStatus: expect.stringMatching(/^\w+=\w+/),
        })
    })

    if (licence)
      test.each(licence.types)('a licence as %s goes along', async type => {
        const bytes = Buffer.concat([having(heads[type], 'head'), Buffer.alloc(2000, 13)])
        expect((await begun(company(), { licence: { type, bytes } })).handoff).toBeDefined()
      })

    if (queryBy.includes('attempt')) {
      test.each(['hang', 'dropBefore', 'dropAfter', 'garbage'] as const)(
        '%s: a start is indeterminate and is not repeated',
        async fault => {
          const before = await vendor.bench.requests()
          await vendor.bench.fault(fault)
          expect((await start(company())).kind).toBe('indeterminate')
          expect((await vendor.bench.requests()) - before).toBe(1)
        },
      )
    } else {
      test.each(['dropBefore', 'dropAfter', 'garbage'] as const)(
        '%s: a start is asked for again, since a second link is harmless',
        async fault => {
          await vendor.bench.fault(fault)
          expect((await start(company())).kind).toBe('ok')
        },
      )
    }

    test.each(['dropBefore', 'dropAfter', 'garbage'] as const)(
      '%s: a question is simply asked again',
      async fault => {
        const { organization, refs } = await begun()
        await vendor.bench.fault(fault)
        expect(await asked(organization, refs)).toMatchObject({ standing: 'unproven' })
      },
    )

    test('hang: a question is transient', async () => {
      const { organization, refs } = await begun()
      await vendor.bench.fault('hang')
      expect((await vendor.bench.driver.query(question(organization, refs))).kind).toBe('transient')
    })

    test('where nobody listens nothing has happened', async () => {
      expect((await vendor.bench.unreachable.start(request(company()))).kind).toBe('transient')
    })

    test('credentials of the other environment are the operator’s to mend', async () => {
      expect((await vendor.bench.wrongEnvironment.start(request(company()))).kind).toBe('misconfigured')
    })

    test('no outcome repeats who acts for it', async () => {
      const organization = company()
      const outcomes = [
        await vendor.bench.wrongKey.start(request(organization)),
        await vendor.bench.unreachable.start(request(organization)),
      ]
      for (const outcome of outcomes) expect(outcome.kind).not.toBe('ok')
      const { name, contact } = organization.applicant
      for (const secret of [name, contact.value, organization.legalPerson])
        expect(JSON.stringify(outcomes)).not.toContain(having(secret, 'secret'))
    })
  },
)

/** What a file of each kind begins with. */
const heads = {
  jpg: Buffer.from([0xff, 0xd8, 0xff, 0xe0]),
  png: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  pdf: Buffer.from('%PDF-1.4\r\n'),
}
