import { createWorld, proven, type World } from '../../../test/support/world'
import { perform } from '../../api/perform'
import { claim } from '../operator/claim'
import { copyMyData } from '../personal/copy'
import { eraseMine } from '../personal/erase'
import { sweep } from '../sweep'
import { refresh } from '../verification/refresh'
import { start } from '../verification/start'
import { annotate } from './annotate'
import { caseOf, searchVerifications } from './verifications'

const day = 24 * 3600_000
let world: World
let id: string
beforeEach(async () => {
  world = createWorld()
  await claim(world.deps, 'olivia', { code: 'setup-code' })
  id = (await start(world.deps, 'alice', await world.startInput())).verification.id
})
const write = (note: string, tag: 'follow' | 'settled' | null = null) =>
  annotate(world.deps, 'olivia', { id, note, tag })
const listed = async (tag: 'follow' | 'settled') =>
  (await searchVerifications(world.deps, 'olivia', { tag, limit: 20 })).items.map(each => each.id)

test('a note and a tag are there for other operators, and the list is narrowed by the tag', async () => {
  await write('电话已联系,周五再办', 'follow')
  const { noted } = await caseOf(world.deps, 'vera', { id })
  expect(noted).toEqual({ note: '电话已联系,周五再办', tag: 'follow', at: world.deps.clock() })
  expect([await listed('follow'), await listed('settled')]).toEqual([[id], []])
  const { items } = await searchVerifications(world.deps, 'olivia', { limit: 20 })
  expect(items).toMatchObject([{ id, tag: 'follow' }])
  await write('', 'settled')
  expect((await caseOf(world.deps, 'vera', { id })).noted).toEqual({ note: '', tag: 'settled', at: null })
  expect([await listed('follow'), await listed('settled')]).toEqual([[], [id]])
})

test('it is sealed where it lies, and the record says who and not what', async () => {
  await perform(world.deps, 'olivia', 'workplace.annotate', { id, note: '电话已联系', tag: 'follow' })
  const all = ['case_notes', 'audit', 'verifications'].map(name =>
    JSON.stringify(world.store.all(name as 'audit')),
  )
  expect(all.join()).not.toContain('电话')
  expect(world.store.all('audit').at(-1)).toMatchObject({ event: 'workplace.annotate', subject: id })
  expect(world.store.all('case_notes')).toMatchObject([{ operator: expect.stringMatching(/^o_/) }])
})

test('its person finds it in the copy, and it goes with him', async () => {
  await write('电话已联系', 'follow')
  const { content } = await copyMyData(world.deps, 'alice')
  expect(JSON.parse(Buffer.from(content, 'base64').toString()).notes).toMatchObject([{ text: '电话已联系' }])
  await eraseMine(world.deps, 'alice')
  expect(world.store.all('case_notes')).toEqual([])
  expect(world.store.all('verifications')).toMatchObject([{ owner: '', tag: null }])
  const written: string[] = []
  world.store.beforeWrite((_operation, collection) => {
    written.push(collection)
  })
  for (const tag of [null, 'follow'] as const)
    await expect(write('again', tag)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect(written).toEqual([])
  expect(world.store.all('verifications')).toMatchObject([{ owner: '', tag: null }])
})

test('after the retention time it is gone', async () => {
  await write('电话已联系', 'follow')
  world.vendor.onQuery = () => proven('attempt')
  await refresh(world.deps, 'alice', { id })
  world.pass(31 * day)
  await sweep(world.deps)
  expect(world.store.all('case_notes')).toEqual([])
})

test('it changes nothing of how the verification stands, nor of its trail', async () => {
  const before = (await caseOf(world.deps, 'olivia', { id })).trail
  await write('电话已联系', 'follow')
  world.vendor.onQuery = () => proven('attempt')
  await refresh(world.deps, 'alice', { id })
  const { trail, intact } = await caseOf(world.deps, 'olivia', { id })
  expect(intact).toBe(true)
  expect(trail.length).toBe(before.length + 1)
})

test('one that was never there takes no note', async () => {
  const unknown = annotate(world.deps, 'olivia', { id: `v_${'0'.repeat(32)}`, note: 'x', tag: null })
  await expect(unknown).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect(world.store.all('case_notes')).toEqual([])
})

test('another note takes the place of the first; taken away, it is that of this one alone', async () => {
  const other = (await start(world.deps, 'bob', await world.startInput({}, 'bob'))).verification.id
  await annotate(world.deps, 'olivia', { id: other, note: '另一张', tag: null })
  expect(await write('第一次')).toEqual({ note: '第一次', tag: null, at: world.deps.clock() })
  world.pass(1000)
  expect(await write('第二次')).toEqual({ note: '第二次', tag: null, at: world.deps.clock() })
  expect(await write('')).toEqual({ note: '', tag: null, at: null })
  expect(world.store.all('case_notes').map(({ _id }) => _id)).toEqual([other])
})

test('a note alone, or the same tag again, does not write the verification', async () => {
  const written: string[] = []
  world.store.beforeWrite((_operation, collection) => void written.push(collection))
  await write('电话已联系')
  await write('电话已联系', 'follow')
  await write('再联系', 'follow')
  expect(written.filter(collection => collection === 'verifications')).toHaveLength(1)
})
