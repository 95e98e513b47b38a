import { codeOf } from '../../../test/support/refusal'
import { createWorld, type World } from '../../../test/support/world'
import type { Outline } from '../../domain/outline'
import { outline } from './outline'
import { start } from './start'

let world: World
let id: string
beforeEach(async () => {
  world = createWorld()
  const begin = world.vendor.onStart
  world.vendor.onStart = async request => {
    const begun = await begin(request)
    return begun.kind === 'ok' ? { ...begun, value: { ...begun.value, refs: { flowId: 'f' } } } : begun
  }
  id = (await start(world.deps, 'alice', await world.startInput())).verification.id
})
const flow: Outline = {
  ...{ subject: 'person', id: 'f', ours: true, state: 'underWay', rawState: 'DOING', failure: '', steps: [] },
  ...{ createdAt: null, changedAt: null, related: [] },
}
const asked = (owner = 'alice') => outline(world.deps, owner, { id })

test('is its owner’s, of a vendor that is on and has one, about an id it knows', async () => {
  expect(await asked()).toEqual({ outline: null })
  expect(await codeOf(asked('bob'))).toBe('NOT_FOUND')
  const refs: object[] = []
  for (const driver of world.deps.drivers.values())
    driver.outline = async (...given) => {
      refs.push(given)
      return { kind: 'transient', code: '500', detail: 'd' }
    }
  expect(await codeOf(asked())).toBe('VENDOR_UNAVAILABLE')
  expect(world.logged.at(-1)).toContain('"question":"outline"')
  for (const driver of world.deps.drivers.values()) driver.outline = async () => ({ kind: 'ok', value: flow })
  expect(await asked()).toMatchObject({ outline: { state: 'underWay', steps: [] } })
  expect(refs).toEqual([[{ flowId: 'f' }, id]])
  await world.store.replace('verifications', id, world.store.all('verifications')[0]?.version ?? 0, {
    refs: {},
  })
  expect(await asked()).toEqual({ outline: null })
  world.deps.drivers = new Map()
  expect(await codeOf(asked())).toBe('VENDOR_OFF')
})
