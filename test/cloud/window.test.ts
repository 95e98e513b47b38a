import { ActionError } from '../../cloudfunctions/domain/errors'
import { createLog } from '../../cloudfunctions/platform/log'
import { type Collections, collectionNames } from '../../cloudfunctions/platform/store'
import { createSetupCheck } from '../../cloudfunctions/sweep/setupCheck'
import { prepareCloud } from '../../sandbox/prepare'
import { createLocalApi } from '../../setup/apis/tencent'
import { perform } from '../../setup/plan'
import { collections } from '../../setup/steps/collections'
import { findTarget } from '../../setup/target'
import { type CloudStore, startCloudStore } from '../support/cloud-store'

/**
 * The window between the creation of a collection and its closing, on a local cloud whose new collections have WeChat's
 * rights: a client tries to write into every collection the product has, all the time.
 */
let world: CloudStore

beforeEach(async () => {
  world = await startCloudStore({ isSetUp: false })
})
afterEach(() => world.close())

let attempts = 0

/** Collections that took what a client wrote. */
async function taken(): Promise<string[]> {
  attempts += 1
  const answers = await Promise.all(
    collectionNames.map(async collectionName => {
      const answer = await fetch(`${world.url}/database`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-wx-openid': 'o-forger' },
        body: JSON.stringify({
          action: 'database.insertDocument',
          collectionName,
          data: [JSON.stringify({ _id: `forged-${attempts}` })],
        }),
      })
      return { collectionName, ...((await answer.json()) as { code?: string }) }
    }),
  )
  return answers.filter(({ code }) => code === undefined).map(({ collectionName }) => collectionName)
}

/** Set-up as an older release knew it, with a client that tries after every one of its calls. */
async function setUp(names: readonly string[], onCall: () => Promise<void>): Promise<number> {
  const api = createLocalApi(world.cloud.administer)
  const watched = {
    call: async (action: string, parameters: Record<string, unknown>) => {
      const response = await api.call(action, parameters)
      await onCall()
      return response
    },
  }
  return perform([collections(await findTarget(watched, world.cloud.envId), names)], () => {})
}

const older = collectionNames.slice(0, -2)
const newer = collectionNames.slice(-2)
const counter = (id: string): Collections['counters'] => ({ _id: id, version: 1, value: 5, until: 9 })

test('a client writes into no collection before, during and after set-up, nor while an upgrade brings new ones', async () => {
  const found: string[] = []
  let calls = 0
  const tries = async () => {
    calls += 1
    found.push(...(await taken()))
  }
  expect(await taken()).toEqual([])
  expect(await setUp(older, tries)).toBe(older.length)
  expect(await taken()).toEqual([])
  // The functions of the new release run before its set-up.
  await expect(world.store.get(newer[0] ?? 'audit', 'a')).rejects.toMatchObject({ code: 'SETUP_MISSING' })
  expect(await taken()).toEqual([])
  expect(await setUp(collectionNames, tries)).toBe(2)
  expect(await taken()).toEqual([])
  expect(found).toEqual([])
  expect(calls).toBeGreaterThan(collectionNames.length * 3)
})

test('the local world is closed by the same steps', async () => {
  await prepareCloud(world.cloud)
  expect(await taken()).toEqual([])
  expect(await world.store.missing()).toEqual([])
})

test('whatever meets a collection that is not there says so by a code, and makes none', async () => {
  const { store } = world
  const where = [['until', 'gt', 0] as const]
  const calls = [
    () => store.get('counters', 'a'),
    () => store.insert('counters', counter('a')),
    () => store.replace('counters', 'a', 1, { value: 6 }),
    () => store.find('counters', { where, limit: 1 }),
    () => store.updateMany('counters', where, { set: { value: 6 } }),
    () => store.remove('counters', 'a', 1),
    () => store.makeDue('a', 1),
    () => store.clearOutbox('verifications', [{ _id: 'a', auditHash: 'hash' }]),
  ]
  for (const call of calls) {
    const failure = await call().then(
      () => null,
      (error: unknown) => error,
    )
    expect(failure).toBeInstanceOf(ActionError)
    expect(failure).toMatchObject({ code: 'SETUP_MISSING' })
  }
  expect(await store.missing()).toEqual([...collectionNames])
})

test('a run works on nothing before all is there, and says what is missing once', async () => {
  const logged: string[] = []
  const setup = createSetupCheck(createLog(line => logged.push(line)))
  await setUp(older, async () => {})
  const store = setup.checked(world.store)
  const due = { where: [['until', 'gt', 0] as const], limit: 1 }
  expect(await store.find('counters', due)).toEqual([])
  await world.store.insert('counters', counter('due'))
  await expect(store.find('counters', due)).rejects.toMatchObject({ code: 'SETUP_MISSING' })
  await setup.say(world.store)
  await setup.say(world.store)
  expect(logged.map(line => JSON.parse(line))).toEqual([
    { level: 'error', event: 'setup.missing', code: 'SETUP_MISSING', collections: newer.join(' ') },
  ])
  await setUp(collectionNames, async () => {})
  expect(await store.find('counters', due)).toHaveLength(1)
})
