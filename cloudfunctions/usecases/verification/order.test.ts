import * as fc from 'fast-check'
import { createMemoryStore } from '../../../test/support/memory-store'
import { createWorld, type World } from '../../../test/support/world'
import type { Claim, Fact, Standing } from '../../domain/decide'
import type { Verification } from '../../domain/verification'
import { proofs } from '../../domain/words'
import { companyEvents, companyStatuses, personStatuses } from '../../vendors/qiyuesuo/notice'
import { createTally } from '../kit/tally'
import { receiveNotice } from '../receiveNotice'
import { noticeUrl } from './noticeAddress'
import { start } from './start'

/** What notices of all vendors can say, each with the id it may name. */
const claims: Claim[] = [
  ...Object.entries(personStatuses).map(([status, standing]) => ({
    standing,
    rawStatus: `status=${status}`,
  })),
  ...Object.entries(companyStatuses).flatMap(([status, standing]) =>
    Object.entries(companyEvents).map(([event, { reason, standing: other }]) => ({
      standing: standing === 'started' ? (other ?? standing) : standing,
      rawStatus: `status=${status},actionEvent=${event}`,
      ...(standing === 'rejected' && reason && { reason }),
    })),
  ),
  { standing: 'verified', rawStatus: 'MsgType=UserAccountVerify' },
  { standing: 'verified', rawStatus: 'action=AUTH_PASS' },
  { standing: 'started', rawStatus: 'action=AUTHORIZE_FINISH' },
  { standing: 'verified', rawStatus: 'success=true' },
  { standing: 'rejected', rawStatus: 'success=false' },
]
const ids = ['a1', 'a2', 'a3']

/** What the vendor answers all the while: about every id what it likes, and about the account another thing. */
interface Truth {
  byId: Record<string, Fact>
  account: Fact
}
const ofAttempt = (standing: Standing): Fact => ({
  standing,
  assurance: standing === 'verified' ? 'attempt' : null,
  rawStatus: standing,
})
const ofId = fc.constantFrom<Fact[]>(
  ...(['unproven', 'unproven', 'started', 'reviewing', 'verified', 'rejected'] as const).map(ofAttempt),
  { ...ofAttempt('unproven'), unknown: true },
)
const truth: fc.Arbitrary<Truth> = fc.record({
  byId: fc.record(Object.fromEntries(ids.map(id => [id, ofId]))),
  account: fc.constantFrom<Fact[]>(
    { standing: 'unproven', assurance: null, rawStatus: 'no' },
    { standing: 'verified', assurance: 'account', rawStatus: 'yes' },
    { standing: 'verified', assurance: 'account', rawStatus: 'detail', elsewhere: true },
  ),
})

/** What else a verdict hangs on, and does not change meanwhile. */
const circumstances = fc.record({
  proof: fc.constantFrom(...proofs),
  owned: fc.boolean(),
  before: fc.constantFrom(null, { at: 1, untouched: true }, { at: 1, untouched: false }),
  /** The vendor told the id of the attempt at its start, or did not. */
  refs: fc.constantFrom<Record<string, string>[]>({}, {}, { authId: 'a1' }),
})
type Circumstances = typeof circumstances extends fc.Arbitrary<infer Known> ? Known : never

interface Event {
  claim: Claim
  refs: Record<string, string>
  attempt: number
}

const event: fc.Arbitrary<Event> = fc.record({
  claim: fc.constantFrom(...claims),
  refs: fc.constantFrom<Record<string, string>[]>({}, ...ids.map(authId => ({ authId }))),
  attempt: fc.constantFrom(1, 1, 1, 2),
})

/** One verification with two attempts behind it, as it stands before any notice. */
async function begun(): Promise<{ world: World; first: Verification }> {
  const world = createWorld()
  const driver = world.deps.drivers.get('qiyuesuo')
  if (!driver) throw new Error('no driver')
  driver.readNotice = ({ body }) => ({
    kind: 'read',
    ...(JSON.parse(body.toString()) as Omit<Event, 'attempt'>),
  })
  await start(world.deps, 'alice', await world.startInput())
  const [first] = world.store.all('verifications')
  if (!first) throw new Error('nothing began')
  return { world, first }
}

test('whatever comes in whatever order, the end is the same: 10,000 sets of notices', async () => {
  const { world, first } = await begun()
  async function endOf(events: readonly Event[], { byId, account }: Truth, around: Circumstances) {
    const { _id } = first
    const { proof, ...known } = around
    const config = { ...world.deps.config, proof }
    const deps = { ...world.deps, config, store: createMemoryStore(), tally: createTally() }
    await deps.store.insert('verifications', { ...first, ...known })
    world.vendor.onQuery = ({ refs: { authId } }) => ({
      kind: 'ok',
      value: (authId === undefined ? undefined : byId[authId]) ?? account,
    })
    for (const { claim, refs, attempt } of events) {
      const secret = noticeUrl(deps, { _id, vendor: 'qiyuesuo', attempt }).split('/').at(-1) ?? ''
      await receiveNotice(deps, {
        vendor: 'qiyuesuo',
        address: { verificationId: _id, attempt, secret },
        body: Buffer.from(JSON.stringify({ claim, refs })),
        method: 'POST',
        headers: {},
        query: {},
      })
    }
    const after = await deps.store.get('verifications', _id)
    if (!after) throw new Error('it is gone')
    const { state, reviewing, reason, assurance, missing, rawStatus } = after
    return { state, reviewing, reason, assurance, missing, rawStatus }
  }

  await fc.assert(
    fc.asyncProperty(
      fc
        .uniqueArray(event, { minLength: 2, maxLength: 5, selector: each => JSON.stringify(each) })
        .chain(events =>
          fc.record({
            events: fc.constant(events),
            other: fc.shuffledSubarray(events, { minLength: events.length }),
            truth,
            around: circumstances,
          }),
        ),
      async ({ events, other, truth, around }) => {
        expect(await endOf(other, truth, around)).toEqual(await endOf(events, truth, around))
      },
    ),
    { numRuns: 10_000 },
  )
})
