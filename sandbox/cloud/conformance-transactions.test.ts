import { cleanUp, inFunction, startTestCloud } from './testing/cloud'

let run: ReturnType<typeof inFunction>

beforeAll(async () => {
  run = inFunction(await startTestCloud([{ name: 'sdk', fixture: 'sdk' }], { concurrency: 4 }))
  await run(({ db }) => db.createCollection('counters'))
})
afterAll(cleanUp)

test('what a transaction writes appears with its commit, and the callback gives the result', async () => {
  const found = await run(async ({ db }) => {
    await db
      .collection('counters')
      .doc('tx')
      .set({ data: { n: 1 } })
    const result = await db.runTransaction(async transaction => {
      const doc = transaction.collection('counters').doc('tx')
      const { data } = await doc.get<{ n: number }>()
      await doc.update({ data: { n: data.n + 1 } })
      await transaction.collection('counters').add({ data: { _id: 'tx-row', n: 1 } })
      const outside = await db.collection('counters').where({ _id: 'tx-row' }).count()
      const inside = await doc.get<{ n: number }>()
      return { outside: outside.total, inside: inside.data.n }
    })
    const after = await db.collection('counters').where({ _id: 'tx-row' }).count()
    return { result, after: after.total, n: (await db.collection('counters').doc('tx').get()).data.n }
  })
  expect(found).toEqual({ result: { outside: 0, inside: 2 }, after: 1, n: 2 })
})

test('a callback that throws, or rolls back, leaves nothing', async () => {
  const found = await run(async ({ db }) => {
    const attempt = (end: 'throw' | 'rollback') =>
      db
        .runTransaction(async transaction => {
          await transaction.collection('counters').add({ data: { _id: 'never' } })
          if (end === 'throw') throw new Error('boom')
          await transaction.rollback('given up')
        })
        .catch((reason: unknown) => (reason instanceof Error ? reason.message : reason))
    const reasons = [await attempt('throw'), await attempt('rollback')]
    return { reasons, total: (await db.collection('counters').where({ _id: 'never' }).count()).total }
  })
  expect(found).toEqual({ reasons: ['boom', 'given up'], total: 0 })
})

test('four contending increments add exactly four', async () => {
  await run(({ db }) =>
    db
      .collection('counters')
      .doc('contended')
      .set({ data: { n: 0 } }),
  )
  await Promise.all(
    Array.from({ length: 4 }, () =>
      run(({ db }) =>
        db.runTransaction(async transaction => {
          const doc = transaction.collection('counters').doc('contended')
          const { data } = await doc.get<{ n: number }>()
          // A second read must not hide that the first one is out of date.
          await doc.get()
          await doc.update({ data: { n: data.n + 1 } })
        }),
      ),
    ),
  )
  const found = await run(async ({ db }) => (await db.collection('counters').doc('contended').get()).data)
  expect(found).toEqual({ _id: 'contended', n: 4 })
})

test('a change between read and commit is a conflict the SDK can recognise', async () => {
  const error = await run(async ({ db }) => {
    const doc = db.collection('counters').doc('conflict')
    await doc.set({ data: { n: 0 } })
    const transaction = await db.startTransaction()
    await transaction.collection('counters').doc('conflict').get()
    await doc.update({ data: { n: 7 } })
    await transaction
      .collection('counters')
      .doc('conflict')
      .update({ data: { n: 1 } })
    try {
      await transaction.commit()
      return 'committed'
    } catch (caught) {
      return (caught as { code?: string }).code
    }
  })
  expect(error).toBe('DATABASE_TRANSACTION_CONFLICT')
})

test('two transactions that add the same id: one conflicts', async () => {
  const outcome = await run(async ({ db }) => {
    const [one, two] = [await db.startTransaction(), await db.startTransaction()]
    await one.collection('counters').add({ data: { _id: 'twice', by: 1 } })
    await two.collection('counters').add({ data: { _id: 'twice', by: 2 } })
    await one.commit()
    const second = await two.commit().catch((caught: { code?: string }) => caught.code)
    return [second, (await db.collection('counters').doc('twice').get()).data.by]
  })
  expect(outcome).toEqual(['DATABASE_TRANSACTION_CONFLICT', 1])
})
