import { codeOf } from '../../../test/support/refusal'
import { createWorld, proven, unproven, type World } from '../../../test/support/world'
import type { Fact } from '../../domain/decide'
import type { NoticeRow } from '../../domain/notice'
import type { Verification } from '../../domain/verification'
import { askVendor, claimsOf, factsOf, questionOf } from './askVendor'
import { fieldsOf } from './sealedFields'
import { start } from './start'

let world: World
let started: Verification
beforeEach(async () => {
  world = createWorld()
  const { verification } = await start(world.deps, 'alice', await world.startInput())
  const found = await world.store.get('verifications', verification.id)
  if (!found) throw new Error('not started')
  started = found
})

const idOf = (name: string): Record<string, string> => (name === '' ? {} : { authId: name })
const notice = (id: string, attempt: number, changes: Partial<NoticeRow> = {}): NoticeRow => ({
  _id: `${id}${attempt}`,
  verificationId: 'v_1',
  vendor: 'qiyuesuo',
  attempt,
  standing: 'started',
  rawStatus: 'status',
  refs: idOf(id),
  receivedAt: 1,
  ...changes,
})
const driver = () => {
  const [found] = world.deps.drivers.values()
  if (!found) throw new Error('no driver')
  return found
}
/** Ids that are asked about, in their order. */
const asked = async (own: string, notices: readonly NoticeRow[]) => {
  world.vendor.questions = []
  const fields = fieldsOf(world.deps, started)
  if (!fields) throw new Error('no fields')
  const answer = await askVendor(
    world.deps,
    { ...started, refs: idOf(own), attempt: 2 },
    driver(),
    fields,
    notices,
  )
  return { answer, ids: world.vendor.questions.map(({ refs }) => refs.authId ?? '') }
}

describe('the vendor is asked', () => {
  const notices = [
    notice('b', 1),
    notice('a', 1),
    notice('z', 2),
    notice('own', 2),
    notice('', 2),
    notice('d', 1),
    notice('c', 1),
    notice('a', 1),
  ]

  test('about its own id first, then about a few that notices have named, those of this attempt before others', async () => {
    for (const each of [notices, [...notices].reverse()])
      expect((await asked('own', each)).ids).toEqual(['own', 'z', 'a', 'b', 'c'])
  })

  test('about the account too where the start told no id, if it can be', async () => {
    expect((await asked('', [])).ids).toEqual([''])
    Object.assign(driver().capabilities, { queryBy: ['account', 'attempt'] })
    expect((await asked('', [notice('b', 2), notice('a', 2)])).ids).toEqual(['a', 'b', ''])
    Object.assign(driver().capabilities, { queryBy: ['attempt'] })
    expect((await asked('', [notice('b', 2), notice('a', 2)])).ids).toEqual(['a', 'b'])
    expect((await asked('', [notice('', 2)])).ids).toEqual([''])
  })

  test('no further once this attempt is proven, and on where only an account is', async () => {
    world.vendor.onQuery = () => proven('attempt')
    expect(await asked('own', notices)).toMatchObject({
      ids: ['own'],
      answer: { facts: [{ refs: idOf('own') }] },
    })
    world.vendor.onQuery = () => proven('account')
    expect((await asked('own', notices)).ids).toHaveLength(5)
    // A refusal proves nothing, whatever it is said to rest on.
    world.vendor.onQuery = () => ({
      kind: 'ok',
      value: { standing: 'rejected', assurance: 'attempt', rawStatus: null },
    })
    expect((await asked('own', notices)).ids).toHaveLength(5)
  })

  test('not at all where this run has no time left, which is nobody’s answer', async () => {
    world.vendor.onQuery = () => ({ kind: 'transient', code: 'BUDGET', detail: '' })
    expect(await codeOf(asked('own', notices))).toBe('VENDOR_UNAVAILABLE')
  })

  test('all or nothing: one question without an answer leaves all of them open', async () => {
    world.vendor.onQuery = ({ refs }) =>
      refs.authId === 'b' ? { kind: 'transient', code: 'TIMEOUT', detail: '' } : unproven
    expect((await asked('own', notices)).answer).toEqual({ facts: [], problem: 'VENDOR_UNAVAILABLE' })
  })
})

test('a person is asked about by what the vendor finds him by, and by nothing that was not said', () => {
  const fields = fieldsOf(world.deps, started)
  if (fields?.subject !== 'person') throw new Error('no person')
  const { contact, name, idNumber } = fields.person
  expect(questionOf(fields, {})).toEqual({ subject: 'person', contact, name, idNumber, refs: {} })
  const person = { contact, mode: fields.person.mode, idType: fields.person.idType }
  expect(Object.keys(questionOf({ subject: 'person', person }, {})).sort()).toEqual([
    'contact',
    'refs',
    'subject',
  ])
})

describe('what an answer says of this attempt', () => {
  const open: Fact = { standing: 'unproven', assurance: null, rawStatus: 'raw' }
  const refusal = { standing: 'rejected', reason: 'basicInformation' } as const
  const of = (id: string, fact: Fact, notices: readonly NoticeRow[]) =>
    factsOf(
      { facts: [{ refs: idOf(id), fact }], problem: null },
      { ...started, refs: idOf('own'), attempt: 2 },
      notices,
    )

  test('is believed of an id together with what notices of this attempt say of that id', () => {
    const refused = { ...open, standing: 'rejected', reason: 'basicInformation' }
    expect(of('own', open, [notice('own', 2, refusal)])).toEqual([refused])
    expect(of('own', open, [notice('', 2, refusal)])).toEqual([refused])
    expect(of('b', open, [notice('b', 2, refusal)])).toEqual([refused])
    // Of another attempt, of another id.
    expect(of('own', open, [notice('own', 1, refusal)])).toEqual([open])
    expect(of('own', open, [notice('b', 2, refusal)])).toEqual([open])
    expect(of('b', open, [notice('b', 2), notice('', 2, refusal), notice('own', 2, refusal)])).toEqual([open])
  })

  test('is nothing where only an earlier attempt is open, and counts where that has passed', () => {
    expect(of('b', open, [notice('b', 1)])).toEqual([])
    const passed: Fact = { ...open, standing: 'verified', assurance: 'attempt' }
    expect(of('b', passed, [notice('b', 1)])).toEqual([passed])
  })

  test('is what it is of the account', () => {
    expect(of('', open, [notice('', 2, refusal)])).toEqual([open])
  })
})

test('a notice claims what it says, and one that says nothing claims nothing', () => {
  const all = [
    notice('a', 1, { standing: null }),
    notice('a', 1, { standing: 'rejected', reason: 'basicInformation' }),
    notice('a', 1),
  ]
  expect(claimsOf(all)).toStrictEqual([
    { standing: 'rejected', rawStatus: 'status', reason: 'basicInformation' },
    { standing: 'started', rawStatus: 'status' },
  ])
})
