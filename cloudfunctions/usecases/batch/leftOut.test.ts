import {
  type BatchWorld,
  createBatchWorld,
  operator,
  organizationName,
} from '../../../test/support/batch-world'
import { link, links } from './links'
import { submit } from './submit'

/** The time a function has, ms. */
const functionTime = 20_000

let world: BatchWorld
let id: string
let group: string
/** What was asked about, in the order of the questions. */
let asked: string[]
/** ms that each question takes; questions of the same moment take it together. */
let latency: number
/** Runs before each question is answered. */
let onQuestion: () => void

/** A batch of as many rows, all of them at the vendor. */
async function given(rows: number): Promise<void> {
  world = await createBatchWorld()
  id = await world.batchOf(rows)
  await submit(world.deps, operator, { id })
  for (const row of world.store.all('batch_rows')) {
    const ready = { state: 'ready' as const, subTaskId: `sub:${row.name}` }
    await world.store.replace('batch_rows', row._id, row.version, ready)
  }
  group = (await links(world.deps, operator, { id })).links[0]?.group ?? ''
  asked = []
  latency = 200
  onQuestion = () => {}
  const driver = world.driver()
  const { progress } = driver
  driver.progress = async ids => {
    const end = world.deps.clock() + latency
    await Promise.resolve()
    onQuestion()
    world.pass(Math.max(0, end - world.deps.clock()))
    asked.push(...ids)
    return progress(ids)
  }
}

const fetched = () => link(world.deps, operator, { id, group }).then(result => result.link)
const looked = async () => (await links(world.deps, operator, { id })).links[0]

test('a thousand rows are asked about within half the time of a function, when a question takes 200 ms', async () => {
  await given(1000)
  const since = world.deps.clock()
  expect(await fetched()).toMatchObject({ state: 'live', rows: 1000, unasked: 0 })
  expect(asked).toHaveLength(1000)
  expect(world.batches.asked.progress).toBe(100)
  expect(world.deps.clock() - since).toBeLessThan(functionTime / 2)
})

test('the link is kept before anything is asked about it', async () => {
  await given(40)
  const kept: number[] = []
  onQuestion = () => kept.push(world.store.all('links').length)
  await fetched()
  expect(new Set(kept)).toEqual(new Set([1]))
})

test('a function that dies over the questions loses neither the link nor what it has learned', async () => {
  await given(200)
  onQuestion = () => {
    if (asked.length >= 180) throw new Error('killed')
  }
  await expect(fetched()).rejects.toThrow('killed')
  onQuestion = () => {}
  const [kept] = world.store.all('links')
  expect(kept).toMatchObject({ unasked: expect.any(Array) })
  expect(kept?.unasked).toHaveLength(20)
  expect(await looked()).toMatchObject({
    state: 'live',
    unasked: 0,
    link: { shortUrl: 'https://short.example' },
  })
  expect(world.batches.linkRequests).toHaveLength(1)
})

test('questions stop in time, and the next looks go on where they stopped', async () => {
  await given(1000)
  latency = 4000
  const since = world.deps.clock()
  expect(await fetched()).toMatchObject({ state: 'live', unasked: 820 })
  expect(world.deps.clock() - since).toBeLessThan(functionTime * 0.75)
  let looks = 0
  while ((await looked())?.unasked !== 0) looks += 1
  expect(looks).toBeLessThan(20)
  expect(asked).toHaveLength(1000)
  expect(new Set(asked).size).toBe(1000)
})

test('what is left out is named also when a later look finds it', async () => {
  await given(200)
  latency = 4000
  world.batches.progress.set(organizationName(5), { standing: 'failed' })
  world.batches.progress.set(organizationName(190), { standing: 'already' })
  expect((await fetched()).leftOut.map(({ number }) => number)).toEqual([5])
  while ((await looked())?.unasked !== 0);
  expect((await looked())?.leftOut.map(({ number }) => number)).toEqual([5, 190])
})

test('a question without an answer is asked again at the next look', async () => {
  await given(40)
  const driver = world.driver()
  const { progress } = driver
  let calls = 0
  driver.progress = async ids => {
    calls += 1
    return calls === 3 ? { kind: 'transient', code: 'BUSY', detail: '' } : progress(ids)
  }
  expect(await fetched()).toMatchObject({ state: 'live', unasked: 10 })
  expect(world.store.all('links')).toMatchObject([{ leftOut: [] }])
  expect(await looked()).toMatchObject({ unasked: 0 })
  expect(calls).toBe(5)
})

test('at the end of its time nothing more is asked', async () => {
  await given(200)
  latency = 5000
  expect(await fetched()).toMatchObject({ unasked: 80 })
})

test('what was asked about a link says nothing of the one that took its place meanwhile', async () => {
  await given(20)
  let begun = false
  const driver = world.driver()
  const { progress } = driver
  driver.progress = async ids => {
    if (!begun) {
      begun = true
      await link({ ...world.deps, hasTime: () => false }, operator, { id, group })
    }
    return progress(ids)
  }
  expect(await fetched()).toMatchObject({ state: 'live', unasked: 20 })
})

test('a row that was verified meanwhile is not waited for', async () => {
  await given(100)
  latency = 12_000
  expect(await fetched()).toMatchObject({ unasked: 40 })
  for (const row of world.store.all('batch_rows').slice(0, 95))
    await world.store.replace('batch_rows', row._id, row.version, { state: 'verified' })
  expect(await looked()).toMatchObject({ rows: 5, unasked: 0 })
})

test('a link from before this was counted has nothing left to ask', async () => {
  await given(40)
  await fetched()
  const [kept] = world.store.all('links')
  if (!kept) throw new Error('no link')
  const { unasked: _, ...old } = kept
  await world.store.remove('links', kept._id, kept.version)
  await world.store.insert('links', old)
  asked = []
  expect(await looked()).toMatchObject({ state: 'live', unasked: 0 })
  expect(asked).toEqual([])
})
