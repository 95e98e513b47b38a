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

/** `deliveries` has -listKey · endpointId, -listKey · endpointId, dueAt · expiresAt. */
const deliveries = { ...asked, collection: 'deliveries' } as const
test.each([
  ['all of them, in an order', { order: ['-listKey'] }, true],
  ['the other way round', { order: ['listKey'] }, true],
  ['an order with a condition beside it', { equal: ['endpointId'], order: ['-listKey'] }, true],
  ['a condition that begins an index', { equal: ['endpointId'] }, true],
  ['all conditions of an index', { equal: ['endpointId', 'dueAt'] }, true],
  ['those in any order', { equal: ['dueAt', 'endpointId'] }, true],
  ['all of them and a range', { equal: ['endpointId', 'dueAt'], range: ['tries'] }, false],
  ['all of them and an order', { equal: ['endpointId', 'dueAt'], order: ['tries'] }, false],
  ['a condition in the middle of an index', { equal: ['dueAt'] }, false],
  ['a range after a condition', { equal: ['endpointId'], range: ['dueAt'] }, true],
  ['a range and its order', { equal: ['endpointId'], range: ['dueAt'], order: ['dueAt'] }, true],
  ['a range and another order', { equal: ['endpointId'], range: ['dueAt'], order: ['tries'] }, false],
  ['a range that begins an index', { range: ['expiresAt'] }, true],
  ['a range in the middle of one', { range: ['dueAt'] }, false],
  ['nothing', {}, false],
  ['a condition on what an index runs down', { equal: ['listKey'] }, true],
  ['every field of an index, and no other index', { equal: ['expiresAt'] }, true],
  ['an order beyond the end of an index', { equal: ['expiresAt'], order: ['dueAt'] }, false],
  ['a range beyond the end of an index', { equal: ['expiresAt'], range: ['tries'] }, false],
  ['a range on what an index runs down', { range: ['listKey'] }, true],
  ['the second of two ranges', { range: ['tries', 'expiresAt'] }, true],
  ['an id', { equal: ['_id'] }, true],
  ['a range of ids', { range: ['_id'] }, true],
  ['a range of ids, along them', { range: ['_id'], order: ['_id'] }, true],
  ['a range of ids, in another order', { range: ['_id'], order: ['listKey'] }, true],
  ['a range of ids, in an order without index', { range: ['_id'], order: ['state'] }, false],
  ['along the ids of a condition', { equal: ['state'], order: ['_id'] }, false],
])('%s', (_what, question, covered) => {
  expect(isCovered({ ...deliveries, ...question })).toBe(covered)
})

test('an index is named by its fields and which way they run', () => {
  expect(indexName({ fields: ['owner', '-listKey'], use: '' })).toBe('owner_listKey_desc')
})
