import { createBatchWorld, headingLine, line, operator } from '../../../test/support/batch-world'
import { sweep } from '../sweep'
import { exportSheet } from './export'
import { link, links } from './links'
import { getBatch } from './read'
import { cancelBatch } from './repair'
import { submit } from './submit'

/** Each key of a document as long as the vendor's ids are; those of the tests are not. */
const long = (ids: Record<string, string | null> | null | undefined) =>
  ids && Object.fromEntries(Object.keys(ids).map(number => [number, number.padStart(32, 'y')]))

test('a thousand rows as large as they come are followed, shown, linked, exported and canceled: every answer of the database holds them', async () => {
  const world = await createBatchWorld()
  const id = await world.batchOf(1000)
  await submit(world.deps, operator, { id })
  const ready = () => world.store.all('batch_rows').filter(({ state }) => state === 'ready')
  for (let looks = 0; looks < 12; looks++) {
    world.pass(60_000)
    await sweep(world.deps)
  }
  expect(ready()).toHaveLength(1000)
  for (const { _id, version, subTasks, history } of ready())
    await world.store.replace('batch_rows', _id, version, {
      subTasks: long(subTasks),
      authorizations: long(subTasks),
      name: '示'.repeat(100),
      vendorText: '示'.repeat(500),
      history: [...history, ...history],
    })
  const looked = ready().map(({ lookedAt }) => lookedAt)
  world.pass(3_600_000)
  await sweep(world.deps)
  expect(ready().filter(({ lookedAt }, at) => lookedAt === looked[at])).toEqual([])
  expect((await getBatch(world.deps, operator, { id, since: 0 })).rows.length).toBeGreaterThan(0)
  expect((await links(world.deps, operator, { id })).links).toMatchObject([{ rows: 1000 }])
  expect((await exportSheet(world.deps, operator, { id, what: 'board', language: 'zh' })).content).not.toBe(
    '',
  )
  await cancelBatch(world.deps, operator, { id })
  expect(world.store.all('batch_rows').every(({ state }) => state === 'canceled')).toBe(true)
})

test('three hundred administrators, each with a link longer than any, are shown together', async () => {
  const world = await createBatchWorld()
  const lines = Array.from({ length: 300 }, (_, at) =>
    line(at + 1, { mobile: `138${String(at).padStart(8, '0')}` }),
  )
  const text = [headingLine, ...lines].join('\n')
  const id = await world.batchOf(0, { source: { kind: 'text', text } })
  await submit(world.deps, operator, { id })
  for (let looks = 0; looks < 12; looks++) {
    world.pass(60_000)
    await sweep(world.deps)
  }
  const driver = world.driver()
  const { link: given } = driver
  driver.link = async request => {
    const outcome = await given(request)
    if (outcome.kind === 'ok') outcome.value.url = `https://long.example/${'a'.repeat(4000)}`
    return outcome
  }
  const groups = (await links(world.deps, operator, { id })).links
  expect(groups).toHaveLength(300)
  for (const { group } of groups) await link(world.deps, operator, { id, group })
  const shown = (await links(world.deps, operator, { id })).links
  expect(shown.filter(({ state }) => state === 'live')).toHaveLength(300)
})

test('many links of many rows that have ended are cleared', async () => {
  const world = await createBatchWorld()
  for (let number = 0; number < 60; number++)
    await world.store.insert('links', {
      _id: `ended-${number}`,
      version: 1,
      batchId: 'b',
      sealed: '',
      rowIds: Array.from({ length: 1000 }, (_, at) => `b_44b275825a866a75f786dabd2592e424_${at}`),
      leftOut: [],
      failures: [],
      expiresAt: 1,
    })
  await sweep(world.deps)
  expect(world.store.all('links')).toEqual([])
})
