import * as fc from 'fast-check'
import type { RawNotice } from '../../cloudfunctions/vendors/driver'
import { describeEveryVendor, drivers } from './every-vendor'
import { handedOff, having, reference, value } from './outcomes'

/** What every driver must do with what arrives, told with notices of its vendor's strict simulator. */
describeEveryVendor(
  'notices',
  () => true,
  vendor => {
    async function passed() {
      const person = vendor.bench.person()
      const noticeUrl = vendor.bench.noticeUrl()
      const started = await vendor.bench.driver.start({
        subject: 'person',
        person,
        way: 'app',
        reference,
        noticeUrl,
      })
      const { handoff, refs } = handedOff(started)
      await vendor.bench.act(handoff, 'pass')
      const [notice] = await vendor.bench.notices(1)
      return { person, refs, notice: having(notice, 'notice') }
    }

    test('a notice claims what happened and says whom to ask about; asked, the vendor proves it', async () => {
      const { person, refs, notice } = await passed()
      const reading = vendor.bench.driver.readNotice(notice)
      expect(reading).toMatchObject({
        claim: { standing: 'verified', rawStatus: expect.stringMatching(/^\w+=/) },
      })
      const named = reading.kind === 'read' ? reading.refs : refs
      if (reading.kind === 'account')
        expect(reading).toMatchObject({ eventId: expect.stringMatching(/.+/), about: { reference } })
      const { contact, name, idNumber } = person
      const question = { subject: 'person', contact, name, idNumber, refs: named } as const
      expect(value(await vendor.bench.driver.query(question)).standing).toBe('verified')
    })

    test('one that comes again is read alike', async () => {
      const { notice } = await passed()
      const first = vendor.bench.driver.readNotice(notice)
      expect(vendor.bench.driver.readNotice(notice)).toEqual(first)
    })

    test('one for somebody with other secrets is refused', async () => {
      const { notice } = await passed()
      expect(vendor.bench.strangers).not.toEqual([])
      for (const stranger of vendor.bench.strangers)
        expect(stranger.readNotice(notice)).toEqual({ kind: 'refused', reason: expect.any(String) })
    })

    test('one without the headers it came with claims nothing, where every one is signed', async () => {
      const { notice } = await passed()
      if (!vendor.bench.driver.signsNotices) return
      expect(vendor.bench.driver.readNotice({ ...notice, headers: {} }).kind).not.toMatch(/read|account/)
    })

    test('one that was altered anywhere claims nothing, where every one is signed', async () => {
      const { notice } = await passed()
      if (!vendor.bench.driver.signsNotices) return
      const longer = { ...notice, body: Buffer.concat([notice.body, Buffer.from(' ')]) }
      for (const altered of [longer, ...flipped(notice)])
        expect(vendor.bench.driver.readNotice(altered).kind).not.toMatch(/read|account/)
    })

    test('a refusal holds no word of the notice', async () => {
      const { notice, person } = await passed()
      const words = [person.contact.value, person.name, person.idNumber, reference]
      for (const stranger of vendor.bench.strangers)
        for (const word of words) expect(JSON.stringify(stranger.readNotice(notice))).not.toContain(word)
    })

    test('whatever bytes arrive as a notice, they are read or refused, never thrown at', () => {
      const types = ['application/json', 'application/x-www-form-urlencoded', '']
      fc.assert(
        fc.property(fc.uint8Array({ maxLength: 200 }), fc.constantFrom(...types), (bytes, type) => {
          const reading = vendor.bench.driver.readNotice({
            body: Buffer.from(bytes),
            headers: { 'content-type': type },
            query: {},
          })
          expect(['read', 'nothing', 'refused']).toContain(reading.kind)
        }),
      )
    })

    test('the answer it is given is a success', () => {
      const { statusCode, headers, body } = vendor.bench.driver.noticeAnswer
      expect(statusCode).toBe(200)
      if (headers['content-type'] === 'application/json') expect(() => JSON.parse(body)).not.toThrow()
    })
  },
)

/** The notice with one bit changed, at places all over it. */
function flipped(notice: RawNotice): RawNotice[] {
  const { length } = notice.body
  return Array.from({ length: 16 }, (_, index) => {
    const body = Buffer.from(notice.body)
    const at = Math.floor((index * length) / 16)
    body[at] = (body[at] ?? 0) ^ 1
    return { ...notice, body }
  })
}

test.each([...drivers])('%s has the parts its capabilities promise, and no other', (id, driver) => {
  const { batch, contracts, outline, subjects, handoffs, queryBy } = driver.capabilities
  expect(driver.id).toBe(id)
  expect([batch, contracts, outline]).toEqual([
    driver.batch !== undefined,
    driver.openContract !== undefined,
    driver.outline !== undefined,
  ])
  for (const list of [subjects, handoffs, queryBy]) expect(list).not.toEqual([])
})
