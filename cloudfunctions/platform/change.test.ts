import { createMemoryStore } from '../../test/support/memory-store'
import { ActionError } from '../domain/errors'
import { change } from './change'

const store = createMemoryStore()
beforeEach(async () => {
  const old = await store.get('counters', 'c')
  if (old) await store.remove('counters', 'c', old.version)
  await store.insert('counters', { _id: 'c', version: 1, value: 0 })
})

test('of twenty that count at once none is lost', async () => {
  await Promise.all(
    Array.from({ length: 20 }, () => change(store, 'counters', 'c', ({ value }) => ({ value: value + 1 }))),
  )
  expect(await store.get('counters', 'c')).toEqual({ _id: 'c', version: 21, value: 20 })
})

test('it answers with the document as it is, and whether this call has written it', async () => {
  expect(await change(store, 'counters', 'c', () => ({ value: 7 }))).toEqual({
    document: { _id: 'c', version: 2, value: 7 },
    changed: true,
  })
  expect(await change(store, 'counters', 'c', () => null)).toEqual({
    document: { _id: 'c', version: 2, value: 7 },
    changed: false,
  })
  const never = () => {
    throw new Error('decided about nothing')
  }
  expect(await change(store, 'counters', 'missing', never)).toEqual({ document: null, changed: false })
})

test('who loses every race is told so after a fixed number of them', async () => {
  let races = 0
  const lost = change(store, 'counters', 'c', async ({ version }) => {
    races += 1
    await store.replace('counters', 'c', version, {})
    return { value: 1 }
  })
  await expect(lost).rejects.toEqual(new ActionError('BUSY'))
  expect(races).toBe(25)
})
