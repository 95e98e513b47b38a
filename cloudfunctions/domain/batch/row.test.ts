import { adminIdTypeOf, authorizationOf, idsByNumber, withOwnIds } from './row'

test('rows that were written together find their own ids by their numbers', () => {
  const shared = { subTasks: { '7': 's-7', '8': 's-8' }, authorizations: { '7': 'a-7' } }
  const row = (number: number) => ({ number, subTaskId: null, authorizationId: null, ...shared })
  expect(withOwnIds(row(7))).toMatchObject({ subTaskId: 's-7', authorizationId: 'a-7' })
  expect(withOwnIds(row(8))).toMatchObject({ subTaskId: 's-8', authorizationId: null })
  expect(withOwnIds(row(9))).toMatchObject({ subTaskId: null, authorizationId: null })
})

test('an id that was written for one row alone counts before those of all', () => {
  const row = { number: 7, subTaskId: 'own', authorizationId: 'mine' }
  const shared = { subTasks: { '7': 's-7' }, authorizations: { '7': 'a-7' } }
  expect(withOwnIds({ ...row, ...shared })).toMatchObject(row)
  expect(withOwnIds({ ...row, subTasks: null, authorizations: null })).toMatchObject(row)
  const none = { number: 7, subTaskId: null, authorizationId: null }
  expect(withOwnIds({ ...none, subTasks: null, authorizations: null })).toMatchObject(none)
})

test('what was not read is not made up', () => {
  expect(withOwnIds({ number: 7, subTaskId: null })).toEqual({ number: 7, subTaskId: null })
})

test('what is written for many rows are the ids that are known', () => {
  expect(
    idsByNumber([
      [1, 'a'],
      [2, null],
      [3, ''],
      [4, 'd'],
    ]),
  ).toEqual({ '1': 'a', '4': 'd' })
  expect(idsByNumber([[1, null]])).toBeNull()
  expect(idsByNumber([])).toBeNull()
})

test('a paper that is not named is a resident id, and an unknown way of authorizing is none', () => {
  expect(['', 'passport', 'hkMacauPermit'].map(adminIdTypeOf)).toEqual([
    'residentId',
    'residentId',
    'hkMacauPermit',
  ])
  expect(['', 'handshake', 'letter'].map(authorizationOf)).toEqual([null, null, 'letter'])
})
