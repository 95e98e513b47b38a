import { parseArgs } from 'node:util'
import { timerPeriod } from '../cloudfunctions/domain/looks'
import { firstWake } from '../cloudfunctions/platform/nextRun'
import { choresOf, isWoken, nextMessage, nextWake } from '../cloudfunctions/sweep/message'
import { submit } from '../cloudfunctions/usecases/batch/submit'
import { noteSweep } from '../cloudfunctions/usecases/health/note'
import { createEndpoint } from '../cloudfunctions/usecases/integration/endpoints'
import { beginRun, claimRun } from '../cloudfunctions/usecases/kit/wake'
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
    runs += await runsOf(world, '')
  }
  return runs
}

/** A run of the sweep, and those it starts. */
async function runsOf(world: World, message: string): Promise<number> {
  const { deps } = world
  if (isWoken(message)) await beginRun(deps)
  const { left } = await sweep(deps, choresOf(message, deps.clock()))
  await noteSweep(deps, { ms: 0, left, failed: null })
  const next = left ? nextMessage(message) : (await claimRun(deps)) && nextWake(message)
  return next ? 1 + (await runsOf(world, next)) : 1
}

async function idleDay(): Promise<Cost> {
  const world = createWorld()
  const counts = counted(world)
  const calls = await sweepFor(world, 24 * 3600_000)
  return { what: 'idle day', ...counts, calls, times: daysAMonth }
}

/** Consent, start, off to the vendor, back, and the page that asks until it is verified. */
async function onePerson(receiver: boolean): Promise<Cost> {
  const world = createWorld()
  if (receiver) await connect(world)
  const counts = counted(world)
  const { verification } = await start(world.deps, 'alice', await world.startInput())
  const { id } = verification
  await refresh(world.deps, 'alice', { id, hint: 'opened' })
  for (let look = 0; look < 3; look++) await refresh(world.deps, 'alice', { id })
  world.vendor.onQuery = () => proven('attempt')
  await refresh(world.deps, 'alice', { id })
  // As a notice would have told it: what is to be sent goes at once.
  const runs = (await claimRun(world.deps)) ? await runsOf(world, firstWake) : 0
  const what = receiver ? 'one person, with a receiver' : 'one person'
  return { what, ...counts, calls: 7 + runs, times: 1 }
}

/** A business system that takes every event. */
async function connect({ deps }: World): Promise<void> {
  await createEndpoint(deps, 'k_0', { url: 'https://hook.example.com/', types: null })
  deps.outbound = async () => ({ status: 204, retryAfter: undefined })
}

/** Sent by one press of a button and the timer; nobody looks, nobody goes to the vendor for a day. */
async function batchOfAThousand(receiver: boolean): Promise<Cost> {
  const world = await createBatchWorld()
  if (receiver) await connect(world)
  const counts = counted(world)
  const id = await world.batchOf(1000)
  await submit(world.deps, operator, { id })
  const runs = await sweepFor(world, 24 * 3600_000)
  const what = receiver ? 'the same, with a receiver' : 'batch of 1,000, first day'
  return { what, ...counts, calls: 2 + runs, times: 1 }
}

function report({ what, reads, writes, calls, times }: Cost): void {
  const part = (value: number, limit: string | undefined) =>
    limit === undefined ? '' : ` (${((100 * value) / Number(limit)).toFixed(1)} %)`
  console.log(
    `${what.padEnd(28)} reads ${reads}${part(reads, values['reads-a-day'])}` +
      `  writes ${writes}${part(writes, values['writes-a-day'])}` +
      `  calls ${calls}${part(calls * times, values['calls-a-month'])}`,
  )
}

async function main(): Promise<void> {
  report(await idleDay())
  for (const receiver of [false, true]) {
    report(await onePerson(receiver))
    report(await batchOfAThousand(receiver))
  }
}

main().catch(error => {
  console.error(error)
  process.exitCode = 1
})
