import { cleanUp, inFunction, startTestCloud, type TestCloud } from './testing/cloud'

let cloud: TestCloud
let run: ReturnType<typeof inFunction>

beforeAll(async () => {
  cloud = await startTestCloud([{ name: 'sdk', fixture: 'sdk' }], { concurrency: 4 })
  run = inFunction(cloud)
  await run(({ db }) => Promise.all(['things', 'counters', 'lists'].map(name => db.createCollection(name))))
})
afterAll(cleanUp)

test('a document comes back as it was added, dates and numbers included', async () => {
  const found = await run(async ({ db }) => {
    const things = db.collection('things')
    const data = {
      _id: 'types',
      int: 1,
      big: 2 ** 40,
      float: 1.5,
      text: '中文',
      yes: true,
      nothing: null,
      at: new Date(1700000000000),
      nested: { a: { b: 1 } },
      list: [1, { k: 2 }],
    }
    await things.add({ data })
    const { data: read } = await things.doc('types').get<{ at: Date }>()
    return { ...read, at: [read.at instanceof Date, read.at.getTime()] }
  })
  expect(found).toEqual({
    _id: 'types',
    int: 1,
    big: 1099511627776,
    float: 1.5,
    text: '中文',
    yes: true,
    nothing: null,
    at: [true, 1700000000000],
    nested: { a: { b: 1 } },
    list: [1, { k: 2 }],
  })
})

test('an added document gets an id of 32 hexadecimal digits', async () => {
  const added = await run(({ db }) => db.collection('things').add({ data: { a: 1 } }))
  expect(added).toEqual({ _id: expect.stringMatching(/^[0-9a-f]{32}$/), errMsg: 'collection.add:ok' })
})

test('a list of documents is added in one call', async () => {
  const added = await run(({ db }) =>
    db.collection('things').add({ data: [{ a: 1 }, { _id: 'named', a: 2 }] }),
  )
  expect(added).toEqual({ _ids: [expect.any(String), 'named'], errMsg: 'collection.add:ok' })
})

test('serverDate is the time of the cloud, with its offset', async () => {
  const ages = await run(async ({ db }) => {
    const things = db.collection('things')
    await things
      .doc('dated')
      .set({ data: { now: db.serverDate(), later: db.serverDate({ offset: 3600000 }) } })
    const { data } = await things.doc('dated').get<{ now: Date; later: Date }>()
    return { between: data.later.getTime() - data.now.getTime(), isDate: data.now instanceof Date }
  })
  expect(ages).toEqual({ between: 3600000, isDate: true })
})

describe('queries', () => {
  beforeAll(() =>
    run(({ db }) =>
      db.collection('lists').add({
        data: [
          { _id: 'a', n: 1, tag: 'x', at: { city: 'Wuhan' }, marks: [{ h: 1 }, { h: 5 }] },
          { _id: 'b', n: 2, tag: 'y', at: { city: 'Xian' }, marks: [{ h: 0 }] },
          { _id: 'c', n: 3, tag: 'Xylo', extra: null },
          { _id: 'd', n: 4, marks: [] },
        ],
      }),
    ),
  )

  const ids = (found: unknown) => (found as { data: { _id: string }[] }).data.map(each => each._id)

  test('comparison operators', async () => {
    expect(
      ids(
        await run(({ db, _ }) =>
          db
            .collection('lists')
            .where({ n: _.gt(1).and(_.lte(3)) })
            .get(),
        ),
      ),
    ).toEqual(['b', 'c'])
    expect(
      ids(
        await run(({ db, _ }) =>
          db
            .collection('lists')
            .where({ n: _.neq(2) })
            .get(),
        ),
      ),
    ).toEqual(['a', 'c', 'd'])
    expect(
      ids(
        await run(({ db, _ }) =>
          db
            .collection('lists')
            .where({ n: _.in([1, 4]) })
            .get(),
        ),
      ),
    ).toEqual(['a', 'd'])
    expect(
      ids(
        await run(({ db, _ }) =>
          db
            .collection('lists')
            .where({ n: _.nin([1, 4]) })
            .get(),
        ),
      ),
    ).toEqual(['b', 'c'])
  })

  test('_.or over fields, _.not, _.nor', async () => {
    expect(
      ids(
        await run(({ db, _ }) =>
          db
            .collection('lists')
            .where(_.or([{ n: 1 }, { tag: 'y' }]))
            .get(),
        ),
      ),
    ).toEqual(['a', 'b'])
    expect(
      ids(
        await run(({ db, _ }) =>
          db
            .collection('lists')
            .where({ n: _.not(_.gt(1)) })
            .get(),
        ),
      ),
    ).toEqual(['a'])
    expect(
      ids(
        await run(({ db, _ }) =>
          db
            .collection('lists')
            .where(_.nor([{ n: 1 }, { tag: 'y' }]))
            .get(),
        ),
      ),
    ).toEqual(['c', 'd'])
  })

  test('nested fields, regular expressions, exists, elemMatch, size', async () => {
    expect(
      ids(
        await run(({ db }) =>
          db
            .collection('lists')
            .where({ at: { city: 'Xian' } })
            .get(),
        ),
      ),
    ).toEqual(['b'])
    expect(
      ids(
        await run(({ db }) =>
          db
            .collection('lists')
            .where({ tag: db.RegExp({ regexp: '^x', options: 'i' }) })
            .get(),
        ),
      ),
    ).toEqual(['a', 'c'])
    expect(
      ids(
        await run(({ db, _ }) =>
          db
            .collection('lists')
            .where({ extra: _.exists(true) })
            .get(),
        ),
      ),
    ).toEqual(['c'])
    expect(
      ids(
        await run(({ db, _ }) =>
          db
            .collection('lists')
            .where({ marks: _.elemMatch({ h: _.gt(1) }) })
            .get(),
        ),
      ),
    ).toEqual(['a'])
    expect(
      ids(
        await run(({ db, _ }) =>
          db
            .collection('lists')
            .where({ marks: _.size(0) })
            .get(),
        ),
      ),
    ).toEqual(['d'])
  })

  test('order, skip, limit and field', async () => {
    const found = await run(({ db }) =>
      db.collection('lists').orderBy('n', 'desc').skip(1).limit(2).field({ n: true }).get(),
    )
    expect(found).toMatchObject({
      data: [
        { _id: 'c', n: 3 },
        { _id: 'b', n: 2 },
      ],
    })
    expect(JSON.stringify(found)).not.toContain('tag')
  })

  test('count', async () => {
    expect(
      await run(({ db, _ }) =>
        db
          .collection('lists')
          .where({ n: _.gt(1) })
          .count(),
      ),
    ).toEqual({
      total: 3,
      errMsg: 'collection.count:ok',
    })
  })

  test('aggregation: match, group, sort, project, lookup', async () => {
    const found = await run(({ db, $, _ }) =>
      db
        .collection('lists')
        .aggregate()
        .match({ n: _.gte(2) })
        .group({ _id: $.gt(['$n', 2]), total: $.sum('$n'), many: $.sum(1) })
        .sort({ total: -1 })
        .end(),
    )
    expect(found).toEqual({
      list: [
        { _id: true, total: 7, many: 2 },
        { _id: false, total: 2, many: 1 },
      ],
      errMsg: 'collection.aggregate:ok',
    })
    const joined = await run(({ db }) =>
      db
        .collection('lists')
        .aggregate()
        .match({ _id: 'a' })
        .lookup({ from: 'lists', localField: 'n', foreignField: 'n', as: 'same' })
        .project({ _id: 0, same: 1 })
        .end(),
    )
    expect(joined).toMatchObject({ list: [{ same: [{ _id: 'a', n: 1 }] }] })
  })

  test('aggregation stages that write fields leave the stored documents alone', async () => {
    const kept = await run(async ({ db }) => {
      await db
        .collection('lists')
        .aggregate()
        .match({ _id: 'a' })
        .addFields({ n: 99, 'at.city': 'Nowhere' })
        .end()
      return db.collection('lists').doc('a').field({ n: true, at: true }).get()
    })
    expect(kept).toMatchObject({ data: { _id: 'a', n: 1, at: { city: 'Wuhan' } } })
  })
})

describe('updates', () => {
  test('every update command the SDK has', async () => {
    const found = await run(async ({ db, _ }) => {
      const doc = db.collection('things').doc('updated')
      await doc.set({
        data: {
          inc: 1,
          mul: 2,
          max: 1,
          min: 9,
          nested: { a: 1, keep: true },
          replaced: { x: 1 },
          gone: 1,
          old: 'name',
          push: [1, 2],
          unshift: [2],
          pop: [1, 2],
          shift: [1, 2],
          pull: [1, 5, 9],
          pullAll: [1, 2, 1],
          set: ['t'],
        },
      })
      const { stats } = await doc.update({
        data: {
          inc: _.inc(2),
          mul: _.mul(3),
          max: _.max(5),
          min: _.min(5),
          nested: { a: 2 },
          replaced: _.set({ y: 1 }),
          gone: _.remove(),
          old: _.rename('renamed'),
          push: _.push({ each: [5, 0], position: 0, sort: 1, slice: 3 }),
          unshift: _.unshift([1]),
          pop: _.pop(),
          shift: _.shift(),
          pull: _.pull(_.gt(3)),
          pullAll: _.pullAll([1]),
          set: _.addToSet('t'),
          fresh: { deep: { value: 1 } },
        },
      })
      return { stats, ...(await doc.get()).data }
    })
    expect(found).toEqual({
      stats: { updated: 1 },
      _id: 'updated',
      inc: 3,
      mul: 6,
      max: 5,
      min: 5,
      nested: { a: 2, keep: true },
      replaced: { y: 1 },
      renamed: 'name',
      push: [0, 1, 2],
      unshift: [1, 2],
      pop: [1],
      shift: [2],
      pull: [1],
      pullAll: [2],
      set: ['t'],
      fresh: { deep: { value: 1 } },
    })
  })

  test('push with sort and slice works on a list that is not there yet', async () => {
    const found = await run(async ({ db, _ }) => {
      const doc = db.collection('things').doc('pushed')
      await doc.set({ data: { a: 1 } })
      await doc.update({ data: { list: _.push({ each: [3, 1, 2], sort: 1, slice: 2 }) } })
      return (await doc.get()).data
    })
    expect(found).toEqual({ _id: 'pushed', a: 1, list: [1, 2] })
  })

  test('updated counts documents that changed, not documents that matched', async () => {
    const stats = await run(async ({ db }) => {
      const doc = db.collection('things').doc('same')
      await doc.set({ data: { a: 1 } })
      const same = await doc.update({ data: { a: 1 } })
      const other = await doc.update({ data: { a: 2 } })
      const absent = await db
        .collection('things')
        .doc('nobody')
        .update({ data: { a: 2 } })
      return [same.stats, other.stats, absent.stats]
    })
    expect(stats).toEqual([{ updated: 0 }, { updated: 1 }, { updated: 0 }])
  })

  test('set creates, then replaces the whole document', async () => {
    const found = await run(async ({ db }) => {
      const doc = db.collection('things').doc('set')
      const created = await doc.set({ data: { a: 1, b: 1 } })
      const replaced = await doc.set({ data: { a: 2 } })
      return { created, replaced, data: (await doc.get()).data }
    })
    expect(found).toMatchObject({
      created: { stats: { updated: 0, created: 1 } },
      replaced: { stats: { updated: 1, created: 0 } },
      data: { _id: 'set', a: 2 },
    })
  })

  test('where().update and where().remove touch every match', async () => {
    const found = await run(async ({ db, _ }) => {
      const lists = db.collection('lists')
      await lists.add({ data: [1, 2, 3].map(n => ({ group: 'g', n })) })
      const updated = await lists.where({ group: 'g', n: _.gt(1) }).update({ data: { n: _.inc(10) } })
      const removed = await lists.where({ group: 'g', n: _.gt(10) }).remove()
      const left = await lists.where({ group: 'g' }).count()
      await lists.where({ group: 'g' }).remove()
      return [updated.stats, removed.stats, left.total]
    })
    expect(found).toEqual([{ updated: 2 }, { removed: 2 }, 1])
  })

  test('doc().remove removes one', async () => {
    const stats = await run(async ({ db }) => {
      const doc = db.collection('things').doc('removed')
      await doc.set({ data: { a: 1 } })
      return [(await doc.remove()).stats, (await doc.remove()).stats]
    })
    expect(stats).toEqual([{ removed: 1 }, { removed: 0 }])
  })

  test('of 20 parallel compare-and-set updates exactly one wins', async () => {
    await run(({ db }) =>
      db
        .collection('counters')
        .doc('cas')
        .set({ data: { status: 'PENDING', version: 1 } }),
    )
    const results = await Promise.all(
      Array.from({ length: 20 }, () =>
        run(async ({ db, _ }) => {
          const { stats } = await db
            .collection('counters')
            .where({ _id: 'cas', status: 'PENDING', version: 1 })
            .update({ data: { status: 'DONE', version: _.inc(1) } })
          return stats.updated
        }),
      ),
    )
    expect(results.filter(updated => updated === 1)).toHaveLength(1)
    expect(results.filter(updated => updated === 0)).toHaveLength(19)
  })
})

test('a missing document: doc().get throws', async () => {
  const message = await run(({ db }) =>
    db
      .collection('things')
      .doc('nobody')
      .get()
      .catch((caught: Error) => caught.message),
  )
  expect(message).toMatch(/document with _id nobody does not exist/)
})
