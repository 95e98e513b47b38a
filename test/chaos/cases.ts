import type { VerificationView } from '../../cloudfunctions/contract/verification'
import { subjects, vendorIds } from './people'
import type { PeopleWorld, Person } from './people-world'

/** Something that goes wrong for people who are being verified, and how they end all the same. */
export interface ChaosCase {
  name: string
  /** Throws when somebody does not end as they should. */
  round(world: PeopleWorld, person: Person, chance: () => number): Promise<void>
}

/** ms within which a run answers, whatever a vendor does: 12 s of waiting, and the rest of a slow machine. */
const longestRun = 20_000
const minutes = 60_000

/** Every vendor with persons and with organizations, one after the other. */
export const kinds = vendorIds.flatMap(vendor => subjects.map(subject => ({ vendor, subject })))

const poisons = [
  { garbage: true },
  { poison: 'huge' },
  { poison: 'half' },
  { poison: 'drip' },
  { latencyMs: 60_000 },
  { hang: true },
] as const

export const cases: readonly ChaosCase[] = [
  {
    name: 'every notice dropped',
    async round(world, person) {
      const { view, handoff } = await world.begin(person)
      if (!handoff) throw new Error(`no way: ${view.state}`)
      await world.next(person.vendor, { callback: 'missing', times: 20 })
      await world.pass(person, handoff)
      await world.forget(person.vendor)
      // What was decided is known within ten minutes and a run of the timer.
      await world.jump(11 * minutes)
      await world.sweep()
      await isVerified(world, person, view.id)
    },
  },
  {
    name: 'killed at any step',
    async round(world, person, chance) {
      const steps = [
        () => world.begin(person),
        () => goOn(world, person),
        () => world.sweep(),
        () => goOn(world, person),
      ]
      const fatal = Math.floor(chance() * steps.length)
      for (const step of steps.slice(0, fatal)) await step()
      const dying = steps[fatal]?.().catch(() => {})
      await new Promise(resolve => setTimeout(resolve, chance() * 600))
      await world.kill()
      await dying
      await endsVerified(world, person)
    },
  },
  {
    name: 'the keys of sealing change while people start, and it dies in the middle',
    async round(world, person, chance) {
      const others = kinds.slice(0, 3).map(({ vendor, subject }) => world.person(vendor, subject))
      const [first, second, late] = others as [Person, Person, Person]
      await Promise.all([world.begin(person), world.begin(first)])
      await world.rotate('both')
      for (let death = 0; death < 3; death++) {
        await world.disk(`die ${1 + Math.floor(chance() * 12)}`)
        const meanwhile = [world.reseal(), goOn(world, person), goOn(world, second)]
        await Promise.allSettled(meanwhile)
        await world.disk(null)
        await world.kill()
      }
      await Promise.all([world.reseal(), world.begin(late)])
      await world.rotate('newest')
      for (const each of [person, ...others]) await endsVerified(world, each)
    },
  },
  {
    name: 'the disk is full',
    async round(world, person, chance) {
      if (chance() < 0.5) await world.begin(person)
      await world.disk('full')
      const refused = await world.begin(person).then(
        () => false,
        () => true,
      )
      await world.sweep().catch(() => {})
      await world.disk(null)
      if (!refused) throw new Error('a start was answered that could not be written down')
      await endsVerified(world, person)
    },
  },
  {
    name: 'the disk is slow',
    async round(world, person) {
      await world.disk('slow 40')
      try {
        await endsVerified(world, person)
      } finally {
        await world.disk(null)
      }
    },
  },
  ...[1, -1].map(way => ({
    name: `the clock jumps ${way > 0 ? 'ahead' : 'back'} by an hour`,
    async round(world: PeopleWorld, person: Person) {
      const { view } = await world.begin(person)
      await world.jump(way * 60 * minutes, false)
      // The vendors may refuse what comes from another hour: nobody is turned down for it.
      await goOn(world, person).catch(() => null)
      await world.sweep()
      await isOpen(world, person, view.id)
      await world.jump(-way * 60 * minutes, false)
      await endsVerified(world, person)
    },
  })),
  ...poisons.map(order => ({
    name: `the vendor answers with ${JSON.stringify(order)}`,
    async round(world: PeopleWorld, person: Person) {
      await world.next(person.vendor, { ...order, times: 100 })
      const view = await timed('start', () => world.begin(person)).then(
        begun => begun.view,
        () => null,
      )
      if (view)
        await timed('refresh', () => world.act(person.openid, 'verification.refresh', { id: view.id }))
      await timed('sweep', () => world.sweep())
      if (view) await isOpen(world, person, view.id)
      await world.forget(person.vendor)
      await endsVerified(world, person)
    },
  })),
]

async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const since = performance.now()
  const [outcome] = await Promise.allSettled([work()])
  const took = Math.round(performance.now() - since)
  if (took > longestRun) throw new Error(`${what} took ${took} ms`)
  if (outcome.status === 'rejected') throw outcome.reason
  return outcome.value
}

const open: readonly VerificationView['state'][] = ['created', 'indeterminate', 'ready', 'processing']

async function isOpen(world: PeopleWorld, person: Person, id: string): Promise<void> {
  const { state } = await world.view(person, id)
  // That it was verified meanwhile is the truth as well.
  if (!open.includes(state) && state !== 'verified') throw new Error(`a verdict out of nothing: ${state}`)
}

async function isVerified(world: PeopleWorld, person: Person, id: string): Promise<void> {
  const { state, problem } = await world.view(person, id)
  if (state !== 'verified') throw new Error(`not verified: ${state} ${problem?.code ?? ''}`)
}

/** One more step of what a person does: begins or goes on, and passes where there is a way. */
async function goOn(world: PeopleWorld, person: Person): Promise<VerificationView> {
  const begun = await world.begin(person)
  const { id, attempt } = begun.view
  if (begun.view.state === 'verified') return begun.view
  const { handoff } = begun.handoff
    ? begun
    : await world.act(person.openid, 'verification.renew', { id, attempt, way: 'app' })
  if (handoff) await world.pass(person, handoff)
  return (await world.act(person.openid, 'verification.refresh', { id })).verification
}

/** Sooner or later, by what people do and what runs by itself, with one verification and no more. */
async function endsVerified(world: PeopleWorld, person: Person): Promise<void> {
  let last = ''
  for (let step = 0; step < 20; step++) {
    const view = await goOn(world, person).catch((error: unknown) => {
      last = error instanceof Error ? error.message : 'unknown'
      return null
    })
    if (view && !open.includes(view.state) && view.state !== 'verified')
      throw new Error(`ended as ${view.state}`)
    if (view?.state === 'verified') {
      const { items } = await world.act(person.openid, 'verification.list', {})
      if (items.length !== 1) throw new Error(`${items.length} verifications of one intent`)
      return
    }
    await world.jump(2 * minutes)
    await world.sweep()
    // A vendor is left alone for ten seconds of a clock that nobody moves.
    await new Promise(resolve => setTimeout(resolve, 1000))
  }
  throw new Error(`does not end: ${last}`)
}
