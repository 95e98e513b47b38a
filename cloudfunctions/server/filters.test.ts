import { createServerWorld, type ServerWorld } from '../../test/support/server-world'
import { listDeliveries } from '../usecases/integration/deliveries'
import { makeLinks } from '../usecases/integration/links'
import { tell } from '../usecases/integration/tell'
import { start } from '../usecases/verification/start'

let world: ServerWorld
beforeEach(async () => {
  world = await createServerWorld()
})
const idsOf = async (path: string, query: Record<string, string>) =>
  (await world.call('GET', path, { query })).json.items.map(({ id }: { id: string }) => id)
const iso = (ms: number) => new Date(ms).toISOString()

test('events by type and by time; what is over is not answered', async () => {
  const at = world.deps.clock()
  const of = (n: number, type: 'ping' | 'batch.finished') => ({
    source: `row-${n}`,
    type,
    subjectId: 'b_1',
    at: at + n,
    data: { id: 'b_1' },
  })
  await tell(world.deps, [of(0, 'ping'), of(1, 'batch.finished'), of(2, 'ping')])
  const ids = world.store
    .all('events')
    .sort((a, b) => a.at - b.at)
    .map(({ _id }) => _id)
  expect((await idsOf('/events', { type: 'batch.finished' })).sort()).toEqual([ids[1]])
  expect((await idsOf('/events', { until: iso(at + 1) })).sort()).toEqual([ids[0]])
  expect((await idsOf('/events', { from: iso(at + 2) })).sort()).toEqual([ids[2]])
  world.pass(31 * 24 * 3600_000)
  expect((await world.call('GET', `/events/${ids[0]}`)).status).toBe(404)
})

test('invitations by their state', async () => {
  for (const n of [1, 2])
    await world.call('POST', '/invitations', {
      body: { subject: 'person', title: '入职' },
      idempotencyKey: `i-${n}`,
    })
  const [first] = world.store.all('invitations')
  await world.call('POST', `/invitations/${first?._id}/revoke`)
  expect(await idsOf('/invitations', { state: 'revoked' })).toEqual([first?._id])
})

test('verifications by invitation and by when they were made', async () => {
  await start(world.deps, 'alice', await world.startInput())
  const [one] = world.store.all('verifications')
  if (!one) throw new Error('no verification')
  const at = one.createdAt + 1000
  const [older, newer] = [1, 2].map(n => `v_${String(n).repeat(32)}`)
  const invitations = [1, 2].map(n => `i_${String(n).repeat(32)}`)
  for (const [n, _id] of [older, newer].entries())
    await world.store.insert('verifications', {
      ...one,
      _id: _id ?? '',
      listKey: `${at + n}_${_id}`,
      createdAt: at + n,
      invitationId: invitations[n] ?? null,
    })
  expect(await idsOf('/verifications', { invitationId: invitations[1] ?? '' })).toEqual([newer])
  expect(await idsOf('/verifications', { from: iso(at + 1) })).toEqual([newer])
  expect(await idsOf('/verifications', { from: iso(at), until: iso(at + 1) })).toEqual([older])
})

test('deliveries of one endpoint', async () => {
  const [one, other] = [await world.endpoint(), await world.endpoint({ url: 'https://other.example.com/' })]
  const at = world.deps.clock()
  await tell(world.deps, [{ source: 'row-1', type: 'ping', subjectId: 'b_1', at, data: { id: 'b_1' } }])
  const { items } = await listDeliveries(world.deps, { limit: 20, endpointId: other.id })
  expect(items.map(({ endpointId }) => endpointId)).toEqual([other.id])
  expect((await listDeliveries(world.deps, { limit: 20 })).items).toHaveLength(2)
  expect(one.id).not.toBe(other.id)
})

describe('endpoints', () => {
  test('twenty are enough', async () => {
    for (let n = 0; n < 20; n++) await world.endpoint({ url: `https://hook${n}.example.com/` })
    const { status, json } = await world.call('POST', '/webhook-endpoints', {
      body: { url: 'https://one.more.example.com/' },
      idempotencyKey: 'one-more',
    })
    expect([status, json.code]).toEqual([409, 'TOO_MANY_ENDPOINTS'])
    expect(world.store.all('endpoints')).toHaveLength(20)
  })

  test('an address that may not be sent to is refused also when it takes the place of another', async () => {
    const { id } = await world.endpoint()
    const { status, json } = await world.call('PATCH', `/webhook-endpoints/${id}`, {
      body: { url: 'https://10.0.0.1/' },
    })
    expect([status, json.code]).toEqual([400, 'URL_REFUSED'])
    expect(world.store.all('endpoints')[0]?.url).toBe('https://hook.example.com/realname')
  })

  test('one that is switched on again begins with a clean slate', async () => {
    const { id } = await world.endpoint()
    const [before] = world.store.all('endpoints')
    await world.store.replace('endpoints', id, before?.version ?? 0, {
      failures: 9,
      failingSince: 1,
      stopped: { why: 'unreachable', at: 1 },
    })
    await world.call('PATCH', `/webhook-endpoints/${id}`, { body: { active: true } })
    expect(world.store.all('endpoints')[0]).toMatchObject({ failures: 0, failingSince: null, stopped: null })
  })
})

describe('links', () => {
  const invited = async () =>
    (
      await world.call('POST', '/invitations', {
        body: { subject: 'person', title: '入职' },
        idempotencyKey: 'links',
      })
    ).json.id
  const links = async (id: string) => world.call('GET', `/invitations/${id}/links`)
  const standing = (answer: Awaited<ReturnType<typeof links>>) =>
    answer.json.links.find((each: { form: string }) => each.form === 'miniProgramCode')?.state

  test('of one that has ended there are none', async () => {
    const id = await invited()
    await world.call('POST', `/invitations/${id}/revoke`)
    const { status, json } = await links(id)
    expect([status, json.code]).toEqual([409, 'INVITATION_ENDED'])
  })

  test('of an edition before this one are not shown: their code leads nowhere', async () => {
    const id = await invited()
    await makeLinks(world.deps, world.deps.clock() + 1000)
    expect(standing(await links(id))).toBe('ready')
    const again = await world.call('POST', `/invitations/${id}/resend`, { body: { newCode: true } })
    expect(again.status).toBe(200)
    expect(standing(await links(id))).toBe('pending')
  })
})
