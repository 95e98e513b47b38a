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
  world.pass(30 * 24 * 3600_000 - 1)
  const { status, json } = await world.call('GET', `/events/${ids[0]}`)
  expect(status).toBe(200)
  expect(json).toEqual({ id: ids[0], type: 'ping', timestamp: iso(at), data: { id: 'b_1' } })
  world.pass(1)
  expect((await world.call('GET', `/events/${ids[0]}`)).status).toBe(404)
  expect((await world.call('GET', `/events/evt_${'0'.repeat(32)}`)).status).toBe(404)
})

describe('invitations', () => {
  const invite = async (n: number, body: object = {}): Promise<string> => {
    const { json } = await world.call('POST', '/invitations', {
      body: { subject: 'person', title: '入职', ...body },
      idempotencyKey: `i-${n}`,
    })
    world.pass(1000)
    return json.id
  }

  test('by their state, their subject and the number of the matter', async () => {
    const [person, organization] = [
      await invite(1),
      await invite(2, { subject: 'organization', bizId: 'order-7' }),
    ]
    await world.call('POST', `/invitations/${person}/revoke`)
    expect(await idsOf('/invitations', {})).toEqual([organization, person])
    expect(await idsOf('/invitations', { state: 'revoked' })).toEqual([person])
    expect(await idsOf('/invitations', { subject: 'organization' })).toEqual([organization])
    expect(await idsOf('/invitations', { bizId: 'order-7' })).toEqual([organization])
  })

  test('say in the list, as alone, whether their links are ready: of this code, and until they end', async () => {
    const [first, second] = [await invite(1, { days: 60 }), await invite(2)]
    const said = async () => {
      const { json } = await world.call('GET', '/invitations')
      const alone = [second, first].map(id => world.call('GET', `/invitations/${id}`))
      const links = json.items.map((each: { links: string }) => each.links)
      expect((await Promise.all(alone)).map(({ json: { links: own } }) => own)).toEqual(links)
      return links
    }
    expect(await said()).toEqual(['pending', 'pending'])
    await makeLinks(world.deps, world.deps.clock() + 1000)
    expect(await said()).toEqual(['ready', 'ready'])
    await world.call('POST', `/invitations/${second}/resend`, { body: { newCode: true } })
    expect(await said()).toEqual(['pending', 'ready'])
    const { endsAt = 0 } = (await world.store.get('invitation_links', first)) ?? {}
    world.pass(endsAt - world.deps.clock() - 1)
    expect(await said()).toEqual(['pending', 'ready'])
    world.pass(1)
    expect(await said()).toEqual(['pending', 'pending'])
  })
})

describe('verifications', () => {
  const [older, newer] = [`v_${'1'.repeat(32)}`, `v_${'2'.repeat(32)}`]
  const invitations = [`i_${'1'.repeat(32)}`, `i_${'2'.repeat(32)}`]
  let at = 0
  beforeEach(async () => {
    const { verification } = await start(world.deps, 'alice', await world.startInput())
    const one = await world.store.get('verifications', verification.id)
    if (!one) throw new Error('no verification')
    await world.store.remove('verifications', one._id, one.version)
    at = one.createdAt + 1000
    for (const [n, _id] of [older, newer].entries())
      await world.store.insert('verifications', {
        ...{ ...one, _id, listKey: `${at + n}_${_id}`, createdAt: at + n, bizId: `order-${n}` },
        ...{ invitationId: invitations[n] ?? null, state: n === 0 ? 'processing' : 'ready' },
      })
  })

  test.each([
    ['their invitation', () => ({ invitationId: invitations[1] ?? '' }), [newer]],
    ['the number of the matter', () => ({ bizId: 'order-0' }), [older]],
    ['their state', () => ({ state: 'processing' }), [older]],
    ['when they were made', () => ({ from: iso(at + 1) }), [newer]],
    ['a time between', () => ({ from: iso(at), until: iso(at + 1) }), [older]],
    ['nothing, newest first', () => ({}), [newer, older]],
  ] as const)('by %s', async (_what, query, ids) => {
    expect(await idsOf('/verifications', query())).toEqual(ids)
  })

  test('one by its id, and the picture of its flow, where there is one', async () => {
    const found = await world.call('GET', `/verifications/${newer}`)
    expect(found.json).toMatchObject({ id: newer, state: 'ready', bizId: 'order-1' })
    expect((await world.call('GET', `/verifications/${newer}/outline`)).json).toEqual({ outline: null })
    const flow = { subject: 'person', id: 'f-1', ours: true, state: 'underWay', rawState: 'P' } as const
    const [[id, driver] = []] = world.deps.drivers
    if (!id || !driver) throw new Error('no driver')
    const outline = { ...flow, failure: '', steps: [], createdAt: at, changedAt: null, related: [] }
    world.deps.drivers = new Map([
      [id, { ...driver, outline: async () => ({ kind: 'ok' as const, value: outline }) }],
    ])
    const { version = 0 } = (await world.store.get('verifications', newer)) ?? {}
    await world.store.replace('verifications', newer, version, { refs: { flowId: 'f-1' } })
    expect((await world.call('GET', `/verifications/${newer}/outline`)).json).toMatchObject({
      outline: { subject: 'person', state: 'underWay', createdAt: iso(at) },
    })
  })

  test.each(['', '/outline'])('one that is not there is not found%s', async rest => {
    const { status, json } = await world.call('GET', `/verifications/v_${'0'.repeat(32)}${rest}`)
    expect([status, json.code]).toEqual([404, 'NOT_FOUND'])
  })
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
    expect([status, json.code, json.field]).toEqual([400, 'URL_REFUSED', 'url'])
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
