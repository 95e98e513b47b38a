import { collectionNames } from '../../cloudfunctions/platform/store'
import { listDeliveries } from '../../cloudfunctions/usecases/integration/deliveries'
import { listEvents } from '../../cloudfunctions/usecases/integration/events'
import { listInvitations as invitationsForServers } from '../../cloudfunctions/usecases/integration/invitations'
import { listVerifications } from '../../cloudfunctions/usecases/integration/verifications'
import { listCampaigns, listInvitations } from '../../cloudfunctions/usecases/invitation/list'
import { sweep } from '../../cloudfunctions/usecases/sweep'
import { start } from '../../cloudfunctions/usecases/verification/start'
import { figures } from '../../cloudfunctions/usecases/workplace/figures'
import { searchVerifications } from '../../cloudfunctions/usecases/workplace/verifications'
import { encode } from '../../sandbox/cloud/ejson'
import { openStore } from '../../sandbox/cloud/store'
import type { QueryReport } from '../../sandbox/cloud/types'
import { prepareCloud } from '../../sandbox/prepare'
import { type CloudStore, startCloudStore } from '../support/cloud-store'
import { invitationOf } from '../support/stored'
import { createWorld, type World } from '../support/world'

/**
 * What the product asks of the database where there is much: the real store, the real SDK, the indexes set-up makes.
 * No question may look at more than twice the documents it is answered, and a hundred.
 */
const many = 10_000
const rare = 5
const day = 24 * 3600_000

const looks: QueryReport[] = []
let cloud: CloudStore
let world: World

jest.setTimeout(180_000)

beforeAll(async () => {
  world = createWorld()
  await start(world.deps, 'alice', await world.startInput())
  cloud = await startCloudStore({ isSetUp: false, onQuery: each => looks.push(each), plant })
  await prepareCloud(cloud.cloud)
  world.deps.store = cloud.store
})
afterAll(() => cloud.close())
beforeEach(() => {
  looks.length = 0
})

/** One in two thousand is otherwise than the rest. */
const isRare = (n: number) => n % (many / rare) === 0
const madeAt = (n: number) => world.deps.clock() - n * 600_000

function plant(dataDir: string): void {
  const [model] = world.store.all('verifications')
  if (!model) throw new Error('nothing was begun')
  const store = openStore(dataDir)
  const put = (collection: string, documentOf: (n: number) => object) => {
    const documents = Array.from({ length: many }, (_, n): Record<string, unknown> => ({ ...documentOf(n) }))
    store.createCollection(collection)
    store.commit(documents.map(each => ({ collection, id: String(each._id), text: encode(each) })))
  }
  put('verifications', n => ({
    ...model,
    _id: `v_${n}`,
    listKey: `${madeAt(n)}_v_${n}`,
    createdAt: madeAt(n),
    dueAt: null,
    state: isRare(n) ? 'revoked' : n % 2 ? 'verified' : 'ready',
    vendor: isRare(n) ? 'esign' : 'qiyuesuo',
    subject: isRare(n) ? 'organization' : 'person',
    searchKeys: [`key-${n}`],
    bizId: `order-${n}`,
    invitationId: `i_${n}`,
    toCount: isRare(n) ? `v_${n}_1` : '',
  }))
  put('invitations', n =>
    invitationOf(n, {
      createdAt: madeAt(n),
      listKey: `${madeAt(n)}_0000_${invitationOf(n)._id}`,
      state: isRare(n) ? 'finished' : 'revoked',
      subject: isRare(n) ? 'organization' : 'person',
      campaignId: isRare(n) ? 'm_1' : `m_${2 + (n % 10)}`,
      dueAt: null,
      bizId: `order-${n}`,
    }),
  )
  put('events', n => ({
    _id: `evt_${n}`,
    version: 1,
    listKey: `${madeAt(n)}_evt_${n}`,
    type: isRare(n) ? 'batch.finished' : 'verification.updated',
    at: madeAt(n),
    expiresAt: madeAt(0) + day,
  }))
  put('deliveries', n => ({
    _id: `dl_${n}`,
    version: 1,
    listKey: `${madeAt(n)}_dl_${n}`,
    endpointId: isRare(n) ? 'e_1' : 'e_2',
    dueAt: null,
    expiresAt: madeAt(0) + day,
  }))
  put('audit', n => ({ _id: `a_${n}`, verificationId: `v_${n}`, sequence: 1, at: madeAt(0) }))
  put('operator_codes', n => ({ _id: `c_${n}`, version: 1, expiresAt: madeAt(0) + day }))
  put('links', n => ({ _id: `l_${n}`, version: 1, batchId: `b_${n}`, expiresAt: madeAt(0) + day }))
  store.close()
}

const wasteful = () => looks.filter(({ examined, found }) => examined > 2 * found + 100)
const page = { limit: 20 }
const recent = () => ({ from: world.deps.clock() - day, until: world.deps.clock() - day / 2 })

const questions: Record<string, () => Promise<unknown>> = {
  'verifications of a rare state': () => searchVerifications(world.deps, '', { ...page, state: 'revoked' }),
  'verifications of a common state': () => searchVerifications(world.deps, '', { ...page, state: 'ready' }),
  'verifications that there are none of': () =>
    searchVerifications(world.deps, '', { ...page, state: 'canceled' }),
  'verifications of a vendor': () => searchVerifications(world.deps, '', { ...page, vendor: 'esign' }),
  'verifications of a subject': () =>
    searchVerifications(world.deps, '', { ...page, subject: 'organization' }),
  'verifications of some time': () => searchVerifications(world.deps, '', { ...page, ...recent() }),
  'verifications of a state and some time': () =>
    searchVerifications(world.deps, '', { ...page, ...recent(), state: 'verified' }),
  'verifications by what was typed': () => searchVerifications(world.deps, '', { ...page, text: '测试员甲' }),
  'the last page of verifications': () =>
    searchVerifications(world.deps, '', { ...page, cursor: `${madeAt(many - 5)}_` }),
  'invitations of a rare state': () => listInvitations(world.deps, '', { ...page, state: 'finished' }),
  'invitations of a subject': () => listInvitations(world.deps, '', { ...page, subject: 'organization' }),
  'invitations of a small campaign': () => listInvitations(world.deps, '', { ...page, campaignId: 'm_1' }),
  'invitations of a large campaign': () => listInvitations(world.deps, '', { ...page, campaignId: 'm_5' }),
  campaigns: () => listCampaigns(world.deps, '', page),
  'verifications of a business number': () => listVerifications(world.deps, { ...page, bizId: 'order-77' }),
  'verifications of an invitation': () => listVerifications(world.deps, { ...page, invitationId: 'i_77' }),
  'verifications of a state, for a server': () =>
    listVerifications(world.deps, { ...page, state: 'revoked' }),
  'invitations of a business number': () => invitationsForServers(world.deps, { ...page, bizId: 'order-77' }),
  'events of a type': () => listEvents(world.deps, { ...page, type: 'batch.finished' }),
  'events of some time': () => listEvents(world.deps, { ...page, ...recent() }),
  'deliveries of an endpoint': () => listDeliveries(world.deps, { ...page, endpointId: 'e_1' }),
  'figures of a part of a day': () => figures(world.deps, '', recent()),
  'figures of some days': () => figures(world.deps, '', { from: madeAt(0) - 5 * day, until: madeAt(0) + 1 }),
  'figures once more': () => figures(world.deps, '', { from: madeAt(0) - 5 * day, until: madeAt(0) + 1 }),
  'a run of the timer': () => sweep(world.deps),
}

test.each(Object.keys(questions))('%s', async name => {
  await questions[name]?.()
  expect(looks.length).toBeGreaterThan(0)
  expect(wasteful()).toEqual([])
})

test('every collection is there, and none of what was planted is out of sight', async () => {
  expect(await cloud.store.missing()).toEqual([])
  expect(collectionNames).toContain('verifications')
  const { items } = await searchVerifications(world.deps, '', { ...page, state: 'revoked' })
  expect(items).toHaveLength(rare)
})
