import { createWorld, type World } from '../../../test/support/world'
import { operatorId } from '../operator/identity'
import { authenticate, createApiKey, listApiKeys, revokeApiKey } from './apiKeys'

const day = 24 * 3600_000
const born = 1_700_000_000_000
let world: World
beforeEach(() => {
  world = createWorld()
})

const create = (days: number | null = null, label = '测试系统') =>
  createApiKey(world.deps, 'olivia', { label, scopes: ['read', 'invite', 'read'], days })
const revoke = (id: string) => revokeApiKey(world.deps, 'olivia', { id })
const acts = () =>
  world.store
    .all('audit')
    .flatMap(row => ('chain' in row && row.chain === 'acts' ? [[row.event, row.subject, row.detail]] : []))

test('a key is kept without its text, with what it may do, who made it and for how long', async () => {
  const { id, key } = await create(30)
  expect(id).toMatch(/^k_[0-9a-f]{16}$/)
  expect(key).toMatch(/^rnk_[0-9a-f]{16}_[0-9a-f]{64}$/)
  const [kept] = world.store.all('api_keys')
  expect(kept).toEqual({
    _id: id,
    version: 1,
    digest: world.deps.vault.digest('apiKey', id, key.slice(-64)),
    label: '测试系统',
    scopes: ['read', 'invite'],
    createdBy: operatorId(world.deps, 'olivia'),
    createdAt: born,
    expiresAt: born + 30 * day,
    lastUsedAt: null,
    revokedAt: null,
  })
  expect(JSON.stringify(kept)).not.toContain(key.slice(-64))
  expect(acts()).toEqual([['apiKey.create', id, '']])
})

test('the list is newest first, says how each stands, and tells no key and no digest', async () => {
  const first = await create(30, '甲')
  world.pass(2000)
  const third = await create(null, '丙')
  world.pass(-1000)
  const second = await create(null, '乙')
  await authenticate(world.deps, `Bearer ${first.key}`)
  world.pass(2000)
  const { keys } = await revoke(second.id)
  const kept = { scopes: ['read', 'invite'], expiresAt: null, lastUsedAt: null, revokedAt: null }
  expect(keys).toEqual([
    { ...kept, id: third.id, label: '丙', createdAt: born + 2000 },
    { ...kept, id: second.id, label: '乙', createdAt: born + 1000, revokedAt: born + 3000 },
    {
      ...kept,
      id: first.id,
      label: '甲',
      createdAt: born,
      expiresAt: born + 30 * day,
      lastUsedAt: born + 1000,
    },
  ])
  expect(await listApiKeys(world.deps)).toEqual({ keys })
})

test('revoked is revoked: once in the record, at its time, and from then on it opens nothing', async () => {
  const { id, key } = await create()
  await revoke(id)
  world.pass(1000)
  const { keys } = await revoke(id)
  expect(keys).toMatchObject([{ id, revokedAt: born }])
  expect(acts()).toEqual([
    ['apiKey.create', id, ''],
    ['apiKey.revoke', id, ''],
  ])
  await expect(authenticate(world.deps, `Bearer ${key}`)).rejects.toMatchObject({ code: 'KEY_WRONG' })
})

test('one that was never there cannot be revoked', async () => {
  await expect(revoke(`k_${'0'.repeat(16)}`)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect(acts()).toEqual([])
})

test('whoever changes the key while it is revoked makes it be tried again: it is not said to be done', async () => {
  const { id, key } = await create()
  world.store.beforeWrite(async (_operation, collection) => {
    if (collection !== 'api_keys') return
    world.store.beforeWrite(() => {})
    await authenticate(world.deps, `Bearer ${key}`)
  })
  await expect(revoke(id)).rejects.toMatchObject({ code: 'BUSY' })
  expect((await revoke(id)).keys).toMatchObject([{ revokedAt: born }])
})

test.each([
  ['Bearer', 'accepted'],
  ['bearer', 'accepted'],
  ['BEARER', 'accepted'],
  ['Basic', 'KEY_MISSING'],
  ['', 'KEY_MISSING'],
  ['Not Bearer', 'KEY_MISSING'],
])('a key after "%s" is %s', async (kind, expected) => {
  const { id, key } = await create()
  const said = await authenticate(world.deps, `${kind} ${key}`).then(
    found => (found._id === id ? 'accepted' : 'another'),
    error => error.code,
  )
  expect(said).toBe(expected)
})

test.each([undefined, '', 'Bearer', 'Bearer ', 'Bearer  '])('%j holds no key', async header => {
  await expect(authenticate(world.deps, header)).rejects.toMatchObject({ code: 'KEY_MISSING' })
})

test('what is no key at all is wrong, as a wrong key is', async () => {
  await expect(authenticate(world.deps, 'Bearer rnk_x')).rejects.toMatchObject({ code: 'KEY_WRONG' })
  const unknown = `rnk_${'0'.repeat(16)}_${'0'.repeat(64)}`
  await expect(authenticate(world.deps, `Bearer ${unknown}`)).rejects.toMatchObject({ code: 'KEY_WRONG' })
})

test('a secret opens its own key alone', async () => {
  const [one, other] = [await create(), await create()]
  const mixed = `rnk_${one.id.slice(2)}_${other.key.slice(-64)}`
  await expect(authenticate(world.deps, `Bearer ${mixed}`)).rejects.toMatchObject({ code: 'KEY_WRONG' })
})

test('whoever is second to note the use does not write over the first, and is let in all the same', async () => {
  const { id, key } = await create()
  await Promise.all([1, 2, 3].map(() => authenticate(world.deps, `Bearer ${key}`)))
  expect(world.store.all('api_keys')).toMatchObject([{ _id: id, version: 2, lastUsedAt: born }])
})

test('when a key was last used is known to the hour: a call is not a write', async () => {
  const { key } = await create()
  const call = () => authenticate(world.deps, `Bearer ${key}`)
  let writes = 0
  world.store.beforeWrite(() => void writes++)
  const after = async (ms: number) => {
    world.pass(ms)
    for (let count = 0; count < 3; count++) await call()
    return [writes, world.store.all('api_keys')[0]?.lastUsedAt]
  }
  expect(await after(0)).toEqual([1, born])
  expect(await after(3600_000 - 1)).toEqual([1, born])
  expect(await after(1)).toEqual([2, born + 3600_000])
})

test('fifty live ones are enough; one that is revoked, or is over, makes room', async () => {
  const { id } = await create(1)
  for (let count = 2; count <= 50; count++) await create()
  await expect(create()).rejects.toMatchObject({ code: 'RANGE_TOO_LARGE' })
  expect(acts()).toHaveLength(50)
  world.pass(day)
  const { id: next } = await create()
  await expect(create()).rejects.toMatchObject({ code: 'RANGE_TOO_LARGE' })
  await revoke(next)
  await create()
  await revoke(id)
  await expect(create()).rejects.toMatchObject({ code: 'RANGE_TOO_LARGE' })
  expect((await listApiKeys(world.deps)).keys).toHaveLength(52)
})
