import * as fc from 'fast-check'
import { answer } from '../../cloudfunctions/api/answer'
import { type ActionName, actions } from '../../cloudfunctions/contract/actions'
import { limitNames } from '../../cloudfunctions/domain/limits'
import { collectionNames } from '../../cloudfunctions/platform/store'
import { claim } from '../../cloudfunctions/usecases/operator/claim'
import { inviteOperator } from '../../cloudfunctions/usecases/operator/inviteOperator'
import { recordConsent } from '../../cloudfunctions/usecases/verification/recordConsent'
import { start } from '../../cloudfunctions/usecases/verification/start'
import { type BatchWorld, createBatchWorld, operator } from '../support/batch-world'
import { testPerson } from '../support/world'
import { type Fuzz, forAll, stateOf } from './check'
import { damage, damaged, fitting } from './generate'

/** Inputs after which the world is made anew: what was accepted piles up. */
const worldLasts = 250

/** Actions of the mini-program: what fits its schema, spoiled in one place, by everybody who may come. */
export const actionsFuzz: Fuzz = {
  name: 'actions',
  async run(options) {
    let world = await createFuzzWorld()
    const names = Object.keys(actions) as ActionName[]
    const known = idsOf(world)
    const fits = new Map(names.map(action => [action, fitting(actions[action].input, known)]))
    const input = fc.constantFrom(...names).chain(action =>
      fc.record({
        action: fc.constant(action),
        input: fits.get(action) ?? fc.constant({}),
        damage,
        who: fc.constantFrom('mallory', 'alice', 'vera', operator),
      }),
    )
    let done = 0
    await forAll(input, options, async ({ action, input: right, damage: by, who }) => {
      if (++done % worldLasts === 0) world = await createFuzzWorld()
      const before = stateOf(world.store)
      const event = { action, input: damaged(right, by), openid: operator, userInfo: { openId: operator } }
      const said = await answer({ event, openid: who, dependencies: () => world.deps, log: world.deps.log })
      if (said.ok) return
      if (said.error.code === 'INTERNAL') throw new Error(`INTERNAL: ${world.logged.at(-1)}`)
      if (stateOf(world.store) !== before) throw new Error(`${said.error.code} changed what is stored`)
    })
  },
}

/** A person with a verification, an operator of each kind and a batch; the same ids every time. */
async function createFuzzWorld(): Promise<BatchWorld> {
  const world = await createBatchWorld()
  world.deps.config.limits = Object.fromEntries(
    limitNames.map(name => [name, 10 ** 9]),
  ) as typeof world.deps.config.limits
  const { code } = await inviteOperator(world.deps, operator, { role: 'viewer', label: 'x' })
  await claim(world.deps, 'vera', { code })
  await world.batchOf(3)
  const { consentId } = await recordConsent(world.deps, 'alice', {
    vendor: 'ess',
    purpose: 'general',
    policyVersion: '1',
  })
  await start(world.deps, 'alice', {
    clientKey: 'key-of-alice-000001',
    vendor: 'ess',
    purpose: 'general',
    consentId,
    way: 'app',
    subject: 'person',
    person: testPerson,
  })
  return world
}

function idsOf({ store }: BatchWorld): string[] {
  const ids = collectionNames.flatMap(name => store.all(name).map(({ _id }) => _id))
  return [...ids, 'qiyuesuo', 'ess']
}
