import * as fc from 'fast-check'
import { createMemoryStore } from '../../../test/support/memory-store'
import { createWorld, unproven, type World } from '../../../test/support/world'
import type { Claim, Fact, Standing } from '../../domain/decide'
import type { Verification } from '../../domain/verification'
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

/** What the vendor answers all the while: it is of one mind, but without an id it proves nobody. */
const answers: Fact[] = (
  ['unproven', 'unproven', 'started', 'reviewing', 'verified', 'rejected'] as Standing[]
).map(standing => ({ standing, assurance: standing === 'verified' ? 'attempt' : null, rawStatus: standing }))

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
  async function endOf(events: readonly Event[], truth: Fact) {
    const { _id } = first
    const deps = { ...world.deps, store: createMemoryStore(), tally: createTally() }
    await deps.store.insert('verifications', first)
    world.vendor.onQuery = ({ refs }) => {
      if (truth.standing === 'verified' && !refs.authId) return unproven
      return { kind: 'ok', value: truth }
    }
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
    const { state, reviewing, reason, assurance, rawStatus } = after
    return { state, reviewing, reason, assurance, rawStatus }
  }

  await fc.assert(
    fc.asyncProperty(
      fc
        .uniqueArray(event, { minLength: 2, maxLength: 5, selector: each => JSON.stringify(each) })
        .chain(events =>
          fc.record({
            events: fc.constant(events),
            other: fc.shuffledSubarray(events, { minLength: events.length }),
            truth: fc.constantFrom(...answers),
          }),
        ),
      async ({ events, other, truth }) => {
        expect(await endOf(other, truth)).toEqual(await endOf(events, truth))
      },
    ),
    { numRuns: 10_000 },
  )
})
