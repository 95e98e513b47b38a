import * as fc from 'fast-check'
import { answer } from '../../cloudfunctions/api/answer'
import type { ActionName } from '../../cloudfunctions/contract/actions'
import { limitNames } from '../../cloudfunctions/domain/limits'
import { createHandover } from '../../cloudfunctions/usecases/handover/handover'
import { createInvitationWorld, type InvitationWorld } from '../support/invitation-world'
import { type Fuzz, forAll, stateOf } from './check'
import { nasty } from './generate'

const worldLasts = 250

/** Actions that a token opens, and of which kind it must be. */
const doors = {
  'invitation.open': 'invitation',
  'invitation.finish': 'invitation',
  'handover.open': 'handover',
} as const satisfies { [A in ActionName]?: string }
type Door = keyof typeof doors

/** Tokens of invitations and handovers with some of their signs changed, cut, doubled, and of the other kind: refused. */
export const tokensFuzz: Fuzz = {
  name: 'tokens',
  async run(options) {
    let { world, tokens } = await createTokenWorld()
    const change = fc.record({
      kind: fc.constantFrom('invitation' as const, 'handover' as const),
      at: fc.nat(21),
      sign: fc.constantFrom(...'AZaz09-_ =/+%\u0000é'),
      how: fc.constantFrom('sign', 'case', 'cut', 'longer', 'turned', 'nasty'),
      other: fc.constantFrom(...nasty),
    })
    const input = fc.record({
      door: fc.constantFrom(...(Object.keys(doors) as Door[])),
      change,
      who: fc.constantFrom('mallory', 'alice'),
    })
    let done = 0
    await forAll(input, options, async ({ door, change: by, who }) => {
      if (++done % worldLasts === 0) ({ world, tokens } = await createTokenWorld())
      const token = by.how === 'nasty' ? by.other : changed(tokens[by.kind], by)
      if (token === tokens[doors[door]]) return
      const before = stateOf(world.store)
      const event = { action: door, input: { token } }
      const said = await answer({ event, openid: who, dependencies: () => world.deps, log: world.deps.log })
      if (said.ok) throw new Error(`${door} was opened with a token that is none`)
      if (said.error.code === 'INTERNAL') throw new Error(`INTERNAL: ${world.logged.at(-1)}`)
      if (stateOf(world.store) !== before) throw new Error(`${said.error.code} changed what is stored`)
    })
  },
}

function changed(token: string, { at, sign, how }: { at: number; sign: string; how: string }): string {
  if (how === 'sign') return token.slice(0, at) + sign + token.slice(at + 1)
  if (how === 'case') return token.slice(0, at) + token.slice(at).toUpperCase()
  if (how === 'cut') return token.slice(0, at)
  if (how === 'longer') return token + sign
  return [...token].reverse().join('')
}

async function createTokenWorld(): Promise<{
  world: InvitationWorld
  tokens: Record<'invitation' | 'handover', string>
}> {
  const world = await createInvitationWorld()
  world.deps.config.limits = Object.fromEntries(
    limitNames.map(name => [name, 10 ** 9]),
  ) as typeof world.deps.config.limits
  const invitation = await world.tokenOf(await world.invite())
  const { image } = await createHandover(world.deps, 'alice', { kind: 'start', subject: 'person' })
  const text = Buffer.from(image.slice(image.indexOf(',') + 1), 'base64').toString()
  const handover = /h=([\w-]{22})/.exec(text)?.[1] ?? ''
  if (!invitation || !handover) throw new Error('there are no tokens')
  return { world, tokens: { invitation, handover } }
}
