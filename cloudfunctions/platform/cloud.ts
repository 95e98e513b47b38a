import cloud from 'wx-server-sdk'
import { isRecord } from './json'
import { type CollectionName, type Collections, collectionNames, type FindOptions, type Store } from './store'

/**
 * The one door to wx-server-sdk. Its declarations do not fit what it documents (a symbol for `env`, promises typed
 * as `void | string`), so this file, and only this one, restates the few calls in use.
 */
interface Database {
  collection(name: string): Collection
  createCollection(name: string): Promise<unknown>
  command: Record<'eq' | 'lt' | 'lte' | 'gt' | 'in' | 'set', (value: unknown) => unknown> & {
    inc(by: number): unknown
    and(conditions: unknown[]): unknown
  }
}
interface Collection extends Query {
  add(options: { data: Record<string, unknown> }): Promise<unknown>
  doc(id: string): { get(): Promise<{ data: unknown }> }
}
interface Query {
  where(query: Record<string, unknown>): Query
  orderBy(field: string, order: 'asc' | 'desc'): Query
  limit(count: number): Query
  get(): Promise<{ data: unknown }>
  update(options: { data: Record<string, unknown> }): Promise<{ stats: { updated: number } }>
}

let database: Database | null = null

function open(): Database {
  if (!database) {
    const init = cloud.init as (options: { env: unknown }) => void
    init({ env: cloud.DYNAMIC_CURRENT_ENV })
    const connect = cloud.database as (options: { throwOnNotFound: boolean }) => unknown
    database = connect({ throwOnNotFound: false }) as Database
  }
  return database
}

/** The caller's openid as the platform vouches for it; null on HTTP and timer runs. Only valid during a call. */
export function callerOpenid(): string | null {
  const { OPENID } = cloud.getWXContext()
  return typeof OPENID === 'string' && OPENID !== '' ? OPENID : null
}

export function createStore(): Store {
  return {
    async get(collection, id) {
      const { data } = await open().collection(collection).doc(id).get()
      return isRecord(data) ? typed(collection, data) : null
    },

    async insert(collection, document) {
      try {
        await open()
          .collection(collection)
          .add({ data: { ...document } })
        return true
      } catch (error) {
        if (isDuplicate(error)) return false
        throw error
      }
    },

    async replace(collection, id, version, changes) {
      const { command } = open()
      const data: Record<string, unknown> = { version: command.inc(1) }
      // `set` keeps objects whole; without it the SDK would merge them field by field.
      for (const [field, value] of Object.entries(changes)) data[field] = command.set(value)
      const { stats } = await open().collection(collection).where({ _id: id, version }).update({ data })
      return stats.updated === 1
    },

    async find(collection, options) {
      const { data } = await query(collection, options).get()
      return Array.isArray(data) ? data.filter(isRecord).map(each => typed(collection, each)) : []
    },

    async makeDue(verificationId, at) {
      await open()
        .collection('verifications')
        .where({ _id: verificationId })
        .update({ data: { dueAt: at } })
    },

    async clearOutbox(verificationId, auditHash) {
      const data = { outbox: open().command.set([]), outboxAt: null }
      await open().collection('verifications').where({ _id: verificationId, auditHash }).update({ data })
    },

    async prepare() {
      for (const name of collectionNames) {
        const exists = await open()
          .collection(name)
          .limit(1)
          .get()
          .then(() => true, missing)
        // Two instances may find it missing at once; the second creation fails harmlessly.
        if (!exists)
          await open()
            .createCollection(name)
            .catch(async () => open().collection(name).limit(1).get())
      }
    },
  }
}

function query<C extends CollectionName>(
  collection: C,
  { where, orderBy, limit }: FindOptions<Collections[C]>,
): Query {
  const { command } = open()
  const byField = new Map<string, unknown[]>()
  for (const [field, operator, value] of where) {
    byField.set(field, [...(byField.get(field) ?? []), command[operator](value)])
  }
  const conditions = [...byField].map(([field, all]) => [field, all.length === 1 ? all[0] : command.and(all)])
  let result: Query = open().collection(collection).where(Object.fromEntries(conditions))
  for (const [field, order] of orderBy ?? []) result = result.orderBy(field, order)
  return result.limit(limit)
}

/** The database is schemaless: what this product wrote into a collection is what it reads from it. */
function typed<C extends CollectionName>(_collection: C, data: Record<string, unknown>): Collections[C] {
  return data as unknown as Collections[C]
}

function isDuplicate(error: unknown): boolean {
  return error instanceof Error && /E11000|duplicate key/i.test(textOf(error))
}

/** false for a missing collection; any other error goes on. */
function missing(error: unknown): false {
  if (error instanceof Error && /COLLECTION_NOT_EXIST|-502005/.test(textOf(error))) return false
  throw error
}

/** The code stands in `errCode`, `code` or only in the text, depending on which call failed. */
function textOf(error: Error): string {
  const { errCode, errMsg, code } = error as Error & { errCode?: unknown; errMsg?: unknown; code?: unknown }
  return [error.message, errMsg, errCode, code].map(part => String(part ?? '')).join(' ')
}
