import { outlineKinds, outlineStates } from '../../cloudfunctions/domain/outline'
import type { StartRequest } from '../../cloudfunctions/vendors/driver'
import { describeEveryVendor } from './every-vendor'
import { handedOff, having, reference, value } from './outcomes'

/** What every driver that can draw a flow must do, told against a strict simulator of its vendor. */
describeEveryVendor(
  'outline',
  ({ outline }) => outline,
  vendor => {
    const ask = (refs: Record<string, string>) => having(vendor.bench.driver.outline, 'outline')(refs)
    const drawn = async (refs: Record<string, string>) => having(value(await ask(refs)), 'such flow')
    const rest = () => ({ way: 'app', reference, noticeUrl: vendor.bench.noticeUrl() }) as const
    const begin = async (request: StartRequest) => handedOff(await vendor.bench.driver.start(request))
    const begunPerson = () => begin({ subject: 'person', person: vendor.bench.person(), ...rest() })

    test('of a person it shows how it went', async () => {
      const { handoff, refs } = await begunPerson()
      expect(await drawn(refs)).toMatchObject({ subject: 'person', state: 'notStarted', steps: [] })
      await vendor.bench.act(handoff, 'pass')
      expect(await drawn(refs)).toMatchObject({
        state: 'passed',
        failure: '',
        steps: [{ state: 'passed' }],
        createdAt: expect.any(Number),
      })
    })

    test('of an organization it shows the steps in words of ours, beside the vendor’s own', async () => {
      const organizations = having(vendor.bench.organizations, 'bench for organizations')
      const organization = organizations.company()
      const { handoff, refs } = await begin({ subject: 'organization', organization, ...rest() })
      await organizations.pass(handoff)
      const outline = await drawn(refs)
      expect(outline).toMatchObject({ subject: 'organization', state: 'passed' })
      expect(outline.steps).not.toEqual([])
      for (const flow of [outline, ...outline.related])
        for (const { kind, rawKind, state } of flow.steps) {
          expect(outlineKinds).toContain(kind)
          expect(outlineStates).toContain(state)
          expect(rawKind).not.toBe('')
        }
    })

    test('of a flow that was never there, there is none', async () => {
      const { refs } = await begunPerson()
      const missing = Object.fromEntries(Object.keys(refs).map(name => [name, '999999999999999999']))
      expect(value(await ask(missing))).toBeNull()
      expect(value(await ask({}))).toBeNull()
    })

    test.each(['dropBefore', 'dropAfter', 'garbage'] as const)('%s: it is asked for again', async fault => {
      const { refs } = await begunPerson()
      await vendor.bench.fault(fault)
      expect((await drawn(refs)).subject).toBe('person')
    })

    test('hang: it is transient', async () => {
      const { refs } = await begunPerson()
      await vendor.bench.fault('hang')
      expect((await ask(refs)).kind).toBe('transient')
    })

    test('nobody’s name or number is in it', async () => {
      const person = vendor.bench.person()
      const { handoff, refs } = await begin({ subject: 'person', person, ...rest() })
      await vendor.bench.act(handoff, 'pass')
      const text = JSON.stringify(await drawn(refs))
      for (const secret of [person.name, person.idNumber, person.contact.value])
        expect(text).not.toContain(having(secret, 'secret'))
    })
  },
)
