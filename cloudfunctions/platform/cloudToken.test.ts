import { createMemoryStore } from '../../test/support/memory-store'
import { createSharedToken } from './cloudToken'
import { createVault } from './crypto'
import type { IssuedToken } from './sharedToken'

const minute = 60_000
const leaseMs = 15_000
const vault = createVault({ seal: [{ id: 'k1', key: Buffer.alloc(32, 1) }], lookup: Buffer.alloc(32, 9) })

/** Gives out tokens as the vendor does: the newest lives 120 minutes, the one before it 5 more, older ones are dead. */
function world() {
  const store = createMemoryStore()
  let now = 1_700_000_000_000
  let asking = 0
  const issued: IssuedToken[] = []
  const seen = { atOnce: 0 }
  const clock = () => now
  const instance = () =>
    createSharedToken({
      store,
      vault,
      clock,
      leaseMs,
      sleep: () => new Promise(resolve => setTimeout(resolve, 1)),
    })
  const request = async (): Promise<IssuedToken> => {
    asking += 1
    seen.atOnce = Math.max(seen.atOnce, asking)
    await new Promise(resolve => setTimeout(resolve, 5))
    asking -= 1
    const previous = issued.at(-1)
    if (previous) previous.expiresAt = Math.min(previous.expiresAt, now + 5 * minute)
    issued.push({ token: `t${issued.length + 1}`, expiresAt: now + 120 * minute })
    return { ...(issued.at(-1) ?? { token: '', expiresAt: 0 }) }
  }
  const isGood = (token: string | null) =>
    issued.slice(-2).some(each => each.token === token && each.expiresAt > now)
  return {
    store,
    instance,
    request,
    issued,
    seen,
    isGood,
    pass: (ms: number) => {
      now += ms
    },
  }
}
const never = async () => {
  throw new Error('nobody should ask')
}

test('the first who needs one asks, all others get the same, sealed in between', async () => {
  const { store, instance, request, issued } = world()
  expect(await instance().get('a', request)).toBe('t1')
  expect(await instance().get('a', never)).toBe('t1')
  expect(issued).toHaveLength(1)
  expect(store.all('tokens')).toMatchObject([
    { _id: 'a', expiresAt: 1_700_007_200_000, holder: '', leaseUntil: 0 },
  ])
  expect(JSON.stringify(store.all('tokens'))).not.toContain('"t1"')
})

test('another name is another token', async () => {
  const { instance, request } = world()
  expect(await instance().get('a', request)).toBe('t1')
  expect(await instance().get('b', request)).toBe('t2')
})

test('twenty who need one at the same time, in two instances: one request', async () => {
  const { instance, request, issued, seen } = world()
  const instances = [instance(), instance()]
  const all = await Promise.all(
    Array.from({ length: 20 }, (_each, index) => instances[index % 2]?.get('a', request)),
  )
  expect(new Set(all)).toEqual(new Set(['t1']))
  expect([issued.length, seen.atOnce]).toEqual([1, 1])
})

test('shortly before its end one gets the next, and the others go on with the old one', async () => {
  const { instance, request, issued, pass, isGood } = world()
  await instance().get('a', request)
  pass(109 * minute)
  expect(await instance().get('a', never)).toBe('t1')
  pass(2 * minute)
  const all = await Promise.all(Array.from({ length: 10 }, () => instance().get('a', request)))
  expect(all.filter(each => each === 't2')).toHaveLength(1)
  expect(all.filter(each => each === 't1')).toHaveLength(9)
  expect(all.every(isGood)).toBe(true)
  expect(issued).toHaveLength(2)
  expect(await instance().get('a', never)).toBe('t2')
})

test('after its end, by all at once: one request, nobody’s token is killed', async () => {
  const { instance, request, issued, seen, pass, isGood } = world()
  await instance().get('a', request)
  pass(121 * minute)
  const all = await Promise.all(Array.from({ length: 10 }, () => instance().get('a', request)))
  expect(new Set(all)).toEqual(new Set(['t2']))
  expect(all.every(isGood)).toBe(true)
  expect([issued.length, seen.atOnce]).toEqual([2, 1])
})

test('many rounds of ends and invalidations in parallel never kill a token in use', async () => {
  const { instance, request, seen, pass, isGood } = world()
  const instances = [instance(), instance(), instance()]
  for (let round = 0; round < 30; round++) {
    const tokens = await Promise.all(instances.map(each => each.get('a', request)))
    expect(tokens.every(isGood)).toBe(true)
    await Promise.all(instances.map((each, index) => each.invalidate('a', tokens[index] ?? '')))
    pass((round % 5) * 30 * minute)
  }
  expect(seen.atOnce).toBe(1)
})

test('what was refused is not handed out again; what has taken its place stays', async () => {
  const { instance, request } = world()
  const [one, other] = [instance(), instance()]
  await one.get('a', request)
  await one.invalidate('a', 't1')
  expect(await one.get('a', request)).toBe('t2')
  await other.invalidate('a', 't1')
  expect(await other.get('a', never)).toBe('t2')
  await other.invalidate('b', 't1')
})

test('a token that is refused while the next one is on its way does not take that one with it', async () => {
  const { instance, request, pass } = world()
  const [one, other] = [instance(), instance()]
  await one.get('a', request)
  pass(115 * minute)
  const next = await one.get('a', async () => {
    await other.invalidate('a', 't1')
    return request()
  })
  expect(next).toBe('t2')
  expect(await other.get('a', never)).toBe('t2')
})

test('the lease of one who died ends by itself', async () => {
  const { instance, request, pass, issued } = world()
  const dead = instance().get('a', () => new Promise<null>(() => {}))
  dead.catch(() => {})
  await new Promise(resolve => setTimeout(resolve, 1))
  expect(await instance().get('a', never)).toBeNull()
  pass(leaseMs)
  expect(await instance().get('a', request)).toBe('t1')
  expect(issued).toHaveLength(1)
})

test('the lease of one whose clock was an hour ahead holds nobody up', async () => {
  const { instance, request, store, issued, pass } = world()
  pass(3600_000)
  void instance().get('a', () => new Promise(() => {}))
  await new Promise(setImmediate)
  pass(-3600_000)
  expect(store.all('tokens')).toHaveLength(1)
  expect(await instance().get('a', request)).toBe('t1')
  expect(issued).toHaveLength(1)
})

test('one who comes back after his lease has ended writes over nobody’s token', async () => {
  const { instance, request, pass, store } = world()
  let answer: (token: IssuedToken) => void = () => {}
  const late = instance().get(
    'a',
    () =>
      new Promise<IssuedToken>(resolve => {
        answer = resolve
      }),
  )
  await new Promise(resolve => setTimeout(resolve, 1))
  pass(leaseMs + 1)
  expect(await instance().get('a', request)).toBe('t1')
  const [before] = store.all('tokens')
  answer({ token: 'late', expiresAt: 1_700_000_001_000 + 120 * minute })
  expect(await late).toBe('late')
  expect(store.all('tokens')).toEqual([before])
})

test('without an answer the lease is given back, and the old token serves while it lives', async () => {
  const { instance, request, pass } = world()
  expect(await instance().get('a', async () => null)).toBeNull()
  await expect(instance().get('a', never)).rejects.toThrow('nobody should ask')
  expect(await instance().get('a', request)).toBe('t1')
  pass(115 * minute)
  expect(await instance().get('a', async () => null)).toBe('t1')
})

test('a token sealed with a key that is gone is asked for anew', async () => {
  const { store, instance, request } = world()
  await instance().get('a', request)
  const [row] = store.all('tokens')
  await store.replace('tokens', 'a', row?.version ?? 0, { sealed: 'k0.a.b.c' })
  expect(await instance().get('a', request)).toBe('t2')
})

describe('at the edge', () => {
  const now = 1_700_000_000_000
  const row = { _id: 'a', version: 1, holder: '', leaseUntil: 0 }
  const sealed = vault.seal({ token: 'old' }, { kind: 'vendorToken', id: 'a' })
  const asks = async () => ({ token: 'new', expiresAt: now + 120 * minute })

  /** One instance over a row that is there already. */
  async function over(own: object, options: object = {}) {
    const store = createMemoryStore()
    await store.insert('tokens', Object({ ...row, ...own }))
    let looks = 0
    const get: typeof store.get = (...given) => {
      looks += 1
      return store.get(...given)
    }
    return {
      looks: () => looks,
      token: createSharedToken({
        store: { ...store, get },
        vault,
        clock: () => now,
        leaseMs,
        sleep: async () => {},
        ...options,
      }),
    }
  }

  test('a token is replaced ten minutes before its end, and not handed out in its last minute', async () => {
    const held = { holder: 'another', leaseUntil: now + 1000 }
    expect(await (await over({ sealed, expiresAt: now + 10 * minute + 1 })).token.get('a', never)).toBe('old')
    expect(await (await over({ sealed, expiresAt: now + 10 * minute })).token.get('a', asks)).toBe('new')
    expect(await (await over({ sealed, expiresAt: now + minute + 1, ...held })).token.get('a', never)).toBe(
      'old',
    )
    expect(await (await over({ sealed, expiresAt: now + minute, ...held })).token.get('a', never)).toBeNull()
  })

  test('who finds it asked for looks 25 times, every fifth of a second', async () => {
    const held = { sealed: null, expiresAt: 0, holder: 'another', leaseUntil: now + 1000 }
    const patient = await over(held)
    expect(await patient.token.get('a', never)).toBeNull()
    expect(patient.looks()).toBe(25)
    jest.useFakeTimers()
    const waiting = await over(held, { sleep: undefined })
    const answer = waiting.token.get('a', never)
    await jest.advanceTimersByTimeAsync(199)
    expect(waiting.looks()).toBe(1)
    await jest.advanceTimersByTimeAsync(1)
    expect(waiting.looks()).toBe(2)
    await jest.advanceTimersByTimeAsync(5000)
    expect(await answer).toBeNull()
    jest.useRealTimers()
  })

  test.each([['text'], [{ token: 5 }], [null], [{}]])(
    'a seal that holds %j holds no token',
    async content => {
      const other = { seal: () => 'sealed', open: () => content }
      const { token } = await over({ sealed: 'sealed', expiresAt: now + 60 * minute }, { vault: other })
      expect(await token.get('a', asks)).toBe('new')
    },
  )
})
