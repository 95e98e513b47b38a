import type { PersonFields } from '../../cloudfunctions/domain/verification'
import { describeEveryVendor } from './every-vendor'
import { emptyNotice, handedOff, having, reference, value } from './outcomes'

/** What every driver must do for persons, told against a strict simulator of its vendor. */
describeEveryVendor(
  'persons',
  ({ subjects }) => subjects.includes('person'),
  vendor => {
    const { handoffs, personModes, idTypes, queryBy } = vendor.capabilities
    const request = (person: PersonFields, way: 'app' | 'link' = 'app') =>
      ({ subject: 'person', person, way, noticeUrl: vendor.bench.noticeUrl(), reference }) as const
    const start = (person: PersonFields) => vendor.bench.driver.start(request(person))

    async function begun(person = vendor.bench.person()) {
      return { person, ...handedOff(await start(person)) }
    }
    const question = ({ contact, name, idNumber }: PersonFields, refs = {}) =>
      ({ subject: 'person', contact, name, idNumber, refs }) as const
    const asked = async (person: PersonFields, refs: Record<string, string>) =>
      value(await vendor.bench.driver.query(question(person, refs)))

    test('a start yields a handoff of a declared kind', async () => {
      const { handoff } = await begun()
      expect(handoffs).toContain(handoff.kind)
    })

    test('a start for a browser yields a link, with its code', async () => {
      const { handoff } = handedOff(await vendor.bench.driver.start(request(vendor.bench.person(), 'link')))
      expect(handoff).toMatchObject({ kind: 'webUrl', qrImage: expect.stringMatching(/^data:image\//) })
    })

    test('every declared mode and document is accepted', async () => {
      for (const mode of personModes) await begun({ ...vendor.bench.person(), mode })
      for (const idType of idTypes)
        await begun({ ...vendor.bench.person(), idType, idNumber: undefined, name: undefined })
    })

    test('before anybody acted nothing is proven', async () => {
      const { person, refs } = await begun()
      expect(await asked(person, refs)).toMatchObject({ standing: 'unproven', assurance: null })
    })

    test('after passing it is verified', async () => {
      const { person, handoff, refs } = await begun()
      await vendor.bench.act(handoff, 'pass')
      expect(await asked(person, refs)).toMatchObject({ standing: 'verified' })
    })

    test('after failing nothing is proven, and the notice claims a rejection where there is one', async () => {
      const { person, handoff, refs } = await begun()
      await vendor.bench.act(handoff, 'fail')
      expect((await asked(person, refs)).standing).not.toBe('verified')
      if (!vendor.bench.tellsFailures) return
      const [notice] = await vendor.bench.notices(1)
      expect(vendor.bench.driver.readNotice(notice ?? emptyNotice)).toMatchObject({
        claim: { standing: 'rejected' },
      })
    })

    test('a manual review is claimed as such, and its decision later, where there is one', async () => {
      const { review } = vendor.bench
      if (!review) return
      const { person, handoff, refs } = await begun()
      await vendor.bench.act(handoff, 'review')
      await vendor.bench.notices(1)
      await review('pass')
      const notices = await vendor.bench.notices(2)
      const claims = notices.map(each => vendor.bench.driver.readNotice(each))
      expect(claims).toMatchObject([
        { claim: { standing: 'reviewing' } },
        { claim: { standing: 'verified' } },
      ])
      expect((await asked(person, refs)).standing).toBe('verified')
    })

    if (queryBy.includes('attempt')) {
      test('by the id of the attempt the assurance is the stronger one', async () => {
        const { person, handoff } = await begun()
        await vendor.bench.act(handoff, 'pass')
        const [notice] = await vendor.bench.notices(1)
        const reading = vendor.bench.driver.readNotice(notice ?? emptyNotice)
        expect(reading).toMatchObject({ kind: 'read', claim: { standing: 'verified' } })
        if (reading.kind !== 'read') return
        expect(await asked(person, reading.refs)).toMatchObject({
          standing: 'verified',
          assurance: 'attempt',
        })
        expect(Object.keys(reading.refs)).not.toEqual([])
        for (const id of Object.values(reading.refs)) expect(typeof id).toBe('string')
      })

      test.each(['hang', 'dropBefore', 'dropAfter', 'garbage'] as const)(
        '%s: a start is indeterminate and is not repeated',
        async fault => {
          const before = await vendor.bench.requests()
          await vendor.bench.fault(fault)
          expect((await start(vendor.bench.person())).kind).toBe('indeterminate')
          expect((await vendor.bench.requests()) - before).toBe(1)
        },
      )
    } else {
      test('of a person alone it proves the account, and knows it at the next start', async () => {
        const { person, handoff, refs } = await begun()
        await vendor.bench.act(handoff, 'pass')
        expect(await asked(person, refs)).toMatchObject({ standing: 'verified', assurance: 'account' })
        expect(value(await start(person)).kind).toBe('already')
      })

      test.each(['dropBefore', 'dropAfter', 'garbage'] as const)(
        '%s: a start is asked for again, since a second link is harmless',
        async fault => {
          await vendor.bench.fault(fault)
          expect((await start(vendor.bench.person())).kind).toBe('ok')
        },
      )

      test('hang: a start is transient', async () => {
        await vendor.bench.fault('hang')
        expect((await start(vendor.bench.person())).kind).toBe('transient')
      })
    }

    test.each(['dropBefore', 'dropAfter', 'garbage'] as const)(
      '%s: a question is simply asked again',
      async fault => {
        const { person, refs } = await begun()
        await vendor.bench.fault(fault)
        expect(await asked(person, refs)).toMatchObject({ standing: 'unproven' })
      },
    )

    test('hang: a question is transient', async () => {
      const { person, refs } = await begun()
      await vendor.bench.fault('hang')
      expect((await vendor.bench.driver.query(question(person, refs))).kind).toBe('transient')
    })

    test('a vendor that is busy once is asked again, signed afresh', async () => {
      await vendor.bench.fault('busyOnce')
      expect((await begun()).handoff).toBeDefined()
    })

    test('where nobody listens nothing has happened', async () => {
      const outcome = await vendor.bench.unreachable.start(request(vendor.bench.person()))
      expect(outcome.kind).toBe('transient')
    })

    test('credentials of the other environment are the operator’s to mend', async () => {
      const outcome = await vendor.bench.wrongEnvironment.start(request(vendor.bench.person()))
      expect(outcome.kind).toBe('misconfigured')
    })

    test('a wrong key is refused', async () => {
      const outcome = await vendor.bench.wrongKey.start(request(vendor.bench.person()))
      expect(['rejected', 'misconfigured']).toContain(outcome.kind)
    })

    test('no outcome repeats what the person typed', async () => {
      const person = vendor.bench.person()
      const { refs } = await begun()
      const outcomes = [
        await vendor.bench.wrongKey.start(request(person)),
        await vendor.bench.unreachable.query(question(person, refs)),
      ]
      for (const outcome of outcomes) expect(outcome.kind).not.toBe('ok')
      for (const secret of [person.contact.value, person.name, person.idNumber]) {
        expect(JSON.stringify(outcomes)).not.toContain(having(secret, 'secret'))
      }
    })
  },
)
