import { countedStore } from '../../../test/support/counted-store'
import { atEveryMoment, processOf } from '../../../test/support/mortal'
import { codeOf } from '../../../test/support/refusal'
import { invitationOf } from '../../../test/support/stored'
import { createWorld, type World } from '../../../test/support/world'
import { perform } from '../../api/perform'
import type { ExportView } from '../../contract/workplace'
import type { ExportJob } from '../../domain/exportJob'
import type { Verification } from '../../domain/verification'
import { readFile } from '../../platform/sheet/readFile'
import { soughtKeys } from '../kit/searchKeys'
import { claim } from '../operator/claim'
import { operatorId } from '../operator/identity'
import { sweep } from '../sweep'
import { start } from '../verification/start'
import { clearExports } from './clearExports'
import { beginExport, exportFile, goOnExport, listExports } from './largeExport'

const day = 24 * 3600_000
const wanted = { of: 'verifications', format: 'csv', language: 'zh' } as const

let world: World
let model: Verification
beforeEach(async () => {
  world = createWorld()
  await claim(world.deps, 'olivia', { code: 'setup-code' })
  await start(world.deps, 'alice', await world.startInput())
  const [born] = world.store.all('verifications')
  if (!born) throw new Error('nothing was born')
  model = born
})

/** So many in all, not stored in the order of their time; 17 divides none of the counts used here. */
const shuffled = (index: number, count: number) => (index * 17) % count
async function many(count: number): Promise<void> {
  for (let index = 1; index < count; index++) {
    const _id = `v_${index.toString(16).padStart(32, '0')}`
    const createdAt = model.createdAt + shuffled(index, count)
    await world.store.insert('verifications', { ...model, _id, listKey: `${createdAt}_${_id}`, createdAt })
  }
}

const goOn = (view: ExportView, deps = world.deps) =>
  goOnExport(deps, 'olivia', { id: view.id, part: view.parts.length + 1 })

async function toTheEnd(view: ExportView): Promise<ExportView> {
  let now = view
  for (let runs = 0; !now.done && runs < 50; runs++) now = await goOn(now)
  return now
}

/** What stands in the files of an export, a list of ids a part. */
async function idsOf({ id, parts }: ExportView): Promise<string[][]> {
  const files = parts.map(async (_, index) => {
    const { url } = await exportFile(world.deps, 'olivia', { id, part: index + 1 })
    const file = world.files.get(url.replace('https://files.example/', 'cloud://env/'))
    if (!file) throw new Error('no such file')
    return readFile(file).flatMap(({ lines }) => lines.slice(1).map(({ cells }) => cells[0] ?? ''))
  })
  return Promise.all(files)
}

test('what no answer holds comes in files, newest first, each row once; no run reads more than its part', async () => {
  await many(11_000)
  const { store, counts } = countedStore(world.deps.store)
  let view = await beginExport(world.deps, 'olivia', wanted)
  while (!view.done) {
    counts.documents = 0
    view = await goOn(view, { ...world.deps, store })
    expect(counts.documents).toBeLessThanOrEqual(5002)
    expect(JSON.stringify(view).length).toBeLessThan(1000)
  }
  expect(view).toMatchObject({ parts: [5000, 5000, 1000], cut: false })
  const newestFirst = world.store
    .all('verifications')
    .sort((a, b) => (a.listKey < b.listKey ? 1 : -1))
    .map(({ _id }) => _id)
  expect((await idsOf(view)).flat()).toEqual(newestFirst)
})

test('a run that lasts too long ends its part, and the next one goes on there', async () => {
  await many(1300)
  let now = model.createdAt
  const slow = { ...world.deps, clock: () => (now += 3000) }
  let view = await beginExport(world.deps, 'olivia', wanted)
  while (!view.done) view = await goOn(view, slow)
  expect(view.parts.length).toBeGreaterThan(1)
  expect(new Set((await idsOf(view)).flat()).size).toBe(1300)
})

test('fifty thousand rows are the end, and it is said when there are more', async () => {
  await many(5001)
  const { id } = await beginExport(world.deps, 'olivia', wanted)
  const parts = [{ fileId: 'cloud://env/exports/1.csv', rows: 45_000 }]
  await world.store.replace('exports', id, 1, { parts })
  expect(await goOnExport(world.deps, 'olivia', { id, part: 2 })).toMatchObject({
    parts: [45_000, 5000],
    done: true,
    cut: true,
  })
  const other = await beginExport(world.deps, 'olivia', wanted)
  await world.store.replace('exports', other.id, 1, { parts: [{ fileId: 'x', rows: 44_999 }] })
  const end = await goOnExport(world.deps, 'olivia', { id: other.id, part: 2 })
  expect(end).toMatchObject({ parts: [44_999, 5000], done: false })
  expect(await goOn(end)).toMatchObject({ parts: [44_999, 5000, 1], done: true, cut: false })
})

test('only those that fit, and what was typed is kept nowhere', async () => {
  await many(3)
  const view = await toTheEnd(await beginExport(world.deps, 'olivia', { ...wanted, text: '13800138000' }))
  expect(view.parts).toEqual([3])
  const none = await toTheEnd(await beginExport(world.deps, 'olivia', { ...wanted, state: 'revoked' }))
  expect(none.parts).toEqual([0])
  expect(JSON.stringify(world.store.all('exports'))).not.toContain('13800138000')
})

test('invitations, in English, as a spreadsheet', async () => {
  for (let index = 0; index < 3; index++) await world.store.insert('invitations', invitationOf(index))
  const input = { of: 'invitations', format: 'xlsx', language: 'en' } as const
  const view = await toTheEnd(await beginExport(world.deps, 'olivia', input))
  expect(view.parts).toEqual([3])
  const { name } = await exportFile(world.deps, 'olivia', { id: view.id, part: 1 })
  expect(name).toBe('Invitations 2023-11-15 1.xlsx')
  expect((await idsOf(view))[0]).toHaveLength(3)
})

test('asked for twice, a part is made once; and twice at the same time as well', async () => {
  await many(6000)
  const view = await beginExport(world.deps, 'olivia', wanted)
  await Promise.all([goOn(view), goOn(view)])
  expect(await goOn(view)).toMatchObject({ parts: [5000], done: false })
  expect((await toTheEnd(await goOn(view))).parts).toEqual([5000, 1000])
})

test('whoever dies while a part is made has made nothing, and the next one goes on', async () => {
  await many(5)
  const counting = processOf(world)
  await goOn(await beginExport(world.deps, 'olivia', wanted), counting.deps)
  await atEveryMoment(counting.moments(), async last => {
    const view = await beginExport(world.deps, 'olivia', wanted)
    const dying = processOf(world, last)
    await goOn(view, dying.deps).catch(() => {})
    expect(dying.isDead()).toBe(true)
    const { items } = await listExports(world.deps, 'olivia')
    const left = items.find(({ id }) => id === view.id)
    expect((await toTheEnd(left ?? view)).parts).toEqual([5])
  })
})

test('a day later its files are deleted and it is forgotten', async () => {
  await many(3)
  const view = await toTheEnd(await beginExport(world.deps, 'olivia', wanted))
  expect(world.files.size).toBe(1)
  world.pass(day - 1)
  await sweep(world.deps)
  expect(world.files.size).toBe(1)
  world.pass(1)
  expect((await listExports(world.deps, 'olivia')).items).toEqual([])
  expect(await codeOf(exportFile(world.deps, 'olivia', { id: view.id, part: 1 }))).toBe('NOT_FOUND')
  await sweep(world.deps)
  expect(world.files.size).toBe(0)
  expect(world.store.all('exports')).toEqual([])
})

test('it is its own operator’s alone, and every part that is made or taken leaves a row', async () => {
  await many(3)
  const key = { clientKey: 'key-export-00000001' }
  const [first, again] = [
    await perform(world.deps, 'olivia', 'workplace.beginExport', { ...wanted, ...key }),
    await perform(world.deps, 'olivia', 'workplace.beginExport', { ...wanted, ...key }),
  ]
  expect(again).toEqual(first)
  const { id } = first as ExportView
  await perform(world.deps, 'olivia', 'workplace.goOnExport', { id, part: 1 })
  await perform(world.deps, 'olivia', 'workplace.exportFile', { id, part: 1 })
  const acts = world.store.all('audit').flatMap(row => ('event' in row && 'subject' in row ? [row] : []))
  expect(acts.slice(-3).map(({ event, subject }) => [event, subject])).toEqual([
    ['workplace.beginExport', ''],
    ['workplace.goOnExport', id],
    ['workplace.exportFile', id],
  ])
  expect(await codeOf(perform(world.deps, 'alice', 'workplace.beginExport', wanted))).toBe('FORBIDDEN')
  expect(await codeOf(goOnExport(world.deps, 'bob', { id, part: 2 }))).toBe('NOT_FOUND')
  expect(await codeOf(exportFile(world.deps, 'bob', { id, part: 1 }))).toBe('NOT_FOUND')
  expect((await listExports(world.deps, 'bob')).items).toEqual([])
  expect(await codeOf(exportFile(world.deps, 'olivia', { id, part: 2 }))).toBe('NOT_FOUND')
})

const born = 1_700_000_000_000
const begin = (input: Partial<Parameters<typeof beginExport>[2]> = {}) =>
  beginExport(world.deps, 'olivia', { ...wanted, ...input })
const setJob = async (id: string, changes: Partial<Omit<ExportJob, '_id' | 'version'>>) => {
  const { version = 0 } = (await world.store.get('exports', id)) ?? {}
  await world.store.replace('exports', id, version, changes)
}

test('what is wanted is kept as it was asked for, and nothing else; its operator sees how far it is', async () => {
  const filters = { text: '13800138000', state: 'ready', tag: undefined, from: 1 } as const
  const view = await begin({ ...filters, clientKey: 'key-export-00000001' })
  const [job] = world.store.all('exports')
  expect(job).toEqual({
    ...{ _id: view.id, version: 1, owner: operatorId(world.deps, 'olivia'), ...wanted, parts: [], after: '' },
    filters: { sought: soughtKeys(world.deps, '13800138000'), state: 'ready', from: 1 },
    ...{ done: false, cut: false, createdAt: born, expiresAt: born + day },
  })
  const shown = { id: view.id, of: 'verifications', format: 'csv', createdAt: born, expiresAt: born + day }
  expect(view).toEqual({ ...shown, parts: [], done: false, cut: false })
  expect(await goOn(view)).toEqual({ ...shown, parts: [1], done: true, cut: false })
  const [file] = world.store.all('files')
  expect(file).toEqual({
    ...{ _id: expect.stringMatching(/^f_[0-9a-f]{32}$/), version: 1, expiresAt: born + day },
    fileId: expect.stringMatching(/^cloud:\/\/env\/exports\/[0-9a-f]{32}\.csv$/),
  })
})

test.each([
  ['xlsx', 'PK'],
  ['csv', '\uFEFF'],
] as const)('its files are .%s', async (format, beginning) => {
  await toTheEnd(await begin({ format }))
  const [[name, bytes] = []] = [...world.files]
  expect(name?.endsWith(`.${format}`)).toBe(true)
  expect(bytes?.toString().startsWith(beginning)).toBe(true)
})

test('the list holds the newest twenty, those that have ended too, until they are forgotten', async () => {
  const ids: string[] = []
  for (let index = 0; index < 20; index++) {
    ids.unshift((await begin()).id)
    world.pass(1000)
  }
  // Of an instance whose clock is behind: noted last, and older than all.
  world.pass(-60_000)
  await begin()
  world.pass(60_000)
  const listed = async () => (await listExports(world.deps, 'olivia')).items.map(({ id }) => id)
  expect(await listed()).toEqual(ids)
  world.pass(day - 10_000)
  expect(await listed()).toEqual(ids.slice(0, 9))
})

test('each part has its file and its name, of the day it was asked for', async () => {
  await many(3)
  const view = await toTheEnd(await begin())
  world.pass(12 * 3600_000)
  const { name, url } = await exportFile(world.deps, 'olivia', { id: view.id, part: 1 })
  expect(name).toBe('认证记录 2023-11-15 1.csv')
  expect(url).toMatch(/^https:\/\/files\.example\/exports\/[0-9a-f]{32}\.csv$/)
  const lives: number[] = []
  world.deps.files.address = async (_fileId, seconds) => `${lives.push(seconds)}`
  await exportFile(world.deps, 'olivia', { id: view.id, part: 1 })
  expect(lives).toEqual([600])
  for (const part of [0, 2])
    expect(await codeOf(exportFile(world.deps, 'olivia', { id: view.id, part }))).toBe('NOT_FOUND')
})

test.each(['verifications', 'invitations'] as const)(
  '%s: nothing is lost or told twice where one page of the database ends, newest first',
  async of => {
    await many(1001)
    for (let index = 0; index < 1001; index++) {
      const number = shuffled(index, 1001) + 1
      await world.store.insert('invitations', invitationOf(number, { number }))
    }
    const view = await toTheEnd(await begin({ of }))
    expect(view.parts).toEqual([1001])
    const [ids = []] = await idsOf(view)
    const newestFirst = world.store.all(of).sort((a, b) => b.createdAt - a.createdAt)
    expect(ids).toEqual(newestFirst.map(each => ('number' in each ? String(each.number) : each._id)))
    expect(world.store.all('exports')).toMatchObject([{ after: newestFirst.at(-1)?.listKey }])
  },
)

test.each([
  ['more than may be', 3, { parts: [49_998, 2], done: true, cut: true }],
  ['as many as may be', 2, { parts: [49_998, 2], done: true, cut: false }],
  ['fewer', 1, { parts: [49_998, 1], done: true, cut: false }],
])('of %s, it says whether there are more', async (_what, count, end) => {
  await many(count)
  const { id } = await begin()
  await setJob(id, { parts: [{ fileId: 'x', rows: 49_998 }] })
  expect(await goOnExport(world.deps, 'olivia', { id, part: 2 })).toMatchObject(end)
})

test('a part that would be empty is none, once there is one', async () => {
  await many(2)
  const { id } = await begin()
  await setJob(id, { parts: [{ fileId: 'x', rows: 2 }], after: '0' })
  expect(await goOnExport(world.deps, 'olivia', { id, part: 2 })).toMatchObject({ parts: [2], done: true })
  expect(world.files.size).toBe(0)
})

test('a part is what comes after the one before, and is not made out of turn, nor when all is done', async () => {
  await many(3)
  const [, middle] = world.store.all('verifications').sort((a, b) => b.createdAt - a.createdAt)
  const { id } = await begin()
  await setJob(id, { parts: [{ fileId: 'x', rows: 2 }], after: middle?.listKey ?? '' })
  for (const part of [1, 3])
    expect(await goOnExport(world.deps, 'olivia', { id, part })).toMatchObject({ parts: [2], done: false })
  expect(world.files.size).toBe(0)
  expect(await goOnExport(world.deps, 'olivia', { id, part: 2 })).toMatchObject({ parts: [2, 1], done: true })
  const [done] = world.store.all('exports')
  expect(await goOnExport(world.deps, 'olivia', { id, part: 3 })).toMatchObject({ parts: [2, 1], done: true })
  expect(world.files.size).toBe(1)
  expect(world.store.all('exports')).toEqual([done])
})

test('a part ends after eight seconds, with what it has by then', async () => {
  await many(1200)
  let now = born
  const pages: number[] = []
  const { find } = world.store
  const deps = {
    ...world.deps,
    clock: () => now,
    store: {
      ...world.store,
      find: (async (collection, options) => {
        if (collection === 'verifications') {
          now += 4000
          pages.push(options.limit)
        }
        return find(collection, options)
      }) as typeof find,
    },
  }
  const view = await begin()
  const first = await goOn(view, deps)
  expect(first).toMatchObject({ parts: [1000], done: false, cut: false })
  expect(await goOn(first, deps)).toMatchObject({ parts: [1000, 200], done: true, cut: false })
  expect(pages).toEqual([500, 500, 500])
})

test('two who make the same part at once: the second tells what the first has made', async () => {
  await many(3)
  const view = await begin()
  const [one, other] = await Promise.all([goOn(view), goOn(view)])
  expect(one).toEqual(other)
  expect(one).toMatchObject({ parts: [3], done: true })
})

test('those whose time is over are forgotten a page at a time, and it is said how many', async () => {
  for (let index = 0; index < 101; index++) await begin()
  world.pass(1)
  await begin()
  const clear = (at: number) => clearExports(world.deps, at)
  expect(await clear(born + day - 1)).toBe(0)
  expect(await clear(born + day)).toBe(100)
  expect(await clear(born + day)).toBe(1)
  expect(world.store.all('exports')).toMatchObject([{ createdAt: born + 1 }])
})
