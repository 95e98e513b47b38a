/**
 * The checks on which it rests that of many who write at once one wins and nothing is lost. Each is taken out of the
 * code by itself, and the tests named must not stay green: `npm run mutate -- --checks`.
 */
export interface Check {
  file: string
  /** What the code is then too careless about. */
  without: string
  /** Stands in the file exactly once. */
  text: string
  /** What stands there without the check. */
  becomes: string
  /** Test files that look at it, one after the other until one turns red. */
  tests: readonly string[]
}

const platform = (name: string) => `cloudfunctions/platform/${name}`
const contract = ['test/cloud/store-contract.test.ts']
const forgeries = ['test/cloud/store.test.ts']
const store = { file: platform('cloudStore.ts'), tests: contract }
const forged = { file: platform('cloudStore.ts'), tests: forgeries }
const change = { file: platform('change.ts'), tests: [platform('change.test.ts')] }
const many = { file: platform('insertMany.ts'), tests: contract }
const token = { file: platform('cloudToken.ts'), tests: [platform('cloudToken.test.ts')] }
const pace = { file: platform('cloudPace.ts'), tests: [platform('cloudPace.test.ts')] }

export const checks: readonly Check[] = [
  {
    ...store,
    without: 'the version a document is replaced over',
    text: 'own({ _id: id, version }))\n      const { stats } = await answered(collection, () => one.update(',
    becomes: 'own({ _id: id }))\n      const { stats } = await answered(collection, () => one.update(',
  },
  {
    ...store,
    without: 'the version a document is removed in',
    text: 'own({ _id: id, version }))\n      const { stats } = await answered(collection, () => one.remove(',
    becomes: 'own({ _id: id }))\n      const { stats } = await answered(collection, () => one.remove(',
  },
  {
    ...store,
    without: 'the id of what is replaced',
    text: 'own({ _id: id, version }))\n      const { stats } = await answered(collection, () => one.update(',
    becomes: 'own({ version }))\n      const { stats } = await answered(collection, () => one.update(',
  },
  {
    ...store,
    without: 'counting up when one is replaced',
    text: '{ version: command.inc(1) }\n      // `set`',
    becomes: '{}\n      // `set`',
  },
  {
    ...store,
    without: 'counting up when many are updated',
    text: '{ version: command.inc(1) }\n      for (const [field, value] of Object.entries(set))',
    becomes: '{}\n      for (const [field, value] of Object.entries(set))',
  },
  {
    ...store,
    without: 'asking whether it was replaced',
    text: 'return stats.updated === 1',
    becomes: 'return true',
  },
  {
    ...store,
    without: 'asking whether it was removed',
    text: 'return stats.removed === 1',
    becomes: 'return true',
  },
  {
    ...store,
    without: 'the condition of an update',
    text: '.where(own(conditions(where)))\n      const { stats } = await answered(collection, () => all.update(',
    becomes: '.where(own({}))\n      const { stats } = await answered(collection, () => all.update(',
  },
  {
    ...store,
    without: 'the second of two conditions on one field',
    text: 'command.and(each)',
    becomes: 'each[0]',
  },
  {
    ...store,
    without: 'that an id is taken, where one is put in',
    text: 'if (isDuplicate(error)) return false',
    becomes: 'if (isDuplicate(error)) return true',
  },
  {
    ...store,
    without: 'that an id is taken, where many are put in',
    text: 'if (isDuplicate(error)) return null',
    becomes: 'if (isDuplicate(error)) return given.map(({ _id }) => String(_id))',
  },
  {
    ...store,
    without: 'that only a forgery makes way',
    text: '{ _id: document._id, _openid: database().command.exists(true) }',
    becomes: '{ _id: document._id }',
  },
  {
    ...store,
    without: 'the newest row when an outbox is emptied',
    text: "conditions([['_id', 'in', ids] as const, ['auditHash', 'in', hashes] as const])",
    becomes: "conditions([['_id', 'in', ids] as const])",
  },
  {
    ...store,
    without: 'the id when an outbox is emptied',
    text: "conditions([['_id', 'in', ids] as const, ['auditHash', 'in', hashes] as const])",
    becomes: "conditions([['auditHash', 'in', hashes] as const])",
  },
  {
    ...store,
    without: 'the id of what is made due',
    text: 'own({ _id: verificationId })',
    becomes: 'own({})',
  },
  {
    ...forged,
    without: 'that a client has not written it, where it is written',
    text: '{ ...condition, _openid: database().command.exists(false) }',
    becomes: '{ ...condition }',
  },
  {
    ...forged,
    without: 'that a client has not written it, where it is read',
    text: 'if (!isStranger(data)) return',
    becomes: 'return',
  },
  {
    ...many,
    without: 'leaving out what is there, where many are put in',
    text: 'if (missing.length > 0 && !(await addedAll(collection, missing)))',
    becomes: 'if (false)',
  },
  {
    ...many,
    without: 'whether all were put in',
    text: '(await addAll(collection, documents))?.length === documents.length',
    becomes: '(await addAll(collection, documents)) !== undefined',
  },
  {
    ...change,
    without: 'whether the change was first',
    text: 'if (!(await store.replace(collection, id, before.version, changes))) return null',
    becomes: 'await store.replace(collection, id, before.version, changes)',
  },
  {
    ...change,
    without: 'reading anew after a lost race',
    text: '    first = null\n',
    becomes: '',
  },
  {
    ...change,
    without: 'that what is not there is not changed',
    text: 'const changes = before && (await decide(before))',
    becomes: 'const changes = await decide(before as Collections[C])',
  },
  {
    ...change,
    without: 'whether the beginning was first',
    text: 'if (won) return {',
    becomes: 'return {',
  },
  {
    ...change,
    without: 'that a document begins only where none is',
    text: 'version: before ? before.version + 1 : 1 }',
    becomes: 'version: 1 }',
  },
  {
    ...change,
    without: 'giving up after many lost races',
    text: 'round < rounds',
    becomes: 'round < 4 * rounds',
  },
  {
    ...token,
    without: 'whether somebody else is asking for a token',
    text: 'return lasts || isTaken ? null',
    becomes: 'return lasts ? null',
  },
  {
    ...token,
    without: 'whether the token still lasts',
    text: 'return lasts || isTaken ? null',
    becomes: 'return isTaken ? null',
  },
  {
    ...token,
    without: 'whose lease is ended',
    text: 'row.holder === holder ?',
    becomes: 'row ?',
  },
  {
    ...token,
    without: 'which token is over',
    text: 'opened(row) === token ?',
    becomes: 'row ?',
  },
  {
    ...pace,
    without: 'the places others have taken',
    text: 'Math.max(asked + lead, next)',
    becomes: 'asked + lead',
  },
]
