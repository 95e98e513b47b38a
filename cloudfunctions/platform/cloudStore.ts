import { ActionError } from '../domain/errors'
import { type AddAll, createInsertMany } from './insertMany'
import { isRecord } from './json'
import type { Log } from './log'
import { database, type Query, textOf } from './sdk'
import {
  type CollectionName,
  type Collections,
  type Condition,
  collectionNames,
  type FindOptions,
  type Store,
} from './store'

/**
 * The documents in the cloud's database.
 *
 * The platform puts `_openid` into whatever a client writes, and nothing of ours has it. A collection is open to
 * clients from its creation until set-up has closed it, so a document with `_openid` is a forgery: it is never read,
 * never changed, never in the way, and each sighting is logged with its count, never its content.
 */
export function createStore(log: Log): Store {
  const seen = (collection: CollectionName, count: number) =>
    log.error('store.stranger', { code: 'STRANGER_DOCUMENT', collection, count })

  /** false: a document with this `_id` is there already, whoever wrote it. */
  const add = async (collection: CollectionName, document: Record<string, unknown>) => {
    try {
      await answered(collection, () => database().collection(collection).add({ data: document }))
      return true
    } catch (error) {
      if (isDuplicate(error)) return false
      throw error
    }
  }

  /** The ids of those that were put in; null: one of them is there, and nobody says what became of the others. */
  const addAll: AddAll = async (collection, given) => {
    const data = given.map(plain)
    try {
      const { _ids } = await answered(collection, () => database().collection(collection).add({ data }))
      return _ids ?? null
    } catch (error) {
      if (isDuplicate(error)) return null
      throw error
    }
  }

  const byIds = async <C extends CollectionName>(collection: C, ids: readonly string[]) => {
    const those = { _id: database().command.in(ids) }
    const ours = database().collection(collection).where(own(those)).limit(ids.length)
    return (await answered(collection, () => documents(ours))).map(each => typed(collection, each))
  }

  const get: Store['get'] = async (collection, id) => {
    const { data } = await answered(collection, () => database().collection(collection).doc(id).get())
    if (!isRecord(data)) return null
    if (!isStranger(data)) return typed(collection, data)
    seen(collection, 1)
    return null
  }

  const insert: Store['insert'] = async (collection, document) => {
    if (await add(collection, { ...document })) return true
    // Ids can be guessed in part; a forgery that waits at one must not keep ours out.
    const forgery = { _id: document._id, _openid: database().command.exists(true) }
    const { stats } = await answered(collection, () =>
      database().collection(collection).where(forgery).remove(),
    )
    if (stats.removed === 0) return false
    seen(collection, stats.removed)
    return add(collection, { ...document })
  }

  const find: Store['find'] = async (collection, options) => {
    const found = await answered(collection, () => documents(query(collection, options, {})))
    const strangers = found.filter(isStranger).length
    if (strangers === 0) return found.map(each => typed(collection, each))
    seen(collection, strangers)
    // Asked again without them, so that they cannot crowd ours out of the limit.
    const ours = await answered(collection, () => documents(query(collection, options, own({}))))
    return ours.map(each => typed(collection, each))
  }

  return {
    get,
    insert,
    find,
    insertMany: createInsertMany({ get, insert, byIds, addAll }),

    async replace(collection, id, version, changes) {
      const { command } = database()
      const data: Record<string, unknown> = { version: command.inc(1) }
      // `set` keeps objects whole; without it the SDK would merge them field by field.
      for (const [field, value] of Object.entries(changes)) data[field] = command.set(value)
      const one = database()
        .collection(collection)
        .where(own({ _id: id, version }))
      const { stats } = await answered(collection, () => one.update({ data }))
      return stats.updated === 1
    },

    async updateMany(collection, where, { set, add = {}, append = {} }) {
      const { command } = database()
      const data: Record<string, unknown> = { version: command.inc(1) }
      for (const [field, value] of Object.entries(set)) data[field] = command.set(value)
      for (const [field, by] of Object.entries(add)) data[field] = command.inc(Number(by))
      for (const [field, element] of Object.entries(append)) data[field] = command.push([element])
      const all = database()
        .collection(collection)
        .where(own(conditions(where)))
      const { stats } = await answered(collection, () => all.update({ data }))
      return stats.updated
    },

    async remove(collection, id, version) {
      const one = database()
        .collection(collection)
        .where(own({ _id: id, version }))
      const { stats } = await answered(collection, () => one.remove())
      return stats.removed === 1
    },

    async removeMany(collection, where) {
      const all = database()
        .collection(collection)
        .where(own(conditions(where)))
      const { stats } = await answered(collection, () => all.remove())
      return stats.removed
    },

    async makeDue(verificationId, at) {
      const one = database()
        .collection('verifications')
        .where(own({ _id: verificationId }))
      await answered('verifications', () => one.update({ data: { dueAt: at } }))
    },

    async clearOutbox(collection, emptied) {
      const data = { outbox: database().command.set([]), outboxAt: null }
      // No two documents have the same newest row.
      const [ids, hashes] = [emptied.map(each => each._id), emptied.map(each => each.auditHash)]
      const where = own(conditions([['_id', 'in', ids] as const, ['auditHash', 'in', hashes] as const]))
      const those = database().collection(collection).where(where)
      await answered(collection, () => those.update({ data }))
    },

    async missing() {
      const absent: CollectionName[] = []
      for (const name of collectionNames) {
        if (!(await exists(name))) absent.push(name)
      }
      return absent
    },
  }
}

function query<C extends CollectionName, F extends keyof Collections[C]>(
  collection: C,
  { where, fields, orderBy, limit }: FindOptions<Collections[C], F>,
  besides: Record<string, unknown>,
): Query {
  let result: Query = database()
    .collection(collection)
    .where({ ...conditions(where), ...besides })
  for (const [field, order] of orderBy ?? []) result = result.orderBy(field, order)
  if (fields) result = result.field(Object.fromEntries([...fields, '_openid'].map(field => [field, true])))
  return result.limit(limit)
}

async function documents(asked: Query): Promise<Record<string, unknown>[]> {
  const { data } = await asked.get()
  return Array.isArray(data) ? data.filter(isRecord) : []
}

const plain = (document: object): Record<string, unknown> => ({ ...document })

function isStranger(document: Record<string, unknown>): boolean {
  return '_openid' in document
}

/** The same condition, for documents no client has written. */
function own(condition: Record<string, unknown>): Record<string, unknown> {
  return { ...condition, _openid: database().command.exists(false) }
}

/** All conditions on one field are one condition of the database. */
function conditions<T>(where: readonly Condition<T>[]): Record<string, unknown> {
  const { command } = database()
  const byField = new Map<string, unknown[]>()
  for (const [field, operator, value] of where) {
    byField.set(field, [...(byField.get(field) ?? []), command[operator](value)])
  }
  const all = [...byField].map(([field, each]) => [field, each.length === 1 ? each[0] : command.and(each)])
  return Object.fromEntries(all)
}

/** The database is schemaless: what this product wrote into a collection is what it reads from it. */
function typed<C extends CollectionName>(_collection: C, data: Record<string, unknown>): Collections[C] {
  return data as unknown as Collections[C]
}

function isDuplicate(error: unknown): boolean {
  return error instanceof Error && /E11000|duplicate key/i.test(textOf(error))
}

/** ms before a call that was turned away is made again. */
const pauses = [100, 400]

/**
 * The answer of a call to a collection. Throws SETUP_MISSING where there is none: only set-up makes it, closed; and BUSY
 * when the database turns it away again and again.
 */
async function answered<T>(collection: CollectionName, call: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await call()
    } catch (error) {
      if (isAbsent(error)) throw new ActionError('SETUP_MISSING', undefined, collection)
      if (!isTurnedAway(error)) throw error
      const pause = pauses[tries]
      if (pause === undefined) throw new ActionError('BUSY', undefined, collection)
      await new Promise(resolve => setTimeout(resolve, pause))
    }
  }
}

/** Too many calls or connections at once: nothing was done, so it may be done again. */
function isTurnedAway(error: unknown): boolean {
  return error instanceof Error && /-50100[34]\b/.test(textOf(error))
}

function isAbsent(error: unknown): boolean {
  return error instanceof Error && /COLLECTION_NOT_EXIST|-502005/.test(textOf(error))
}

async function exists(collection: CollectionName): Promise<boolean> {
  try {
    await database().collection(collection).field({ _id: true }).limit(1).get()
    return true
  } catch (error) {
    if (isAbsent(error)) return false
    throw error
  }
}
