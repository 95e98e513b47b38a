import * as v from 'valibot'
import { createWorld, type World } from '../../../test/support/world'
import { answersOf, bind, forgetAnswers, isBound, once, repeatable } from './once'

let world: World
beforeEach(() => {
  world = createWorld()
})

const minute = 60_000
const keptFor = 60 * minute
const refuse = (why: string) => new Error(why)
const asked = { scope: ['thing', 'alice'], owner: 'alice', key: 'key-1', request: 'a' }
const keeping = { schema: v.object({ secret: v.string() }), keptFor, refuse }
const intents: string[] = []
const work = async (intent: string) => {
  intents.push(intent)
  return { secret: `shown once ${intents.length}` }
}
const ask = (changes: Partial<typeof asked> = {}, own: typeof work = work) =>
  once(world.deps, { ...asked, ...changes }, keeping, own)
const outcomeOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.catch((error: unknown) => (error instanceof Error ? error.message : error))
beforeEach(() => intents.splice(0))

test('a call that is repeated is done once and answered the same, for as long as the answer is kept', async () => {
  expect(await ask()).toEqual({ secret: 'shown once 1' })
  world.pass(keptFor - 1)
  expect(await ask()).toEqual({ secret: 'shown once 1' })
  world.pass(1)
  expect(await ask()).toEqual({ secret: 'shown once 2' })
  expect(await ask()).toEqual({ secret: 'shown once 2' })
  expect(JSON.stringify(world.store.all('kept_answers'))).not.toContain('shown once')
})

test('a key that was used with other content is refused, and nothing is done', async () => {
  await ask()
  expect(await outcomeOf(ask({ request: 'b' }))).toBe('reused')
  expect(intents).toHaveLength(1)
  // Its time is over: the key is free for anything.
  world.pass(keptFor)
  expect(await ask({ request: 'b' })).toEqual({ secret: 'shown once 2' })
})

test.each([
  ['another caller', { scope: ['thing', 'bob'] }],
  ['another kind', { scope: ['other', 'alice'] }],
  ['another key', { key: 'key-2' }],
])('%s is another call', async (_what, changes) => {
  await ask()
  expect(await ask({ ...changes, request: 'b' })).toEqual({ secret: 'shown once 2' })
})

test('while the first is at it the second is told so, whatever it wants', async () => {
  let finish = () => {}
  const first = ask({}, async intent => {
    await new Promise<void>(resolve => {
      finish = resolve
    })
    return work(intent)
  })
  while ((await outcomeOf(ask())) !== 'inProgress') await Promise.resolve()
  expect(await outcomeOf(ask({ request: 'b' }))).toBe('reused')
  finish()
  expect(await first).toEqual({ secret: 'shown once 1' })
  expect(await ask()).toEqual({ secret: 'shown once 1' })
})

test('what failed may be tried again, with the same content or another', async () => {
  const failing = () => Promise.reject(new Error('the vendor is away'))
  expect(await outcomeOf(ask({}, failing))).toBe('the vendor is away')
  expect(await ask({ request: 'b' })).toEqual({ secret: 'shown once 1' })
})

test('what died is taken up as the same intent, once its time is over and not before', async () => {
  const seen: string[] = []
  void ask({}, intent => {
    seen.push(intent)
    return new Promise(() => {})
  })
  while (seen.length === 0) await Promise.resolve()
  world.pass(90_000 - 1)
  expect(await outcomeOf(ask())).toBe('inProgress')
  world.pass(1)
  expect(await outcomeOf(ask({ request: 'b' }))).toBe('reused')
  const both = await Promise.all([outcomeOf(ask()), outcomeOf(ask())])
  expect(both).toContainEqual({ secret: 'shown once 1' })
  expect(both).toContain('inProgress')
  expect(intents).toEqual(seen)
  // It is kept as long as it would have been.
  world.pass(keptFor - 90_000 - 1)
  expect(await ask()).toEqual({ secret: 'shown once 1' })
  world.pass(1)
  expect(await ask()).toEqual({ secret: 'shown once 2' })
})

test('who comes as the first takes his call back is told to wait, and finds it free', async () => {
  await ask()
  const { get } = world.deps.store
  world.deps.store.get = async (collection, id) => {
    world.deps.store.get = get
    await forgetAnswers(world.deps, 'alice')
    return get(collection, id)
  }
  expect(await outcomeOf(ask({ request: 'b' }))).toBe('inProgress')
  expect(await ask({ request: 'b' })).toEqual({ secret: 'shown once 2' })
})

test('the intent is that of the key and the content', async () => {
  await ask()
  await ask({ key: 'key-2' })
  await ask({ key: 'key-3', request: 'b' })
  world.pass(keptFor)
  await ask()
  const [first, second, third, again] = intents
  expect(again).toBe(first)
  expect(new Set([first, second, third]).size).toBe(3)
  expect(first).toMatch(/^[0-9a-f]{48}$/)
})

test('what is drawn for an intent is the same each time, and never twice within it', () => {
  const draw = (intent: string) => {
    const { random } = repeatable(world.deps, intent)
    return [random(8), random(8), random(100)]
  }
  expect(draw('x')).toEqual(draw('x'))
  expect(draw('x').map(({ length }) => length)).toEqual([16, 16, 200])
  expect(draw('x')[0]).not.toBe(draw('x')[1])
  expect(draw('x')[0]).not.toBe(draw('y')[0])
  const long = draw('x')[2] ?? ''
  expect(long.slice(0, 64)).not.toBe(long.slice(64, 128))
  expect(long).toMatch(/^[0-9a-f]+$/)
})

describe('a key that is bound for good', () => {
  test('stays with its content', async () => {
    await bind(world.deps, asked, refuse)
    await bind(world.deps, asked, refuse)
    world.pass(1000 * keptFor)
    expect(await outcomeOf(bind(world.deps, { ...asked, request: 'b' }, refuse))).toBe('reused')
    expect(await isBound(world.deps, asked)).toBe(true)
    expect(await isBound(world.deps, { ...asked, request: 'b' })).toBe(false)
    expect(await isBound(world.deps, { ...asked, key: 'key-2' })).toBe(false)
  })

  test('that is forgotten in the very moment is bound to nothing', async () => {
    await bind(world.deps, asked, refuse)
    const { insert } = world.deps.store
    world.deps.store.insert = async (collection, document) => {
      const isNew = await insert(collection, document)
      await forgetAnswers(world.deps, 'alice')
      return isNew
    }
    expect(await outcomeOf(bind(world.deps, asked, refuse))).toBe('reused')
    world.deps.store.insert = insert
    await bind(world.deps, { ...asked, request: 'b' }, refuse)
  })
})

test('what was kept of a person is found and forgotten, and nobody else’s', async () => {
  await ask()
  await bind(world.deps, { ...asked, key: 'key-2' }, refuse)
  await ask({ scope: ['thing', 'bob'], owner: 'bob' })
  const { owner: _, ...nobodys } = asked
  await once(world.deps, { ...nobodys, scope: ['api'] }, keeping, work)
  const found = await answersOf(world.deps, 'alice')
  expect(new Set(found.map(({ until }) => until))).toEqual(new Set([world.deps.clock() + keptFor, null]))
  expect(await forgetAnswers(world.deps, 'alice')).toBe(2)
  expect(
    world.store
      .all('kept_answers')
      .map(({ holder }) => holder !== undefined)
      .sort(),
  ).toEqual([false, true])
  expect(await isBound(world.deps, { ...asked, key: 'key-2' })).toBe(false)
  expect(await ask({ request: 'b' })).toMatchObject({ secret: expect.any(String) })
})
