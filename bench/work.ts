import type { Verification } from '../cloudfunctions/domain/verification'
import { submit } from '../cloudfunctions/usecases/batch/submit'
import { sweepBatches } from '../cloudfunctions/usecases/batch/sweepBatches'
import { claim } from '../cloudfunctions/usecases/operator/claim'
import { start } from '../cloudfunctions/usecases/verification/start'
import { figures } from '../cloudfunctions/usecases/workplace/figures'
import { beginExport, goOnExport } from '../cloudfunctions/usecases/workplace/largeExport'
import { createBatchWorld, operator } from '../test/support/batch-world'
import { countedStore } from '../test/support/counted-store'
import { createWorld, type World } from '../test/support/world'

/**
 * `npm run bench:work`: what large work asks of the database, counted and not timed: figures and an export of many
 * verifications (`-- 100000`), and the first look at ten batches of a thousand rows.
 */
const many = Number(process.argv[2] ?? 20_000)
const day = 24 * 3600_000
const midnight = Date.parse('2026-09-01T00:00:00+08:00')

async function planted(): Promise<World> {
  const world = createWorld()
  await claim(world.deps, 'olivia', { code: 'setup-code' })
  await start(world.deps, 'alice', await world.startInput())
  const [born] = world.store.all('verifications')
  if (!born) throw new Error('nothing was begun')
  const { toCount: _, countedAs: __, countedIn: ___, ...model } = born
  for (let n = 0; n < many; n++) await world.store.insert('verifications', madeAs(model, n))
  return world
}

/** Spread over ninety days, as from before there were figures by the day. */
function madeAs(model: Verification, n: number): Verification {
  const _id = `v_${n.toString(16).padStart(32, '0')}`
  const createdAt = midnight + Math.floor((n * 90 * day) / many)
  return { ...model, _id, listKey: `${createdAt}_${_id}`, createdAt }
}

async function looking(world: World): Promise<void> {
  for (const look of ['the first time', 'from then on']) {
    const { store, counts } = countedStore(world.deps.store)
    const { verifications, uncounted } = await figures({ ...world.deps, store }, 'olivia', {
      from: midnight,
      until: midnight + 90 * day,
    })
    console.log(
      `figures of 90 days, ${verifications.total} verifications, ${look}: reads ${counts.reads}, ` +
        `documents ${counts.documents}, writes ${counts.writes}, days left ${uncounted}`,
    )
  }
}

async function exporting(world: World): Promise<void> {
  let view = await beginExport(world.deps, 'olivia', { of: 'verifications', format: 'csv', language: 'zh' })
  let [runs, most, longest] = [0, 0, 0]
  for (; !view.done; runs++) {
    const { store, counts } = countedStore(world.deps.store)
    const next = { id: view.id, part: view.parts.length + 1 }
    view = await goOnExport({ ...world.deps, store }, 'olivia', next)
    most = Math.max(most, counts.documents)
    longest = Math.max(longest, Buffer.byteLength(JSON.stringify(view)))
  }
  console.log(
    `export: ${view.parts.reduce((sum, each) => sum + each, 0)} rows in ${runs} runs; at most ${most} documents a ` +
      `run, ${longest} bytes an answer`,
  )
}

async function firstLook(): Promise<void> {
  const world = await createBatchWorld()
  const { store, counts } = countedStore(world.deps.store)
  const ids: string[] = []
  for (let index = 0; index < 10; index++) ids.push(await world.batchOf(1000))
  for (const id of ids) await submit(world.deps, operator, { id })
  const isWaiting = () => world.store.all('batch_rows').some(({ state }) => state === 'queued')
  // All are sent before the first of them is due to be looked at.
  for (let round = 0; isWaiting() && round < 20; round++) {
    world.pass(100)
    await sweepBatches(world.deps, world.deps.clock() + 45_000)
  }
  const before = world.store.all('batch_rows').filter(({ state }) => state === 'ready').length
  world.pass(10_000)
  await sweepBatches({ ...world.deps, store }, world.deps.clock() + 45_000)
  const ready = world.store.all('batch_rows').filter(({ state }) => state === 'ready').length
  console.log(
    `first look at ${ready - before} rows of 10 batches: reads ${counts.reads}, writes ${counts.writes}`,
  )
}

async function main(): Promise<void> {
  const world = await planted()
  await looking(world)
  await exporting(world)
  await firstLook()
}

main().catch(error => {
  console.error(error)
  process.exitCode = 1
})
