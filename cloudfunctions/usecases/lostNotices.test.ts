import { createBatchWorld, organizationName } from '../../test/support/batch-world'
import {
  createWorld,
  proven,
  testOrganization,
  testPerson,
  unproven,
  type World,
} from '../../test/support/world'
import { choresAt } from '../domain/rounds'
import type { VendorId } from '../domain/words'
import type { Question } from '../vendors/driver'
import { vendorNames } from '../vendors/registry'
import { submit } from './batch/submit'
import { sweep } from './sweep'
import { recordConsent } from './verification/recordConsent'
import { refresh } from './verification/refresh'
import { start } from './verification/start'

/**
 * Every notice is lost, nobody opens the mini-program again, and the clock is made up: the timer runs every five
 * minutes, as it is deployed. How late do we know what the vendors have decided, and what does it cost?
 */
const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const period = 5 * minute

/** How late may we know what was decided so long after the last sign of life? */
const lateness = (age: number): number => (age <= 2 * hour ? 10 * minute : age <= day ? 30 * minute : hour)

/** Ages of decisions: right after a look, right before, at the edges of the table. */
const early = [1, 14_000, 9 * minute, 47 * minute, 2 * hour - 1, 2 * hour + 1, 5 * hour + 1, 23 * hour]
const late = [25 * hour, 3 * day + 1, 6 * day + 22 * hour]

/** Runs of the timer at which nothing is due are left out. */
async function passUntil(world: World, end: number, isDue: (now: number) => boolean): Promise<void> {
  while (world.deps.clock() < end) {
    world.pass(period - (world.deps.clock() % period))
    const now = world.deps.clock()
    if (isDue(now)) await sweep(world.deps, choresAt(now))
  }
}

const isDueIn = (world: World, collection: 'verifications' | 'batch_rows') => {
  const all = () => world.store.all(collection)
  return (now: number) => all().some(({ dueAt }) => dueAt !== null && dueAt <= now)
}

interface Case {
  id: string
  vendor: VendorId
  /** What the vendor's questions about it name. */
  mark: string
  /** Age at which the vendor decides; null: never. */
  decidedAt: number | null
}

const vendors: VendorId[] = Object.keys(vendorNames)

async function openWorld(): Promise<{ world: World; cases: Case[]; asked: Map<string, number> }> {
  const world = createWorld()
  const [base] = world.deps.drivers.values()
  if (!base) throw new Error('no driver')
  const cases: Case[] = []
  const asked = new Map<string, number>()
  const begin = world.deps.clock()
  const query = async (question: Question) => {
    const mark = question.subject === 'person' ? question.contact.value : question.name
    asked.set(mark, (asked.get(mark) ?? 0) + 1)
    const decidedAt = cases.find(each => each.mark === mark)?.decidedAt ?? null
    return decidedAt !== null && world.deps.clock() >= begin + decidedAt ? proven('attempt') : unproven
  }
  world.deps.drivers = new Map(vendors.map(id => [id, { ...base, id, query }]))
  return { world, cases, asked }
}

/** Starts one; `goes`: its person is seen to leave for the vendor, and never again. */
async function begun(
  { world, cases }: { world: World; cases: Case[] },
  vendor: VendorId,
  subject: 'person' | 'organization',
  decidedAt: number | null,
  goes = true,
): Promise<void> {
  const number = cases.length + 1
  const mobile = `138${String(number).padStart(8, '0')}`
  const name = organizationName(number)
  const owner = `owner-${number}`
  const { consentId } = await recordConsent(world.deps, owner, {
    vendor,
    purpose: 'general',
    policyVersion: world.deps.config.policy.version,
  })
  const intent = {
    clientKey: `key-lost-${String(number).padStart(10, '0')}`,
    vendor,
    purpose: 'general',
    consentId,
    way: 'app',
  } as const
  const { verification } =
    subject === 'person'
      ? await start(world.deps, owner, {
          ...intent,
          subject,
          person: { ...testPerson, contact: { type: 'mobile', value: mobile } },
        })
      : await start(world.deps, owner, { ...intent, subject, organization: { ...testOrganization, name } })
  cases.push({ id: verification.id, vendor, mark: subject === 'person' ? mobile : name, decidedAt })
  if (goes) await refresh(world.deps, owner, { id: verification.id, hint: 'opened' })
}

test('persons and organizations of every vendor are right in time although every notice is lost', async () => {
  const opened = await openWorld()
  const { world, cases } = opened
  const startedAt = world.deps.clock()
  for (const vendor of vendors) {
    for (const age of early) await begun(opened, vendor, 'person', age)
    for (const age of [...early, ...late]) await begun(opened, vendor, 'organization', age)
  }
  await passUntil(world, startedAt + 7 * day + hour, isDueIn(world, 'verifications'))
  const all = new Map(world.store.all('verifications').map(each => [each._id, each]))
  const wrong = cases.filter(({ id, decidedAt }) => {
    const known = all.get(id)?.history.find(({ state }) => state === 'verified')?.at
    return known === undefined || decidedAt === null || known - startedAt - decidedAt > lateness(decidedAt)
  })
  expect(cases).toHaveLength(vendors.length * (2 * early.length + late.length))
  expect(wrong).toEqual([])
})

test('one that nobody comes back to costs 60 questions at most', async () => {
  const opened = await openWorld()
  const { world, cases, asked } = opened
  const startedAt = world.deps.clock()
  for (const vendor of vendors) {
    await begun(opened, vendor, 'person', null)
    await begun(opened, vendor, 'organization', null, false)
  }
  await passUntil(world, startedAt + 9 * day, isDueIn(world, 'verifications'))
  expect(world.store.all('verifications').map(({ state }) => state)).toEqual(cases.map(() => 'expired'))
  expect(asked.size).toBe(cases.length)
  expect(Math.max(...asked.values())).toBeLessThanOrEqual(60)
})

/** A batch that was sent and whose links are there; from here on the age of its rows counts. */
async function sentRows(rows: number) {
  const world = await createBatchWorld()
  const id = await world.batchOf(rows)
  await submit(world.deps, 'olivia', { id })
  world.pass(4000)
  await sweep(world.deps)
  expect(world.store.all('batch_rows').map(({ state }) => state)).toEqual(
    Array.from({ length: rows }, () => 'ready'),
  )
  return world
}

test('rows are right in time, also when the vendor told of nothing before', async () => {
  const ages = [...early, ...late]
  const world = await sentRows(ages.length)
  const names = ages.map((_, index) => organizationName(index + 1))
  for (const name of names) world.batches.progress.set(name, { standing: 'started', rawStatus: 'Started' })
  world.pass(period)
  await sweep(world.deps)
  const lifeAt = world.deps.clock()
  const decide = () => {
    for (const [index, age] of ages.entries()) {
      if (world.deps.clock() < lifeAt + age) continue
      world.batches.progress.set(names[index] ?? '', { standing: 'submitted', rawStatus: 'Authorization' })
      world.batches.standing.set(names[index] ?? '', 'verified')
    }
  }
  const isDue = isDueIn(world, 'batch_rows')
  await passUntil(world, lifeAt + 7 * day + hour, now => {
    decide()
    return isDue(now)
  })
  const late60 = world.store.all('batch_rows').filter(({ history, number }) => {
    const known = history.find(({ state }) => state === 'verified')?.at
    const age = ages[number - 1] ?? 0
    return known === undefined || known - lifeAt - age > lateness(age)
  })
  expect(late60).toEqual([])
  // Ten rows a question: two for these, and what is decided is asked for one by one.
  expect(world.batches.asked.progress).toBeLessThanOrEqual(2 * 210)
})

test('a row that nobody goes to costs 60 questions at most, even alone', async () => {
  const world = await sentRows(1)
  await passUntil(world, world.deps.clock() + 60 * day, isDueIn(world, 'batch_rows'))
  const { prepared, progress, standing } = world.batches.asked
  expect(world.store.all('batch_rows')).toMatchObject([{ state: 'ready', dueAt: null }])
  expect(progress).toBeGreaterThan(50)
  expect(prepared + progress + standing).toBeLessThanOrEqual(60)
})
