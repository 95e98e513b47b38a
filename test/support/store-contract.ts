import type { Collections, Store } from '../../cloudfunctions/platform/store'

type Counter = Collections['counters']
type Verification = Collections['verifications']

/** What every store does, whatever it is made of. `storeOf` yields the same one each time. */
export function storeContract(name: string, storeOf: () => Store): void {
  let last = 0
  const newId = () => `${name.replace(/\W/g, '')}-${++last}`

  /** A counter as it stands in the store. */
  async function counted(changes: Partial<Counter> = {}): Promise<Counter> {
    const document = { _id: newId(), version: 1, value: 5, ...changes }
    expect(await storeOf().insert('counters', document)).toBe(true)
    return document
  }

  async function verification(changes: Partial<Verification>): Promise<Verification> {
    const document = { _id: newId(), version: 1, ...changes } as Partial<Verification> as Verification
    expect(await storeOf().insert('verifications', document)).toBe(true)
    return document
  }

  describe(name, () => {
    describe('insert and get', () => {
      test('what is not there is null', async () => {
        expect(await storeOf().get('counters', 'nothing')).toBeNull()
      })

      test('what was inserted is what is read', async () => {
        const counter = await counted({ until: 9 })
        expect(await storeOf().get('counters', counter._id)).toEqual(counter)
      })

      test('of two with one id the first stays', async () => {
        const counter = await counted()
        expect(await storeOf().insert('counters', { ...counter, value: 6 })).toBe(false)
        expect(await storeOf().get('counters', counter._id)).toEqual(counter)
      })

      test('of eight that insert at once one succeeds', async () => {
        const _id = newId()
        const all = Array.from({ length: 8 }, (_, value) =>
          storeOf().insert('counters', { _id, version: 1, value }),
        )
        expect((await Promise.all(all)).filter(Boolean)).toHaveLength(1)
      })
    })

    describe('insertMany', () => {
      const several = (count: number) =>
        Array.from({ length: count }, (_, value) => ({ _id: newId(), version: 1, value }))

      test('all of them are there afterwards, in the order they were given', async () => {
        const counters = several(120)
        expect(await storeOf().insertMany('counters', counters)).toEqual(counters)
        expect(await storeOf().get('counters', counters[119]?._id ?? '')).toEqual(counters[119])
        expect(await storeOf().insertMany('counters', [])).toEqual([])
      })

      test.each([0, 1, 30, 59])('what is there already, at %i, stays and is answered', async place => {
        const counters = several(60)
        const there = { _id: counters[place]?._id ?? '', version: 9, value: 999 }
        await storeOf().insert('counters', there)
        const expected = counters.map((each, at) => (at === place ? there : each))
        expect(await storeOf().insertMany('counters', counters)).toEqual(expected)
        const ids = counters.map(({ _id }) => _id)
        expect(await storeOf().find('counters', { where: [['_id', 'in', ids]], limit: 60 })).toHaveLength(60)
        // Again, as somebody does who was not answered.
        expect(await storeOf().insertMany('counters', counters)).toEqual(expected)
      })

      test('of four that put in the same, each document is there once', async () => {
        const counters = several(20)
        const own = (by: number) => counters.map(each => ({ ...each, value: by }))
        const all = await Promise.all([0, 1, 2, 3].map(by => storeOf().insertMany('counters', own(by))))
        const now = await Promise.all(counters.map(({ _id }) => storeOf().get('counters', _id)))
        for (const each of all) expect(each).toEqual(now)
      })
    })

    describe('replace', () => {
      test('over the version that was read, it writes and counts up', async () => {
        const { _id } = await counted({ until: 9 })
        expect(await storeOf().replace('counters', _id, 1, { value: 6 })).toBe(true)
        expect(await storeOf().get('counters', _id)).toEqual({ _id, version: 2, value: 6, until: 9 })
      })

      test.each([0, 2])('over version %i of one that is in version 1, it writes nothing', async version => {
        const counter = await counted()
        expect(await storeOf().replace('counters', counter._id, version, { value: 6 })).toBe(false)
        expect(await storeOf().get('counters', counter._id)).toEqual(counter)
      })

      test('of eight that have read the same version one writes', async () => {
        const { _id } = await counted()
        const all = Array.from({ length: 8 }, (_, value) => storeOf().replace('counters', _id, 1, { value }))
        const won = await Promise.all(all)
        expect(won.filter(Boolean)).toHaveLength(1)
        expect(await storeOf().get('counters', _id)).toMatchObject({ version: 2, value: won.indexOf(true) })
      })

      test('it makes no document', async () => {
        const _id = newId()
        expect(await storeOf().replace('counters', _id, 1, { value: 6 })).toBe(false)
        expect(await storeOf().get('counters', _id)).toBeNull()
      })

      test('an object is written whole, not field by field', async () => {
        const { _id } = await verification({ refs: { authId: '1', other: '2' } })
        await storeOf().replace('verifications', _id, 1, { refs: { authId: '3' } })
        expect((await storeOf().get('verifications', _id))?.refs).toEqual({ authId: '3' })
      })
    })

    describe('remove', () => {
      test('in the version that was read, it is gone', async () => {
        const { _id } = await counted()
        expect(await storeOf().remove('counters', _id, 1)).toBe(true)
        expect(await storeOf().get('counters', _id)).toBeNull()
        expect(await storeOf().remove('counters', _id, 1)).toBe(false)
      })

      test('in another version, it stays', async () => {
        const { _id } = await counted()
        await storeOf().replace('counters', _id, 1, { value: 6 })
        expect(await storeOf().remove('counters', _id, 1)).toBe(false)
        expect(await storeOf().get('counters', _id)).toEqual({ _id, version: 2, value: 6 })
      })
    })

    describe('find', () => {
      test('every condition holds, also two on one field; in order, and no more than asked for', async () => {
        const vendor = newId()
        for (const at of [30, 10, 50, 20, 40])
          await verification({ vendor: vendor as Verification['vendor'], dueAt: at })
        const found = await storeOf().find('verifications', {
          where: [
            ['vendor', 'eq', vendor],
            ['dueAt', 'gt', 10],
            ['dueAt', 'lte', 40],
          ],
          orderBy: [['dueAt', 'desc']],
          limit: 2,
        })
        expect(found.map(({ dueAt }) => dueAt)).toEqual([40, 30])
      })

      test('null is neither smaller nor greater than a number', async () => {
        const owner = newId()
        await verification({ owner, dueAt: null })
        for (const where of [['dueAt', 'lte', 5] as const, ['dueAt', 'gt', 0] as const])
          expect(
            await storeOf().find('verifications', { where: [['owner', 'eq', owner], where], limit: 9 }),
          ).toEqual([])
      })

      test('`eq` on a list: it holds the value; `in`: one of them', async () => {
        const owner = newId()
        const { _id } = await verification({ owner, searchKeys: ['a', 'b'], state: 'ready' })
        const where = [['owner', 'eq', owner] as const, ['searchKeys', 'eq', 'b'] as const]
        expect(await storeOf().find('verifications', { where, limit: 9 })).toMatchObject([{ _id }])
        const states = (...all: string[]) =>
          storeOf().find('verifications', {
            where: [
              ['owner', 'eq', owner],
              ['state', 'in', all],
            ],
            limit: 9,
          })
        expect(await states('created', 'ready')).toHaveLength(1)
        expect(await states('created')).toEqual([])
        const keys = (...all: string[]) =>
          storeOf().find('verifications', {
            where: [
              ['owner', 'eq', owner],
              ['searchKeys', 'in', all],
            ],
            limit: 9,
          })
        expect(await keys('x', 'b', 'a')).toMatchObject([{ _id }])
        expect(await keys('x')).toEqual([])
      })

      test('the fields that were asked for are there', async () => {
        const owner = newId()
        await verification({ owner, purpose: 'general' })
        const where = [['owner', 'eq', owner] as const]
        const [found] = await storeOf().find('verifications', { where, fields: ['purpose'], limit: 1 })
        expect(found?.purpose).toBe('general')
      })
    })

    describe('removeMany', () => {
      test('whatever fits goes, whatever its version, and nothing else', async () => {
        const [one, other] = [newId(), newId()]
        const notice = { vendor: 'ess', attempt: 1, standing: null, rawStatus: null, refs: {} } as const
        for (const [_id, verificationId] of [
          [newId(), one],
          [newId(), one],
          [other, other],
        ] as const)
          await storeOf().insert('notices', { _id, verificationId, ...notice, receivedAt: 1 })
        expect(await storeOf().removeMany('notices', [['verificationId', 'eq', one]])).toBe(2)
        expect(await storeOf().removeMany('notices', [['verificationId', 'eq', one]])).toBe(0)
        expect(await storeOf().get('notices', other)).not.toBeNull()
      })
    })

    describe('updateMany', () => {
      test('changes those that fit, counts up each, and says how many', async () => {
        const batchId = newId()
        const row = (number: number) =>
          ({ _id: `${batchId}_${number}`, version: 1, batchId, number, round: 0, history: [] }) as Partial<
            Collections['batch_rows']
          > as Collections['batch_rows']
        for (const number of [1, 2, 3]) await storeOf().insert('batch_rows', row(number))
        const history = { state: 'queued', at: 7, cause: 'submitted' } as const
        const count = await storeOf().updateMany(
          'batch_rows',
          [
            ['batchId', 'eq', batchId],
            ['number', 'gte', 2],
          ],
          { set: { name: 'x' }, add: { round: 1 }, append: { history } },
        )
        expect(count).toBe(2)
        expect(await storeOf().get('batch_rows', `${batchId}_1`)).toEqual(row(1))
        expect(await storeOf().get('batch_rows', `${batchId}_2`)).toMatchObject({
          version: 2,
          name: 'x',
          round: 1,
          history: [history],
        })
      })

      test('of twenty that take the last ten at once ten get one', async () => {
        const { _id } = await counted({ value: 0 })
        const take = () =>
          storeOf().updateMany(
            'counters',
            [
              ['_id', 'eq', _id],
              ['value', 'lt', 10],
            ],
            { set: {}, add: { value: 1 } },
          )
        const taken = await Promise.all(Array.from({ length: 20 }, take))
        expect(taken.filter(count => count === 1)).toHaveLength(10)
        expect((await storeOf().get('counters', _id))?.value).toBe(10)
      })
    })

    test('what is made due is due, in the version it had', async () => {
      const [{ _id }, other] = [await verification({ dueAt: null }), await verification({ dueAt: null })]
      await storeOf().makeDue(_id, 12)
      expect(await storeOf().get('verifications', other._id)).toEqual(other)
      expect(await storeOf().get('verifications', _id)).toMatchObject({ version: 1, dueAt: 12 })
    })

    test.each([
      ['the newest row', 'hash', [], null],
      ['an older row', 'older', [{ _id: 'row' }], 3],
    ])('an outbox whose flush ended with %s', async (_, hash, outbox, outboxAt) => {
      const rows = [{ _id: 'row' }] as Partial<Verification['outbox'][number]>[] as Verification['outbox']
      const { _id } = await verification({ outbox: rows, outboxAt: 3, auditHash: 'hash' })
      const other = await verification({ outbox: rows, outboxAt: 3, auditHash: hash })
      await storeOf().clearOutbox('verifications', [{ _id, auditHash: hash }])
      expect(await storeOf().get('verifications', _id)).toMatchObject({ version: 1, outbox, outboxAt })
      expect(await storeOf().get('verifications', other._id)).toEqual(other)
    })

    test('nothing is missing after set-up', async () => {
      expect(await storeOf().missing()).toEqual([])
    })
  })
}
