import { createWorld, type World } from '../../../test/support/world'
import { actsChain } from '../../domain/act'
import { anchorsChain } from '../../domain/anchor'
import { recordAct } from './acts'
import { lastOf, placeAfter } from './chains'
import { chained } from './outbox'

let world: World
beforeEach(() => {
  world = createWorld()
})
const act = (subject: string) =>
  recordAct(world.deps, { event: 'operator.remove', operator: 'o_1', subject, detail: '' })

test('a chain begins with number one, and each row holds the hash of the one before', async () => {
  expect(await lastOf(world.deps, actsChain)).toBeNull()
  await act('first')
  world.pass(1)
  await act('second')
  const [first, second] = world.store.all('audit')
  const at = world.deps.clock()
  expect(first).toMatchObject({
    _id: 'acts_1',
    chain: 'acts',
    sequence: 1,
    at: at - 1,
    previousHash: '',
    event: 'operator.remove',
    operator: 'o_1',
    subject: 'first',
    detail: '',
  })
  expect(second).toMatchObject({ _id: 'acts_2', sequence: 2, at, previousHash: first?.hash })
  const { hash, ...content } = second ?? { hash: '' }
  expect(chained(content).hash).toBe(hash)
})

test('the last row of a chain is its own, however far another has come', async () => {
  for (const subject of ['first', 'second', 'third']) await act(subject)
  for (let anchors = 0; anchors < 5; anchors++) {
    const place = placeAfter(world.deps, anchorsChain, await lastOf(world.deps, anchorsChain))
    const anchor = { ...place, chain: anchorsChain, event: 'anchored', heads: [] } as const
    await world.store.insert('audit', chained(anchor) as never)
  }
  expect(await lastOf(world.deps, anchorsChain)).toMatchObject({ _id: 'anchors_5', sequence: 5 })
  expect(await lastOf(world.deps, actsChain)).toMatchObject({ _id: 'acts_3', sequence: 3 })
})

test('the last row is that with the highest number, in whichever order they came', async () => {
  for (const subject of ['first', 'second', 'third']) await act(subject)
  const { deps, store } = createWorld()
  for (const row of world.store.all('audit').reverse()) await store.insert('audit', row)
  expect(await lastOf(deps, actsChain)).toMatchObject({ sequence: 3, subject: 'third' })
})

test('of acts at the same moment each has its row', async () => {
  await Promise.all(Array.from({ length: 5 }, (_, index) => act(`subject-${index}`)))
  const rows = world.store.all('audit')
  expect(rows.map(({ _id }) => _id)).toEqual(['acts_1', 'acts_2', 'acts_3', 'acts_4', 'acts_5'])
  expect(rows.slice(1).map(({ previousHash }) => previousHash)).toEqual(
    rows.slice(0, -1).map(({ hash }) => hash),
  )
})
