import { indexes, indexName, isCovered } from './indexes'
import { collectionNames } from './store'

const asked = { collection: 'verifications', equal: [], range: [], order: [] } as const

test('an index answers a question it begins, and no other', () => {
  expect(isCovered({ ...asked, equal: ['_id', 'state'] })).toBe(true)
  expect(isCovered({ ...asked, equal: ['owner'], order: ['-listKey'] })).toBe(true)
  expect(isCovered({ ...asked, range: ['dueAt'], order: ['dueAt'] })).toBe(true)
  expect(isCovered({ ...asked, equal: ['purpose'] })).toBe(false)
  expect(isCovered({ ...asked, equal: ['owner'], order: ['updatedAt'] })).toBe(false)
  expect(isCovered({ ...asked, range: ['redactAt'] })).toBe(false)
  expect(isCovered({ ...asked, collection: 'links', range: ['expiresAt'] })).toBe(true)
  expect(isCovered({ ...asked, collection: 'slots' })).toBe(false)
})

test('no collection has an index twice, or more than the platform allows', () => {
  for (const name of collectionNames) {
    const names = (indexes[name] ?? []).map(indexName)
    expect(new Set(names).size).toBe(names.length)
    expect(names.length).toBeLessThanOrEqual(20)
  }
})
