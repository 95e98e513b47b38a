import {
  type BatchWorld,
  createBatchWorld,
  headingLine,
  line,
  operator,
} from '../../../test/support/batch-world'
import { perform } from '../../api/perform'
import { readTemplates } from '../../domain/message/template'
import type { OutgoingMessage } from '../../platform/messages'
import { links } from '../batch/links'
import { pageOfLink } from '../batch/sharedLink'
import { eraseMine } from '../personal/erase'
import { remindAdministrators } from './remindAdministrators'
import { sendMessages } from './send'

/** The card of an administrator's link: what whoever is sent it can do, and being reminded of it. */
const hour = 3600_000
const day = 24 * hour

let world: BatchWorld
let batch: string
let given: { id: string; token: string }
let sent: OutgoingMessage[]
beforeEach(async () => {
  world = await createBatchWorld()
  const messages = readTemplates('reminder:template-of-reminders:matter=thing1,until=time2')
  Object.assign(world.deps.config, { messages })
  sent = []
  world.deps.sendMessage = async message => {
    sent.push(message)
    return { kind: 'sent' }
  }
  batch = await world.batchOf(2)
  await perform(world.deps, operator, 'batch.submit', { id: batch, confirmed: true })
  world.pass(10_000)
  await perform(world.deps, operator, 'batch.refresh', { id: batch, since: 0 })
  const { links: before } = await links(world.deps, operator, { id: batch })
  const group = before[0]?.group ?? ''
  const made = (await perform(world.deps, operator, 'batch.link', { id: batch, group })) as {
    link: { link: { page: string } | null }
  }
  const { searchParams } = new URL(`https://x/${made.link.link?.page}`)
  given = { id: searchParams.get('id') ?? '', token: searchParams.get('t') ?? '' }
})
const open = (changes = {}) => perform(world.deps, 'adam', 'link.open', { ...given, ...changes })
const accept = (who = 'adam') => perform(world.deps, who, 'link.accept', given)
const remind = () => perform(world.deps, operator, 'batch.remind', { id: batch })
const run = () => sendMessages(world.deps, { most: 20 })

test('whoever has the card gets the way in, and no name or number with it', async () => {
  const opened = await open()
  expect(opened).toMatchObject({
    vendor: 'ess',
    state: 'live',
    rows: 2,
    link: { shortUrl: 'https://short.example' },
  })
  expect(JSON.stringify(opened)).not.toMatch(/测试员|1380013|贸易/)
})

test.each([
  ['a token that was made up', { token: 'x'.repeat(22) }],
  ['the link of another', { id: `b_${'0'.repeat(32)}_${'0'.repeat(16)}_1` }],
])('%s opens nothing, and counts as a guess', async (_, changes) => {
  await expect(open(changes)).rejects.toMatchObject({ code: 'NOT_FOUND', field: 'token' })
})

test('one that has ended, or is done, has no way in', async () => {
  for (const row of world.store.all('batch_rows'))
    await world.store.replace('batch_rows', row._id, row.version, { state: 'verified' })
  expect(await open()).toEqual({ vendor: 'ess', state: 'done', rows: 0, link: null })
  world.pass(400 * day)
  expect(await open()).toMatchObject({ state: 'ended', link: null })
})

test('who agreed is reminded when the operator wants it, once a day, by day; the others have to be written to', async () => {
  expect(await remind()).toMatchObject({ reminded: [{ outcome: 'ask' }] })
  expect(await accept()).toEqual({ accepted: true })
  world.pass(3 * hour)
  for (let times = 0; times < 5; times++)
    expect(await remind()).toMatchObject({ reminded: [{ outcome: 'told' }] })
  await run()
  expect(sent).toMatchObject([
    {
      openid: 'adam',
      page: `packages/verify/link/index?id=${given.id}&t=${given.token}`,
      data: { thing1: '企业认证，还有 2 家没有办完' },
    },
  ])
  expect(await remind()).toMatchObject({ reminded: [{ outcome: 'soon' }] })
})

test('nobody is reminded of what is done, and a card that goes round reminds no crowd', async () => {
  for (let number = 1; number <= 30; number++) await accept(`person-${number}`)
  expect(world.store.all('messages')).toHaveLength(10)
  world.pass(3 * hour)
  await remind()
  for (const row of world.store.all('batch_rows'))
    await world.store.replace('batch_rows', row._id, row.version, { state: 'verified' })
  await run()
  expect(sent).toEqual([])
})

test('who is erased is reminded of no link any more, though no verification led to it', async () => {
  await accept()
  await accept('eve')
  await eraseMine(world.deps, 'adam')
  expect(world.store.all('messages').map(({ owner }) => owner)).toEqual(['eve'])
})

describe('agreeing on the card of a link', () => {
  const link = () => {
    const [found] = world.store.all('links')
    if (!found) throw new Error('no link')
    return found
  }
  const accepted = { accepted: true }

  test('is kept by the link and whoever agreed, once', async () => {
    expect(await accept()).toEqual(accepted)
    const dueAt = expect.any(Number)
    const state = { kind: 'reminder', about: given.id, owner: 'adam', state: 'waiting', dueAt }
    const _id = expect.stringMatching(new RegExp(`^reminder_${given.id}_[0-9a-f]{16}$`))
    const kept = world.store.all('messages')
    expect(kept).toMatchObject([{ _id, ...state, version: 1 }])
    expect(await accept()).toEqual(accepted)
    expect(world.store.all('messages')).toEqual(kept)
    await world.store.replace('messages', kept[0]?._id ?? '', 1, { state: 'sent', owner: '', dueAt: null })
    expect(await accept()).toEqual(accepted)
    expect(world.store.all('messages')).toMatchObject([{ ...state, version: 3 }])
  })

  test('is of no use without a template, without the link, or when the link ends before', async () => {
    const { messages } = world.deps.config
    Object.assign(world.deps.config, { messages: {} })
    expect(await accept()).toEqual({ accepted: false })
    Object.assign(world.deps.config, { messages })
    await world.store.replace('links', given.id, link().version, { expiresAt: world.deps.clock() + 1 })
    expect(await accept()).toEqual({ accepted: false })
    await world.store.remove('links', given.id, link().version)
    expect(await accept()).toEqual({ accepted: false })
    expect(world.store.all('messages')).toEqual([])
  })

  test('is for ten people, each of whom may agree again', async () => {
    for (let number = 1; number <= 10; number++) expect(await accept(`person-${number}`)).toEqual(accepted)
    expect(await accept('person-11')).toEqual({ accepted: false })
    expect(await accept('person-10')).toEqual(accepted)
    expect(world.store.all('messages')).toHaveLength(10)
  })

  test('leads to nothing once the link is gone', async () => {
    await accept()
    await world.store.remove('links', given.id, link().version)
    world.pass(7 * day)
    await run()
    expect(sent).toEqual([])
    expect(world.store.all('messages')).toMatchObject([{ state: 'over' }])
  })
})

test('each administrator is reminded of his own link, and all who agreed on it', async () => {
  const text = [headingLine, line(11), line(12, { admin: '测试员丁', mobile: '13800138009' })].join('\n')
  batch = await world.submittedOf(2, { source: { kind: 'text', text } })
  world.pass(10_000)
  await perform(world.deps, operator, 'batch.refresh', { id: batch, since: 0 })
  const remindAll = () => remindAdministrators(world.deps, operator, { id: batch })
  const { links: all } = await links(world.deps, operator, { id: batch })
  expect(await remindAll()).toEqual({ reminded: [] })
  for (const { group } of all) await perform(world.deps, operator, 'batch.link', { id: batch, group })
  const [mine, other] = world.store.all('links').filter(({ batchId }) => batchId === batch)
  if (!mine || !other) throw new Error('no links')
  const tokenOf = (id: string) =>
    new URL(`https://x/${pageOfLink(world.deps, id)}`).searchParams.get('t') ?? ''
  const groupOf = (id: string) => id.slice(`${batch}_`.length)
  const [own, others] = [groupOf(mine._id), groupOf(other._id)]
  const outcomes = async () =>
    Object.fromEntries((await remindAll()).reminded.map(({ group, outcome }) => [group, outcome]))
  world.pass(3 * hour)
  given = { id: other._id, token: tokenOf(other._id) }
  await accept('frank')
  expect(await outcomes()).toEqual({ [own]: 'ask', [others]: 'told' })
  given = { id: mine._id, token: tokenOf(mine._id) }
  const people = Array.from({ length: 10 }, (_, index) => `person-${index}`)
  for (const who of people) await accept(who)
  expect(await outcomes()).toEqual({ [own]: 'told', [others]: 'told' })
  await run()
  expect(sent.map(({ openid }) => openid).sort()).toEqual(['frank', ...people])
  Object.assign(world.deps.config, { messages: {} })
  expect((await remindAll()).reminded).toMatchObject([{ outcome: 'ask' }, { outcome: 'ask' }])
})
