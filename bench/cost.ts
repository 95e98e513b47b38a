import { parseArgs } from 'node:util'
import { timerPeriod } from '../cloudfunctions/domain/looks'
import { choresAt } from '../cloudfunctions/domain/rounds'
import { submit } from '../cloudfunctions/usecases/batch/submit'
import { noteSweep } from '../cloudfunctions/usecases/health/note'
import { sweep } from '../cloudfunctions/usecases/sweep'
import { refresh } from '../cloudfunctions/usecases/verification/refresh'
import { start } from '../cloudfunctions/usecases/verification/start'
import { createBatchWorld, operator } from '../test/support/batch-world'
import { type Counts, countedStore } from '../test/support/counted-store'
import { createWorld, proven, type World } from '../test/support/world'

/**
 * `npm run bench:cost`: what an installation asks of the cloud's database and functions, counted and not timed: every
 * request is one read or one write. `-- --reads-a-day 50000 --writes-a-day 30000 --calls-a-month 200000` says what
 * part of such a plan that is; plans change, so none is written down here.
 */
interface Cost extends Counts {
  what: string
  calls: number
  /** How often a month. */
  times: number
}

const { values } = parseArgs({
  options: {
    'reads-a-day': { type: 'string' },
    'writes-a-day': { type: 'string' },
    'calls-a-month': { type: 'string' },
  },
})
const daysAMonth = 30

function counted(world: World): Counts {
  const { store, counts } = countedStore(world.deps.store)
  world.deps.store = store
  return counts
}

async function sweepFor(world: World, ms: number): Promise<number> {
  let runs = 0
  world.pass(timerPeriod - (world.deps.clock() % timerPeriod))
  for (const end = world.deps.clock() + ms; world.deps.clock() < end; world.pass(timerPeriod)) {
    const { left } = await sweep(world.deps, choresAt(world.deps.clock()))
    await noteSweep(world.deps, { ms: 0, left, failed: null })
    runs += 1
  }
  return runs
}

async function idleDay(): Promise<Cost> {
  const world = createWorld()
  const counts = counted(world)
  const calls = await sweepFor(world, 24 * 3600_000)
  return { what: 'idle day', ...counts, calls, times: daysAMonth }
}

/** Consent, start, off to the vendor, back, and the page that asks until it is verified. */
async function onePerson(): Promise<Cost> {
  const world = createWorld()
  const counts = counted(world)
  const { verification } = await start(world.deps, 'alice', await world.startInput())
  const { id } = verification
  await refresh(world.deps, 'alice', { id, hint: 'opened' })
  for (let look = 0; look < 3; look++) await refresh(world.deps, 'alice', { id })
  world.vendor.onQuery = () => proven('attempt')
  await refresh(world.deps, 'alice', { id })
  return { what: 'one person', ...counts, calls: 7, times: 1 }
}

/** Sent by one press of a button and the timer; nobody looks, nobody goes to the vendor for a day. */
async function batchOfAThousand(): Promise<Cost> {
  const world = await createBatchWorld()
  const counts = counted(world)
  const id = await world.batchOf(1000)
  await submit(world.deps, operator, { id })
  const runs = await sweepFor(world, 24 * 3600_000)
  return { what: 'batch of 1,000, first day', ...counts, calls: 2 + runs, times: 1 }
}

function report({ what, reads, writes, calls, times }: Cost): void {
  const part = (value: number, limit: string | undefined) =>
    limit === undefined ? '' : ` (${((100 * value) / Number(limit)).toFixed(1)} %)`
  console.log(
    `${what.padEnd(26)} reads ${reads}${part(reads, values['reads-a-day'])}` +
      `  writes ${writes}${part(writes, values['writes-a-day'])}` +
      `  calls ${calls}${part(calls * times, values['calls-a-month'])}`,
  )
}

async function main(): Promise<void> {
  report(await idleDay())
  report(await onePerson())
  report(await batchOfAThousand())
}

main().catch(error => {
  console.error(error)
  process.exitCode = 1
})
