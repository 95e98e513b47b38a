import { createServerWorld, type ServerWorld } from '../../../test/support/server-world'
import type { Invitation } from '../../domain/invitation/invitation'
import { createInvitation } from './invitations'
import { linksOf, makeLinks, orderLinks } from './links'

const second = 1000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour
const born = 1_700_000_000_000
let world: ServerWorld
let count = 0
beforeEach(async () => {
  world = await createServerWorld()
  count = 0
})

async function invited(days = 7): Promise<string> {
  const { invitation } = await createInvitation(world.deps, `k_${'0'.repeat(16)}`, {
    ...{ clientKey: `key-of-links-${String(++count).padStart(6, '0')}`, subject: 'person', title: '入职' },
    ...{ note: '', vendor: null, mode: null, locked: [], redirect: null, invitee: {}, bizId: 'order-7' },
    ...{ most: 1, days },
  })
  return invitation._id
}
const kept = () => world.store.all('invitation_links')
const make = (deadline = world.deps.clock() + second) => makeLinks(world.deps, deadline)
const statesOf = async (id: string) =>
  (await linksOf(world.deps, id)).links.map(({ form, state }) => `${form} ${state}`)
const invitationOf = async (id: string): Promise<Invitation> => {
  const found = await world.store.get('invitations', id)
  if (!found) throw new Error('no invitation')
  return found
}
const changed = async (id: string, changes: Partial<Omit<Invitation, '_id' | 'version'>>) =>
  world.store.replace('invitations', id, (await invitationOf(id)).version, changes)
const writesOf = async (act: () => Promise<unknown>): Promise<string[]> => {
  const written: string[] = []
  world.store.beforeWrite((operation, collection) => void written.push(`${operation} ${collection}`))
  await act()
  world.store.beforeWrite(() => {})
  return written
}

const pending = ['miniProgramCode pending', 'linkCode ready', 'urlLink pending', 'urlScheme pending'] as const
const ready = pending.map(each => each.replace('pending', 'ready'))

test('what is ordered waits for the next run, is made once, and is there with when each ends', async () => {
  const id = await invited()
  expect(kept()).toEqual([
    { _id: id, version: 1, edition: 1, sealed: null, endsAt: 0, dueAt: born, failures: 0 },
  ])
  expect(await statesOf(id)).toEqual(pending)
  world.pass(second)
  expect(await make()).toBe(1)
  expect(kept()).toMatchObject([{ edition: 1, endsAt: born + 7 * day, dueAt: null, failures: 0 }])
  const { id: said, links } = await linksOf(world.deps, id)
  expect(said).toBe(id)
  expect(links).toEqual([
    {
      ...{ form: 'miniProgramCode', state: 'ready', text: null, expiresAt: '2023-11-21T22:13:20.000Z' },
      image: expect.stringMatching(/^data:image\/png;base64,/),
    },
    expect.objectContaining({
      form: 'linkCode',
      text: expect.stringMatching(/^https:\/\/example\.com\/i\?i=/),
    }),
    expect.objectContaining({ form: 'urlLink', text: expect.stringMatching(/^https:\/\/wxaurl\.example/) }),
    expect.objectContaining({ form: 'urlScheme', image: null, text: expect.stringMatching(/^weixin:/) }),
  ])
  expect(JSON.stringify(kept())).not.toContain('wxaurl')
  expect(await make()).toBe(0)
})

test('one form can be asked for alone; without a domain there is no code for ordinary links', async () => {
  const id = await invited()
  const { links } = await linksOf(world.deps, id, 'urlLink')
  expect(links).toEqual([{ form: 'urlLink', state: 'pending', image: null, text: null, expiresAt: null }])
  world.deps.config.invitationLink = null
  expect(await statesOf(id)).toEqual(pending.filter(each => !each.startsWith('linkCode')))
  expect(await make()).toBe(1)
  expect(await statesOf(id)).toEqual(ready.filter(each => !each.startsWith('linkCode')))
})

test('that they are ready is an event: of the invitation, by its ids and states alone, once for each time they are made', async () => {
  const id = await invited(60)
  await make()
  const events = () => world.store.all('events')
  expect(events()).toMatchObject([
    {
      ...{ type: 'invitation.ready', subjectId: id, at: born },
      data: { id, state: 'pending', subject: 'person', vendor: null, bizId: 'order-7', sequence: 10 },
    },
  ])
  // Links of WeChat end before the invitation does.
  world.pass(30 * day - hour)
  await orderLinks(world.deps, await invitationOf(id))
  await make()
  expect(events()).toHaveLength(2)
  await changed(id, { edition: 2 })
  await orderLinks(world.deps, await invitationOf(id))
  await make()
  expect(events()).toHaveLength(3)
})

test('as many images as an answer holds are in it, to the last sign', async () => {
  const id = await invited()
  const { codes } = world.deps
  codes.miniProgramCode = async () => ({ type: 'png', bytes: Buffer.alloc(66_000) })
  world.deps.qrImage = async () => 'x'.repeat(95_000 - 88_022)
  await make()
  const [code, plain] = (await linksOf(world.deps, id)).links
  expect([code?.image?.length, plain?.image?.length]).toEqual([88_022, 95_000 - 88_022])
  world.deps.qrImage = async () => 'x'.repeat(95_001 - 88_022)
  expect((await linksOf(world.deps, id)).links[1]).toMatchObject({ form: 'linkCode', state: 'apart' })
})

test('an image as large as can be had is had as it is', async () => {
  const id = await invited()
  world.deps.qrImage = async () => 'x'.repeat(90_000)
  await make()
  const { links } = await linksOf(world.deps, id, 'urlLink')
  expect(links[0]?.image).toBe('x'.repeat(90_000))
})

test('what needs nobody is made when it is asked for, and kept nowhere', async () => {
  await invited()
  const drawn: string[] = []
  world.deps.qrImage = async text => {
    drawn.push(text)
    return 'data:image/png;base64,'
  }
  await make()
  expect(drawn).toEqual([expect.stringMatching(/^https:\/\/wxaurl\.example/)])
})

describe('ordered again', () => {
  const again = async (id: string) => orderLinks(world.deps, await invitationOf(id))

  test('nothing is written while they wait, nor while they are good', async () => {
    const id = await invited(60)
    expect(await writesOf(() => again(id))).toEqual(['insert invitation_links'])
    await make()
    world.pass(30 * day - hour - 1)
    expect(await writesOf(() => again(id))).toEqual(['insert invitation_links'])
    expect(await statesOf(id)).toEqual(ready)
  })

  test.each([
    ['they have ended', async () => world.pass(30 * day - hour)],
    ['the code was given out anew', async (id: string) => changed(id, { edition: 2 })],
  ])('they are made again when %s', async (_what, happens) => {
    const id = await invited(60)
    await make()
    const [before] = kept()
    await world.store.replace('invitation_links', id, before?.version ?? 0, { failures: 3 })
    await happens(id)
    expect(await statesOf(id)).toEqual(pending)
    const { edition } = await invitationOf(id)
    expect(kept()).toMatchObject([
      { edition, sealed: null, endsAt: 0, dueAt: world.deps.clock(), failures: 0 },
    ])
    expect(await make()).toBe(1)
    expect(await statesOf(id)).toEqual(ready)
  })
})

describe('not made', () => {
  test.each([
    ['has ended', (id: string) => changed(id, { state: 'revoked' })],
    ['is over', async () => world.pass(7 * day)],
    ['is not there any more', async (id: string) => world.store.remove('invitations', id, 1)],
  ])('of an invitation that %s, and forgotten', async (_what, happens) => {
    const id = await invited()
    await happens(id)
    expect(await make()).toBe(0)
    expect(kept()).toEqual([])
    await expect(linksOf(world.deps, id)).rejects.toMatchObject({
      code: _what === 'is not there any more' ? 'NOT_FOUND' : 'INVITATION_ENDED',
    })
  })

  test('while WeChat refuses: tried again after longer and longer, and then made', async () => {
    const id = await invited()
    const { urlLink } = world.deps.codes
    world.deps.codes.urlLink = async () => {
      throw new Error('busy')
    }
    for (const [failures, pause] of [
      [1, minute],
      [2, 2 * minute],
      [3, 4 * minute],
    ] as const) {
      expect(await make()).toBe(0)
      expect(kept()).toMatchObject([{ failures, dueAt: world.deps.clock() + pause, sealed: null }])
      world.pass(pause - 1)
      expect(await writesOf(() => make())).toEqual([])
      world.pass(1)
    }
    expect(world.logged.filter(line => line.includes('links.failed'))).toHaveLength(3)
    expect(await statesOf(id)).toEqual(pending)
    world.deps.codes.urlLink = urlLink
    expect(await make()).toBe(1)
    expect(kept()).toMatchObject([{ failures: 0, dueAt: null }])
    expect(await statesOf(id)).toEqual(ready)
  })

  test('for a code that was given out anew while it was made: the next run makes that one', async () => {
    const id = await invited()
    const { urlLink } = world.deps.codes
    world.deps.codes.urlLink = async target => {
      world.deps.codes.urlLink = urlLink
      await changed(id, { edition: 2 })
      await orderLinks(world.deps, await invitationOf(id))
      return urlLink(target)
    }
    expect(await make()).toBe(0)
    expect(world.store.all('events')).toEqual([])
    expect(kept()).toMatchObject([{ edition: 2, sealed: null, dueAt: born }])
    expect(await make()).toBe(1)
  })
})

describe('one run', () => {
  const madeOf = () => kept().filter(({ sealed }) => sealed !== null)

  test('makes twenty, those that have waited longest first', async () => {
    const ids = []
    for (let each = 0; each < 21; each++) {
      ids.push(await invited())
      world.pass(1)
    }
    expect(await make()).toBe(20)
    const waiting = kept().filter(({ sealed }) => sealed === null)
    expect(waiting.map(({ _id }) => _id)).toEqual(ids.slice(20))
    expect(await make()).toBe(1)
  })

  test('ends with its time: what is left is for the next', async () => {
    for (let each = 0; each < 3; each++) await invited()
    let now = born
    world.deps.clock = () => now
    const { urlLink } = world.deps.codes
    world.deps.codes.urlLink = async target => {
      now += second
      return urlLink(target)
    }
    expect(await make(born + second)).toBe(2)
    expect(madeOf()).toHaveLength(2)
  })

  test('makes none when it may ask nobody any more', async () => {
    await invited()
    expect(await makeLinks({ ...world.deps, hasTime: () => false }, born + second)).toBe(0)
    expect(kept()).toMatchObject([{ sealed: null, failures: 0, dueAt: born }])
  })

  test('whose telling fails leaves them to be made and told again', async () => {
    const id = await invited()
    world.store.beforeWrite((_operation, collection) => {
      if (collection === 'events') throw new Error('the database is away')
    })
    expect(await make()).toBe(0)
    world.store.beforeWrite(() => {})
    expect(await statesOf(id)).toEqual(ready)
    expect(await make()).toBe(1)
    expect(world.store.all('events')).toHaveLength(1)
  })
})
