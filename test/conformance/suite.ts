import * as fc from 'fast-check'
import type { Handoff } from '../../cloudfunctions/contract/handoff'
import type { PersonFields } from '../../cloudfunctions/domain/verification'
import type { Driver, Outcome, RawNotice, Started } from '../../cloudfunctions/vendors/driver'

/** What happens to the next request at the vendor. */
export type Fault = 'hang' | 'dropBefore' | 'dropAfter' | 'garbage' | 'busyOnce'

/** A vendor's simulator, as the suite needs it. */
export interface Bench {
  driver: Driver
  /** The same vendor with credentials of the other environment, with a wrong key, and where nobody listens. */
  wrongEnvironment: Driver
  wrongKey: Driver
  unreachable: Driver
  /** Another person at every call. */
  person(): PersonFields
  /** A fresh address for notices. */
  noticeUrl(): string
  fault(fault: Fault): Promise<void>
  /** Goes where the handoff leads and acts there. */
  act(handoff: Handoff, action: 'pass' | 'fail' | 'review'): Promise<void>
  /** The reviewer at the vendor decides about the newest attempt. */
  review(action: 'pass' | 'fail'): Promise<void>
  /** What has arrived at the newest notice address; waits for `count` of them. */
  notices(count: number): Promise<RawNotice[]>
  requests(): Promise<number>
}

/**
 * What the vendor can prove. `attempt`: it names an attempt, tells of every end of it, and a second start is another
 * one · `account`: it knows people only, tells of success only, and a second link to begin with is harmless.
 */
export type Proof = 'attempt' | 'account'

/** The conformance suite: what every driver must do for persons, told against a strict simulator of its vendor. */
export function describePersonDriver(
  name: string,
  open: () => Promise<Bench & { close(): Promise<void> }>,
  proof: Proof = 'attempt',
): void {
  describe(`${name}, persons`, () => {
    let bench: Awaited<ReturnType<typeof open>>
    beforeAll(async () => {
      bench = await open()
    })
    afterAll(() => bench.close())

    const request = (person: PersonFields) =>
      ({ subject: 'person', person, way: 'app', noticeUrl: bench.noticeUrl(), reference }) as const

    async function begun(person = bench.person()) {
      const outcome = await bench.driver.start(request(person))
      return { person, ...handedOff(outcome) }
    }
    const question = ({ contact, name, idNumber }: PersonFields, refs = {}) =>
      ({ subject: 'person', contact, name, idNumber, refs }) as const
    const asked = async (person: PersonFields, refs = {}) =>
      value(await bench.driver.query(question(person, refs)))

    test('a start yields a handoff of a declared kind', async () => {
      const { handoff } = await begun()
      expect(bench.driver.capabilities.handoffs).toContain(handoff.kind)
    })

    test('every declared mode and document is accepted', async () => {
      const { personModes, idTypes } = bench.driver.capabilities
      for (const mode of personModes) await begun({ ...bench.person(), mode })
      for (const idType of idTypes)
        await begun({ ...bench.person(), idType, idNumber: undefined, name: undefined })
    })

    test('before anybody acted nothing is proven', async () => {
      const { person } = await begun()
      expect(await asked(person)).toMatchObject({ standing: 'unproven', assurance: null })
    })

    test('after passing it is verified', async () => {
      const { person, handoff, refs } = await begun()
      await bench.act(handoff, 'pass')
      expect(await asked(person, refs)).toMatchObject({ standing: 'verified' })
    })

    if (proof === 'attempt') {
      test('after passing it is verified; by the id of the attempt with the stronger assurance', async () => {
        const { person, handoff, refs } = await begun()
        await bench.act(handoff, 'pass')
        expect(await asked(person, refs)).toMatchObject({ standing: 'verified' })
        const [notice] = await bench.notices(1)
        const reading = bench.driver.readNotice(notice ?? emptyNotice)
        expect(reading).toMatchObject({ kind: 'read', claim: { standing: 'verified' } })
        if (reading.kind !== 'read') return
        expect(await asked(person, reading.refs)).toMatchObject({
          standing: 'verified',
          assurance: 'attempt',
        })
        for (const id of Object.values(reading.refs)) expect(typeof id).toBe('string')
      })

      test('after failing nothing is proven, and the notice claims a rejection', async () => {
        const { person, handoff } = await begun()
        await bench.act(handoff, 'fail')
        expect((await asked(person)).standing).not.toBe('verified')
        const [notice] = await bench.notices(1)
        expect(bench.driver.readNotice(notice ?? emptyNotice)).toMatchObject({
          claim: { standing: 'rejected' },
        })
      })

      test('a manual review is claimed as such, and its decision later', async () => {
        const { person, handoff } = await begun()
        await bench.act(handoff, 'review')
        await bench.notices(1)
        await bench.review('pass')
        const notices = await bench.notices(2)
        const claims = notices.map(each => bench.driver.readNotice(each))
        expect(claims).toMatchObject([
          { claim: { standing: 'reviewing' } },
          { claim: { standing: 'verified' } },
        ])
        expect((await asked(person)).standing).toBe('verified')
      })

      test.each(['hang', 'dropBefore', 'dropAfter', 'garbage'] as const)(
        '%s: a start is indeterminate and is not repeated',
        async fault => {
          const before = await bench.requests()
          await bench.fault(fault)
          const outcome = await bench.driver.start(request(bench.person()))
          expect(outcome.kind).toBe('indeterminate')
          expect((await bench.requests()) - before).toBe(1)
        },
      )
    }

    test.each(['dropBefore', 'dropAfter', 'garbage'] as const)(
      '%s: a question is simply asked again',
      async fault => {
        const { person } = await begun()
        await bench.fault(fault)
        expect(await asked(person)).toMatchObject({ standing: 'unproven' })
      },
    )

    test('hang: a question is transient', async () => {
      const { person } = await begun()
      await bench.fault('hang')
      expect((await bench.driver.query(question(person))).kind).toBe('transient')
    })

    test('a vendor that is busy once is asked again, signed afresh', async () => {
      await bench.fault('busyOnce')
      expect((await begun()).handoff).toBeDefined()
    })

    test('where nobody listens nothing has happened', async () => {
      const outcome = await bench.unreachable.start(request(bench.person()))
      expect(outcome.kind).toBe('transient')
    })

    test('credentials of the other environment are the operator’s to mend', async () => {
      const outcome = await bench.wrongEnvironment.start(request(bench.person()))
      expect(outcome.kind).toBe('misconfigured')
    })

    test('a wrong key is refused', async () => {
      const outcome = await bench.wrongKey.start(request(bench.person()))
      expect(['rejected', 'misconfigured']).toContain(outcome.kind)
    })

    test('no outcome repeats what the person typed', async () => {
      const person = bench.person()
      const outcomes = [
        await bench.wrongKey.start(request(person)),
        await bench.unreachable.query(question(person)),
      ]
      for (const secret of [person.contact.value, person.name, person.idNumber]) {
        expect(JSON.stringify(outcomes)).not.toContain(secret)
      }
    })

    test('whatever bytes arrive as a notice, they are read or refused, never thrown at', () => {
      const types = ['application/json', 'application/x-www-form-urlencoded', '']
      fc.assert(
        fc.property(fc.uint8Array({ maxLength: 200 }), fc.constantFrom(...types), (bytes, type) => {
          const reading = bench.driver.readNotice({
            body: Buffer.from(bytes),
            headers: { 'content-type': type },
            query: {},
          })
          expect(['read', 'nothing', 'refused']).toContain(reading.kind)
        }),
      )
    })
  })
}

const reference = 'v_0123456789abcdef0123456789abcdef_1'
const emptyNotice: RawNotice = { body: Buffer.alloc(0), headers: {}, query: {} }

function handedOff(outcome: Outcome<Started>) {
  const started = value(outcome)
  if (started.kind !== 'handoff') throw new Error(`expected a handoff, not ${started.kind}`)
  return started
}

function value<T>(outcome: Outcome<T>): T {
  if (outcome.kind !== 'ok') throw new Error(`${outcome.kind} ${outcome.code}: ${outcome.detail}`)
  return outcome.value
}
