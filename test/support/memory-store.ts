import { isCovered, type QueryShape } from '../../cloudfunctions/platform/indexes'
import { insertPageSize } from '../../cloudfunctions/platform/insertMany'
import {
  type CollectionName,
  type Collections,
  type Comparison,
  collectionNames,
  type FindOptions,
  type Store,
} from '../../cloudfunctions/platform/store'

type Document = Record<string, unknown>

export interface MemoryStore extends Store {
  all<C extends CollectionName>(collection: C): Collections[C][]
  /** Runs before every write; throwing there is a process that dies before it. */
  beforeWrite(hook: (operation: string, collection: string) => void | Promise<void>): void
}

/** The store's contract in memory, for use cases: copies in and out, compares versions, yields between steps. */
export function createMemoryStore(): MemoryStore {
  const collections = new Map<string, Map<string, Document>>(collectionNames.map(name => [name, new Map()]))
  let hook: (operation: string, collection: string) => void | Promise<void> = () => {}
  const of = (name: string): Map<string, Document> => collections.get(name) ?? new Map()
  const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T
  const write = async (operation: string, collection: string) => {
    await Promise.resolve()
    await hook(operation, collection)
  }
  return {
    all: <C extends CollectionName>(name: C) => [...of(name).values()].map(each => typed<C>(each)),
    beforeWrite(next) {
      hook = next
    },
    async get<C extends CollectionName>(name: C, id: string) {
      await Promise.resolve()
      // As the SDK, which knows no document without an id.
      if (typeof id !== 'string') throw new Error(`${name}: no document is called ${id}`)
      const found = of(name).get(id)
      return found ? typed<C>(found) : null
    },
    async insert(name, document) {
      await write('insert', name)
      if (of(name).has(document._id)) return false
      of(name).set(document._id, copy<Document>({ ...document }))
      return true
    },
    async insertMany<C extends CollectionName>(name: C, documents: readonly Collections[C][]) {
      const all: Collections[C][] = []
      for (let from = 0; from < documents.length; from += insertPageSize) {
        // As the real one: whoever dies in between has put in some pages and not the others.
        const page = documents.slice(from, from + insertPageSize)
        await write(page.length === 1 ? 'insert' : 'insertMany', name)
        for (const document of page) {
          if (!of(name).has(document._id)) of(name).set(document._id, copy<Document>({ ...document }))
          all.push(typed<C>(of(name).get(document._id) ?? {}))
        }
      }
      return all
    },
    async replace(name, id, version, changes) {
      await write('replace', name)
      // The database refuses to change an id; a version it would set and count at once.
      if ('_id' in changes || 'version' in changes)
        throw new Error(`${name}: an id or a version is not for changing`)
      const found = of(name).get(id)
      if (!found || found.version !== version) return false
      of(name).set(id, { ...found, ...copy(changes), version: version + 1 })
      return true
    },
    async find<C extends CollectionName>(
      name: C,
      { where, orderBy = [], limit, fields }: FindOptions<Collections[C]>,
    ) {
      await Promise.resolve()
      requireIndex(name, where, orderBy)
      // In no order but the one that is asked for: not in that in which they came.
      const found = [...of(name).values()].filter(each => fits(each, where)).reverse()
      for (const [field, order] of [...orderBy].reverse()) {
        found.sort((a, b) => (order === 'asc' ? 1 : -1) * rank(a[field], b[field]))
      }
      const answer = found.slice(0, limit).map(each => (fields ? only(fields, each) : each))
      requireRoom(name, answer)
      return answer.map(each => typed<C>(each))
    },
    async updateMany(name, where, { set, add = {}, append = {} }) {
      await write('updateMany', name)
      requireIndex(name, where, [])
      const found = [...of(name).values()].filter(each => fits(each, where))
      for (const each of found) {
        Object.assign(each, copy(set), { version: Number(each.version) + 1 })
        for (const [field, by] of Object.entries(add)) each[field] = Number(each[field] ?? 0) + Number(by)
        for (const [field, element] of Object.entries(append)) {
          const list = each[field]
          each[field] = [...(Array.isArray(list) ? list : []), copy(element)]
        }
      }
      return found.length
    },
    async remove(name, id, version) {
      await write('remove', name)
      return of(name).get(id)?.version === version && of(name).delete(id)
    },
    async removeMany(name, where) {
      await write('removeMany', name)
      requireIndex(name, where, [])
      const found = [...of(name).values()].filter(each => fits(each, where))
      for (const { _id } of found) of(name).delete(String(_id))
      return found.length
    },
    async makeDue(id, at) {
      await write('makeDue', 'verifications')
      const found = of('verifications').get(id)
      if (found) found.dueAt = at
    },
    async clearOutbox(name, documents) {
      await write('clearOutbox', name)
      for (const { _id, auditHash } of documents) {
        const found = of(name).get(_id)
        if (found?.auditHash === auditHash) Object.assign(found, { outbox: [], outboxAt: null })
      }
    },
    missing: async () => collectionNames.filter(name => !collections.has(name)),
  }
}

/** What one answer of the cloud's database holds, bytes. */
const largestAnswer = 1024 * 1024

/** Few documents are never too large for an answer, and need no counting. */
const few = 8

/** What was asked for and nothing else; the database adds the id, on which nobody who has not asked for it may count. */
const only = (fields: readonly PropertyKey[], document: Document): Document =>
  Object.fromEntries(fields.map(String).map(field => [field, document[field]]))

/** As the database, refuses what is too large: it counts what was asked for. */
function requireRoom(name: string, answer: readonly Document[]): void {
  if (answer.length <= few) return
  const bytes = Buffer.byteLength(JSON.stringify(answer))
  if (bytes > largestAnswer)
    throw new Error(`${name}: ${answer.length} documents are an answer of ${bytes} bytes`)
}

/** A copy, as what was written there: the one place where this store, like the database, forgets types. */
function typed<C extends CollectionName>(document: Document): Collections[C] {
  return JSON.parse(JSON.stringify(document)) as Collections[C]
}

/** As in the database, values of different types, missing ones included, are neither smaller nor greater. */
const less = (a: unknown, b: unknown): boolean =>
  typeof a === 'number'
    ? typeof b === 'number' && a < b
    : typeof a === 'string' && typeof b === 'string' && a < b
const equal = (a: unknown, b: unknown): boolean => a !== null && a !== undefined && a === b
const rank = (a: unknown, b: unknown): number => (less(a, b) ? -1 : less(b, a) ? 1 : 0)
const compare: Record<Comparison, (a: unknown, b: unknown) => boolean> = {
  eq: (a, b) => a === b || (Array.isArray(a) && a.includes(b)),
  lt: less,
  lte: (a, b) => less(a, b) || equal(a, b),
  gt: (a, b) => less(b, a),
  gte: (a, b) => less(b, a) || equal(a, b),
  in: (a, b) => Array.isArray(b) && (Array.isArray(a) ? a.some(each => b.includes(each)) : b.includes(a)),
}

/** Every condition holds, as the database judges it. */
function fits(document: Document, where: readonly (readonly [string, Comparison, unknown])[]): boolean {
  return where.every(([field, operator, value]) => compare[operator](document[field], value))
}

/** Every question of the product passes here in some test; one that no index begins to answer fails that test. */
function requireIndex(
  collection: CollectionName,
  where: readonly (readonly [string, Comparison, unknown])[],
  orderBy: readonly (readonly [string, string])[],
): void {
  // As the SDK, before it asks anything.
  for (const [field, order] of orderBy)
    if (order !== 'asc' && order !== 'desc')
      throw new Error(`${collection}: no order of ${field} is ${order}`)
  const isEqual = (comparison: Comparison) => comparison === 'eq' || comparison === 'in'
  const shape: QueryShape = {
    collection,
    equal: where.filter(([, comparison]) => isEqual(comparison)).map(([field]) => field),
    range: where.filter(([, comparison]) => !isEqual(comparison)).map(([field]) => field),
    order: orderBy.map(([field, order]) => (order === 'desc' ? `-${field}` : field)),
  }
  if (!isCovered(shape)) throw new Error(`no index of platform/indexes.ts covers ${JSON.stringify(shape)}`)
}
