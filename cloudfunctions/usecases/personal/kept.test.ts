import { createBatchWorld, operator } from '../../../test/support/batch-world'
import { alice, bizId, livedWorld } from '../../../test/support/lived-world'
import { testPerson, type World } from '../../../test/support/world'
import { perform } from '../../api/perform'
import { kept } from '../../platform/kept'
import { type CollectionName, collectionNames } from '../../platform/store'
import { sweep } from '../sweep'
import { eraseMine } from './erase'
import { eraseOnRequest } from './request'
import { seeMyData } from './see'

/** No document keeps anything about a person that does not stand in platform/kept.ts, and none keeps it after its time. */

/** Whatever would lead to her. The masked texts are what is shown of her. */
const marks = [
  alice,
  testPerson.name,
  testPerson.contact.value,
  testPerson.idNumber,
  '测试**',
  '138****8000',
  bizId,
]
const day = 24 * 3600_000

const stored = (world: World): Map<CollectionName, object[]> =>
  new Map(collectionNames.map(name => [name, world.store.all(name)]))

/** Where the marks stand: `collection.field`. */
function placesOf(world: World, wanted: readonly string[]): string[] {
  const places = [...stored(world)].flatMap(([name, documents]) =>
    documents.flatMap(document =>
      Object.entries(document)
        .filter(([, value]) => wanted.some(mark => JSON.stringify(value).includes(mark)))
        .map(([field]) => `${name}.${field}`),
    ),
  )
  return [...new Set(places)].sort()
}

/** What only her documents hold: ciphertext, digests, the vendor's ids. */
function tracesOf(world: World): string[] {
  const verifications = world.store.all('verifications')
  const invitations = world.store.all('invitations')
  const answers = world.store.all('kept_answers').filter(({ holder }) => holder !== undefined)
  return [
    ...verifications.flatMap(each => [
      each.sealed,
      each.bodyHash,
      ...each.searchKeys,
      ...Object.values(each.refs),
    ]),
    ...invitations.flatMap(each => [each.sealed, ...each.searchKeys]),
    ...answers.flatMap(each => [each.sealed]),
  ].filter((each): each is string => each !== null && each !== '')
}

test('every field in which something of a person stands is in the table', async () => {
  const world = await livedWorld()
  const known = new Set(collectionNames.flatMap(name => kept[name].personal.map(field => `${name}.${field}`)))
  const places = placesOf(world, marks)
  expect(places.length).toBeGreaterThan(6)
  expect(places.filter(place => !known.has(place))).toEqual([])
})

test('what is erased is in no document any more, and every trail is whole', async () => {
  const world = await livedWorld()
  const traces = tracesOf(world)
  expect(traces.length).toBeGreaterThan(8)
  await eraseMine(world.deps, alice)
  expect(placesOf(world, [...marks, ...traces])).toEqual([])
  expect(world.store.all('verifications').map(({ state }) => state)).toEqual(['canceled', 'verified'])
})

test('after the retention time nothing of it is left either', async () => {
  const world = await livedWorld()
  const traces = tracesOf(world)
  for (let days = 0; days < 130; days += 10) {
    world.pass(10 * day)
    await sweep(world.deps)
  }
  expect(
    placesOf(world, [
      ...marks.filter(mark => mark !== bizId),
      ...traces.filter(each => !each.startsWith('flow')),
    ]),
  ).toEqual([])
})

test('a process that dies at any write while it erases leaves nothing that a second press does not erase', async () => {
  const reference = await livedWorld()
  let writes = 0
  reference.store.beforeWrite(() => {
    writes += 1
  })
  await eraseMine(reference.deps, alice)
  for (let last = 1; last <= writes; last += 3) {
    const world = await livedWorld()
    const traces = tracesOf(world)
    let count = 0
    world.store.beforeWrite(() => {
      count += 1
      if (count === last) throw new Error('died')
    })
    await expect(eraseMine(world.deps, alice)).rejects.toThrow('died')
    world.store.beforeWrite(() => {})
    await eraseMine(world.deps, alice)
    expect(placesOf(world, [...marks, ...traces])).toEqual([])
  }
})

test('many long answers that are kept hinder nobody from seeing and erasing', async () => {
  const world = await livedWorld()
  const holder = world.deps.vault.digest('answerHolder', alice).slice(0, 32)
  const kept = world.store.all('kept_answers').find(each => each.holder === holder)
  if (!kept) throw new Error('no answer is kept')
  for (let number = 0; number < 100; number++)
    await world.store.insert('kept_answers', { ...kept, _id: `long-${number}`, sealed: 'x'.repeat(50_000) })
  const { kept: kinds } = await seeMyData(world.deps, alice)
  expect(kinds.find(({ kind }) => kind === 'answer')?.count).toBeGreaterThan(100)
  await eraseMine(world.deps, alice)
  expect(world.store.all('kept_answers').filter(each => each.holder === holder)).toEqual([])
})

test('an administrator who asks in writing is taken out of his row, and it is cleared at the vendor', async () => {
  const world = await createBatchWorld()
  const id = await world.batchOf(1)
  await perform(world.deps, operator, 'batch.submit', { id, confirmed: true })
  const [before] = world.store.all('batch_rows')
  await eraseOnRequest(world.deps, operator, { about: { row: `${id}_00001` }, reference: 'R-2026-7' })
  expect(world.batches.withdrawals).toHaveLength(1)
  const [row] = world.store.all('batch_rows')
  expect(row).toMatchObject({
    state: 'canceled',
    sealed: null,
    maskedAdmin: null,
    adminKey: null,
    attachments: [],
  })
  const all = JSON.stringify([...stored(world).values()])
  for (const mark of ['13800138000', '138****8000', before?.adminKey, before?.sealed])
    expect(all).not.toContain(mark)
  expect(world.store.all('audit').at(-1)).toMatchObject({ event: 'redacted', rows: 1 })
})
