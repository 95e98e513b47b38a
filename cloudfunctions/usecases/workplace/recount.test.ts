import fc from 'fast-check'
import { processOf } from '../../../test/support/mortal'
import { recountInvitations, recountVerifications } from '../../../test/support/recount'
import { createWorld, type World } from '../../../test/support/world'
import type { CountMarks } from '../../domain/countMarks'
import { type CountedInvitation, cellOfInvitation, count, emptyTally } from '../../domain/dayFigures'
import type { Fact } from '../../domain/decide'
import { ActionError } from '../../domain/errors'
import { figuresOf } from '../../domain/figures'
import type { InvitationAuditRow } from '../../domain/invitation/invitation'
import { states } from '../../domain/lifecycle'
import { proofs, type VendorId } from '../../domain/words'
import type { Store } from '../../platform/store'
import type { Outcome, Started } from '../../vendors/driver'
import { claim } from '../operator/claim'
import { receiveNotice } from '../receiveNotice'
import { sweep } from '../sweep'
import { cancel } from '../verification/cancel'
import { recordConsent } from '../verification/recordConsent'
import { refresh } from '../verification/refresh'
import { renew } from '../verification/renew'
import { start } from '../verification/start'
import { figures } from './figures'
import { takeIn } from './takeIn'

const hours = 3600_000
const days = 24 * hours
const beginning = 1_700_000_000_000

const fact = (standing: Fact['standing'], more: Partial<Fact> = {}): Outcome<Fact> => ({
  kind: 'ok',
  value: { standing, assurance: null, rawStatus: standing, ...more },
})
const failure = (kind: 'rejected' | 'transient' | 'indeterminate' | 'misconfigured') =>
  ({ kind, code: 'X', detail: 'd' }) as const

/** What the vendor says when asked. */
const verdicts = {
  unproven: fact('unproven'),
  account: fact('verified', { assurance: 'account' }),
  attempt: fact('verified', { assurance: 'attempt' }),
  rejected: fact('rejected'),
  badLetter: fact('rejected', { reason: 'authorizationLetter' }),
  badInformation: fact('rejected', { reason: 'basicInformation' }),
  reviewing: fact('reviewing'),
  expired: fact('expired'),
  revoked: fact('revoked'),
  down: failure('transient'),
  refuses: failure('rejected'),
} satisfies Record<string, Outcome<Fact>>

/** What becomes of a request to begin. */
const beginnings = {
  begun: {
    kind: 'ok',
    value: {
      kind: 'handoff',
      handoff: { kind: 'plugin', url: 'plugin://example/page', events: {}, leaveEvent: 'leave' },
      refs: {},
    },
  },
  already: { kind: 'ok', value: { kind: 'already', rawStatus: 'verified before' } },
  refused: failure('rejected'),
  unreachable: failure('transient'),
  unanswered: failure('indeterminate'),
  misconfigured: failure('misconfigured'),
} satisfies Record<string, Outcome<Started>>

const keysOf = <T extends object>(table: T) => Object.keys(table) as (keyof T)[]
const which = fc.nat(99)
const verdict = fc.constantFrom(...keysOf(verdicts))
const begun = fc.constantFrom('begun' as const, 'begun' as const, ...keysOf(beginnings))
const act = fc.oneof(
  fc.record({
    kind: fc.constant('start' as const),
    owner: fc.constantFrom('alice', 'bob', 'carol', 'dave'),
    vendor: fc.constantFrom<VendorId[]>('qiyuesuo', 'ess', 'esign'),
    begun,
  }),
  fc.record({
    kind: fc.constant('return' as const),
    which,
    hint: fc.constantFrom('opened' as const, 'returned' as const, 'passed' as const, 'failed' as const),
    verdict,
  }),
  fc.record({ kind: fc.constant('cancel' as const), which, verdict }),
  fc.record({ kind: fc.constant('renew' as const), which, begun }),
  fc.record({
    kind: fc.constant('notice' as const),
    which,
    says: fc.constantFrom('verified', 'rejected', 'reviewing'),
    verdict,
  }),
  fc.record({
    kind: fc.constant('sweep' as const),
    after: fc.constantFrom(60_000, 5 * hours, 31 * hours, 9 * days),
    verdict,
  }),
)
/** What may happen to the counting itself. */
const counting = fc.oneof(
  fc.record({ kind: fc.constant('look' as const) }),
  fc.record({ kind: fc.constant('lookTogether' as const) }),
  fc.record({ kind: fc.constant('dieCounting' as const), moment: fc.nat(12) }),
)
const story = fc.array(fc.oneof({ weight: 4, arbitrary: act }, { weight: 1, arbitrary: counting }), {
  minLength: 40,
  maxLength: 120,
})
type Counting = typeof counting extends fc.Arbitrary<infer T> ? T : never
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never

/** Three vendors of one mind, and whoever has begun with them. */
async function createHistory() {
  const world = createWorld()
  const driver = world.deps.drivers.get('qiyuesuo')
  if (!driver) throw new Error('the world has no vendor')
  world.deps.drivers = new Map(
    (['qiyuesuo', 'ess', 'esign'] as const).map(id => [id, { ...driver, id }] as const),
  )
  await claim(world.deps, 'olivia', { code: 'setup-code' })
  return { world, begun: [] as { id: string; owner: string }[], count: 0 }
}
type History = Awaited<ReturnType<typeof createHistory>>

async function happen(history: History, each: Act | Counting): Promise<void> {
  const { world } = history
  if (each.kind === 'look' || each.kind === 'lookTogether' || each.kind === 'dieCounting')
    return look(world, each)
  if ('verdict' in each) world.vendor.onQuery = () => verdicts[each.verdict]
  if ('begun' in each) world.vendor.onStart = () => beginnings[each.begun]
  history.count += 1
  world.pass(1000)
  if (each.kind === 'start') return begin(history, each)
  if (each.kind === 'sweep') {
    world.pass(each.after)
    await sweep(world.deps)
    return
  }
  const chosen = history.begun[each.which % history.begun.length]
  if (!chosen) return
  const { id, owner } = chosen
  if (each.kind === 'return') await refresh(world.deps, owner, { id, hint: each.hint })
  if (each.kind === 'cancel') await cancel(world.deps, owner, { id })
  if (each.kind === 'renew') {
    const attempt = (await world.store.get('verifications', id))?.attempt ?? 0
    await renew(world.deps, owner, { id, attempt, way: 'app' })
  }
  if (each.kind === 'notice') await notify(history, id, each.says)
}

const everything = { from: beginning, until: beginning + 92 * days }

async function look(world: World, { kind, ...how }: Counting): Promise<void> {
  const { deps } = world
  if (kind === 'look') await figures(deps, 'olivia', everything)
  // Counting one thing at once is to count it once.
  if (kind === 'lookTogether')
    await Promise.all([figures(deps, 'olivia', everything), takeIn(deps, deps.clock()), sweep(deps)])
  if (kind === 'dieCounting') {
    const dying = processOf(world, 'moment' in how ? Number(how.moment) + 1 : 1)
    await figures(dying.deps, 'olivia', everything).catch(error => {
      if (!dying.isDead()) throw error
    })
  }
}

/** As documents were written before they had marks. */
function withoutMarks(store: Store): Store {
  const bare = <D extends object>(document: D): D => {
    const { toCount, countedAs, countedIn, ...rest } = document as D & CountMarks
    return rest as D
  }
  return {
    ...store,
    insert: (collection, document) => store.insert(collection, bare(document)),
    replace: (collection, id, version, changes) => store.replace(collection, id, version, bare(changes)),
  }
}

async function begin({ world, begun, count }: History, { owner, vendor }: Extract<Act, { kind: 'start' }>) {
  const consent = { vendor, purpose: 'general', policyVersion: '1' }
  const { consentId } = await recordConsent(world.deps, owner, consent)
  const clientKey = `key-${String(count).padStart(16, '0')}`
  const { outcome, verification } = await start(
    world.deps,
    owner,
    await world.startInput({ vendor, clientKey, consentId }, owner),
  )
  if (outcome === 'started') begun.push({ id: verification.id, owner })
}

async function notify({ world, count }: History, id: string, says: string): Promise<void> {
  const own = world.vendor.starts.filter(({ reference }) => reference.startsWith(id))
  const url = own.at(-1)?.noticeUrl ?? ''
  const [vendor = '', verificationId = '', attempt = '', secret = ''] = url.split('/').slice(-4)
  const address = { verificationId, attempt: Number(attempt), secret }
  const body = Buffer.from(`${says} ${count}`)
  await receiveNotice(world.deps, { vendor, address, body, method: 'POST', headers: {}, query: {} })
}

const refused = (error: unknown) => {
  if (!(error instanceof ActionError)) throw error
}

/** Of verifications alone: batches have rows of their own. */
const auditOf = ({ store }: World) =>
  store.all('audit').flatMap(row => ('verificationId' in row ? [row] : []))

test('the figures are what the audit rows alone say, whatever has happened', async () => {
  const seen = new Set<string>()
  await fc.assert(
    fc.asyncProperty(
      story,
      fc.constantFrom(0, 0, 15, 40),
      fc.nat(60 * 24),
      fc.nat(92 * 24),
      fc.constantFrom(...proofs),
      async (acts, old, first, length, proof) => {
        const history = await createHistory()
        history.world.deps.config.proof = proof
        const { deps } = history.world
        deps.store = withoutMarks(history.world.store)
        for (const each of acts.slice(0, old))
          if (each.kind === 'start' || 'which' in each) await happen(history, each).catch(refused)
        deps.store = history.world.store
        for (const each of acts.slice(old)) await happen(history, each).catch(refused)
        const from = beginning + first * hours
        for (const range of [
          { from: beginning, until: beginning + 92 * days },
          { from: beginning + 92 * days, until: beginning + 184 * days },
          { from, until: from + length * hours },
        ]) {
          const { funnel: _, uncounted, ...counted } = await figures(history.world.deps, 'olivia', range)
          expect(uncounted).toBe(0)
          expect(counted).toEqual({ ...range, ...recountVerifications(auditOf(history.world), range) })
          for (const { reason } of counted.failures) seen.add(reason)
          for (const state of states) if (counted.verifications.states[state] > 0) seen.add(state)
        }
      },
    ),
    { numRuns: 40, seed: 20_261_126 },
  )
  expect([...seen].sort()).toEqual(
    [
      ...['authorizationLetter', 'basicInformation', 'timeUp', 'userCanceled'],
      ...['vendorRefused', 'vendorRejected', 'vendorRevoked'],
      ...states,
    ].sort(),
  )
})

test('the funnel is what the audit rows of the invitations say', () => {
  const range = { from: 1000, until: 2000 }
  const none: CountedInvitation = { openedAt: null, begun: 0, state: 'pending' }
  const made: [InvitationAuditRow['event'][], CountedInvitation][] = [
    [['created'], none],
    [['created', 'timeUp'], none],
    [['created', 'opened'], { ...none, openedAt: 1 }],
    [['created', 'opened', 'operatorRevoked'], { ...none, openedAt: 1 }],
    [['created', 'opened', 'inviteeStarted'], { ...none, openedAt: 1, begun: 1 }],
    [['created', 'opened', 'inviteeStarted', 'timeUp'], { ...none, openedAt: 1, begun: 1 }],
    // The code was given out anew: whoever had begun lost the place.
    [['created', 'opened', 'inviteeStarted', 'operatorResent'], { ...none, openedAt: 1 }],
    [['created', 'opened', 'inviteeStarted', 'allVerified'], { openedAt: 1, begun: 1, state: 'verified' }],
    [
      ['created', 'opened', 'inviteeStarted', 'timeUp', 'allVerified', 'redacted'],
      { openedAt: 1, begun: 1, state: 'verified' },
    ],
    [
      ['created', 'opened', 'inviteeStarted', 'allVerified', 'vendorRevoked'],
      { ...none, openedAt: 1, begun: 1 },
    ],
    [
      ['created', 'opened', 'inviteeStarted', 'allVerified', 'allFinished'],
      { openedAt: 1, begun: 1, state: 'finished' },
    ],
  ]
  const rows = made.flatMap(([events], index) => rowsOf(index, events))
  const tally = emptyTally()
  for (const [, invitation] of made) count(tally.invitations, cellOfInvitation(invitation), 1)
  const counted = figuresOf(range, new Map([['1970-01-01', tally]]))
  expect(counted.funnel).toEqual(recountInvitations(rows, range))
  expect(counted.funnel).toEqual({ invited: 11, opened: 9, started: 6, verified: 3, finished: 1 })
})

test('invitations made at another time are not counted again', () => {
  const rows = rowsOf(0, ['created', 'opened'])
  expect(recountInvitations(rows, { from: 0, until: 1000 }).invited).toBe(0)
  expect(recountInvitations(rows, { from: 1001, until: 2000 }).invited).toBe(0)
})

/** Made at 1000; what the counting does not look at is left as it was. */
function rowsOf(index: number, events: InvitationAuditRow['event'][]): InvitationAuditRow[] {
  return events.map((event, place) => ({
    _id: `i_${index}_${place + 1}`,
    invitationId: `i_${index}`,
    sequence: place + 1,
    event,
    operator: '',
    from: null,
    to: 'pending',
    at: 1000 + place,
    previousHash: '',
    hash: '',
  }))
}
