import { parseArgs } from 'node:util'
import { deliver } from '../cloudfunctions/usecases/integration/deliver'
import { backlog } from '../test/support/backlog'
import { startCloudStore } from '../test/support/cloud-store'
import { countedStore } from '../test/support/counted-store'
import { createServerWorld } from '../test/support/server-world'

/**
 * `npm run bench:deliveries -- --dead 100000 --good 100 --store memory`: so many deliveries due to a receiver that is
 * dead, and some to one that is well. Prints what each of three runs asks of the store, counted; what the good one got
 * in the first of them; and what the clock says, which is no promise. `--store cloud`: the real store over a local cloud.
 */
const { values } = parseArgs({
  options: { dead: { type: 'string' }, good: { type: 'string' }, store: { type: 'string' } },
})
const dead = Number(values.dead ?? 100_000)
const good = Number(values.good ?? 100)

async function main(): Promise<void> {
  const world = await createServerWorld()
  const cloud = values.store === 'cloud' ? await startCloudStore() : null
  if (cloud) {
    for (const key of world.store.all('api_keys')) await cloud.store.insert('api_keys', key)
    world.deps.store = cloud.store
  }
  await backlog(world, { dead, good })
  const { store, counts } = countedStore(world.deps.store)
  world.deps.store = store
  world.onDelivery(({ url }) =>
    url.includes('dead') ? { failure: 'timeout' } : { status: 204, retryAfter: undefined },
  )
  console.log(`${dead} due to a dead endpoint, ${good} to a good one`)
  let arrived = 0
  for (const [what, wait] of [
    ['first', 30_000],
    ['half a minute later', 16 * 60_000],
    ['a quarter of an hour later', 0],
  ] as const) {
    Object.assign(counts, { reads: 0, writes: 0, documents: 0 })
    const before = performance.now()
    const { delivered, undelivered } = await deliver(world.deps, world.deps.clock() + 45_000)
    const ms = Math.round(performance.now() - before)
    if (what === 'first') arrived = delivered
    const { reads, writes, documents } = counts
    console.log(
      `${what}: ${delivered} delivered, ${undelivered} failed; ${reads} reads of ${documents} documents, ${writes} writes; ${ms} ms`,
    )
    world.pass(wait)
  }
  await cloud?.close()
  if (arrived !== good) throw new Error(`only ${arrived} of ${good} arrived in the first run`)
}

main().catch(error => {
  console.error(error)
  process.exitCode = 1
})
