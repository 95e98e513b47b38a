import fc from 'fast-check'
import {
  createInvitationWorld,
  day,
  type InvitationWorld,
  operator,
} from '../../../test/support/invitation-world'
import { recountInvitations } from '../../../test/support/recount'
import { proven, unproven } from '../../../test/support/world'
import { ActionError } from '../../domain/errors'
import type { InvitationUse } from '../../domain/invitation/invitation'
import { invitationStates } from '../../domain/invitation/lifecycle'
import { resendInvitation, revokeInvitations } from '../invitation/manage'
import { finishInvitation, openInvitation } from '../invitation/open'
import { tokenOf } from '../invitation/token'
import { sweep } from '../sweep'
import { cancel } from '../verification/cancel'
import { refresh } from '../verification/refresh'
import { figures } from './figures'

const beginning = 1_700_000_000_000
const which = fc.nat(9)
const person = fc.constantFrom('alice', 'bob', 'carol')
const act = fc.oneof(
  fc.record({
    kind: fc.constant('invite' as const),
    most: fc.constantFrom(1, 1, 2),
    days: fc.constantFrom(1, 30),
  }),
  fc.record({ kind: fc.constantFrom('open' as const, 'begin' as const, 'begin' as const), which, person }),
  fc.record({
    kind: fc.constantFrom('verify' as const, 'verify' as const, 'cancel' as const, 'finish' as const),
    which,
    whose: fc.nat(1),
  }),
  fc.record({ kind: fc.constant('resend' as const), which, newCode: fc.boolean() }),
  fc.record({ kind: fc.constant('revoke' as const), which: fc.nat(40) }),
  fc.record({ kind: fc.constant('sweep' as const), after: fc.constantFrom(60_000, day, 31 * day) }),
  fc.record({ kind: fc.constant('look' as const) }),
)
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never

async function happen(world: InvitationWorld, invited: string[], each: Act): Promise<void> {
  const { deps } = world
  world.pass(1000)
  if (each.kind === 'invite') {
    invited.push(await world.invite({ most: each.most, days: each.days }))
    return
  }
  if (each.kind === 'sweep') {
    world.pass(each.after)
    await sweep(deps)
    return
  }
  if (each.kind === 'look')
    return void (await figures(deps, operator, { from: beginning, until: beginning + 92 * day }))
  const id = invited[each.kind === 'revoke' ? each.which : each.which % invited.length]
  if (id === undefined) return
  if (each.kind === 'resend')
    return void (await resendInvitation(deps, operator, { id, days: 7, newCode: each.newCode }))
  if (each.kind === 'revoke') return void (await revokeInvitations(deps, operator, { ids: [id] }))
  if (each.kind === 'open' || each.kind === 'begin') {
    const token = await world.tokenOf(id)
    if (each.kind === 'open') await openInvitation(deps, each.person, { token })
    else await world.begin(token, each.person)
    return
  }
  const uses = world.store.all('invitation_uses').filter(use => use.invitationId === id)
  const own = 'whose' in each ? uses[each.whose % uses.length] : undefined
  if (own && 'whose' in each) await goOn(world, each.kind, id, own)
}

async function goOn(
  world: InvitationWorld,
  kind: 'verify' | 'cancel' | 'finish',
  id: string,
  own: InvitationUse,
) {
  const { owner, verificationId } = own
  // Codes of what is verified are not shown any more, but whoever has one still has it.
  const token = tokenOf(world.deps, id, own.edition)
  if (kind === 'finish') return finishInvitation(world.deps, owner, { token })
  world.vendor.onQuery = () => (kind === 'verify' ? proven('attempt') : unproven)
  return (kind === 'verify' ? refresh : cancel)(world.deps, owner, { id: verificationId })
}

const refused = (error: unknown) => {
  if (!(error instanceof ActionError)) throw error
}

test('the funnel is what the audit rows alone say, whatever has become of the invitations', async () => {
  const seen = new Set<string>()
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 40, maxLength: 120 }), fc.nat(40), async (acts, first) => {
      const world = await createInvitationWorld()
      world.vendor.onQuery = () => unproven
      const invited: string[] = []
      for (const each of acts) await happen(world, invited, each).catch(refused)
      const rows = world.store.all('audit').flatMap(row => ('invitationId' in row ? [row] : []))
      for (const range of [
        { from: beginning, until: beginning + 92 * day },
        { from: beginning + first * day, until: beginning + (first + 10) * day },
      ]) {
        expect((await figures(world.deps, operator, range)).funnel).toEqual(recountInvitations(rows, range))
      }
      for (const { state, _id } of world.store.all('invitations')) {
        seen.add(state)
        const own = rows.filter(row => row.invitationId === _id).sort((a, b) => a.sequence - b.sequence)
        expect(own.at(-1)?.to).toBe(state)
      }
    }),
    { numRuns: 40, seed: 20_261_126 },
  )
  expect([...seen].sort()).toEqual([...invitationStates].sort())
}, 60_000)
