import {
  type BatchWorld,
  createBatchWorld,
  headingLine,
  line,
  operator,
} from '../../../test/support/batch-world'
import { refusedAs } from '../../../test/support/refusal'
import { link, links } from './links'
import { openLink } from './sharedLink'

/** What whoever was sent the card of a link can do with it. */
let world: BatchWorld
let page: string
const expiresAt = 1_700_000_000_000 + 7 * 24 * 3600_000
beforeEach(async () => {
  world = await createBatchWorld()
  const text = [headingLine, line(1), line(2), line(3, { mobile: '13900139000' })].join('\n')
  const id = await world.readyOf(0, { source: { kind: 'text', text } })
  const [first] = (await links(world.deps, operator, { id })).links
  page = (await link(world.deps, operator, { id, group: first?.group ?? '' })).link.link?.page ?? ''
})

const given = () => {
  const { pathname, searchParams } = new URL(page, 'https://x')
  expect(pathname).toBe('/packages/verify/link/index')
  return { id: searchParams.get('id') ?? '', token: searchParams.get('t') ?? '' }
}
const open = (changes = {}) => openLink(world.deps, 'adam', { ...given(), ...changes })

test('it leads to the vendor while rows of its own are open and it lives', async () => {
  await world.setRow(2, { state: 'processing' })
  expect(await open()).toEqual({
    vendor: 'ess',
    state: 'live',
    rows: 2,
    link: {
      app: expect.objectContaining({ path: 'p?a=1&b=2' }),
      shortUrl: 'https://short.example',
      expiresAt,
    },
  })
  await world.setRow(2, { state: 'verified' })
  expect(await open()).toMatchObject({ state: 'live', rows: 1 })
  await world.setRow(1, { state: 'rejected' })
  expect(await open()).toEqual({ vendor: 'ess', state: 'done', rows: 0, link: null })
})

test('at its end it leads nowhere, and still says how many are open; cleared, it has none', async () => {
  world.pass(expiresAt - 1 - world.deps.clock())
  expect(await open()).toMatchObject({ state: 'live' })
  world.pass(1)
  expect(await open()).toEqual({ vendor: 'ess', state: 'ended', rows: 2, link: null })
  await world.store.remove('links', given().id, world.store.all('links')[0]?.version ?? 0)
  expect(await open()).toEqual({ vendor: 'ess', state: 'ended', rows: 0, link: null })
})

test('its token is 128 bits, the same in every release, and opens nothing else', async () => {
  const { token } = given()
  expect(Buffer.from(token, 'base64url')).toHaveLength(16)
  expect(token).toBe('rKYQtGkALKaQXjlid8WnhA')
  expect(await refusedAs(open({ token: 'x'.repeat(22) }))).toBe('NOT_FOUND token')
  expect(await refusedAs(open({ id: `${given().id}1` }))).toBe('NOT_FOUND token')
})
