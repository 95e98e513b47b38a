import { type DataFile, openDataFile } from './data-file'
import { createLiveIndexes, type LiveIndexes } from './live-indexes'
import { createRecent } from './recent'
import { defaultRights, type Rights } from './rights'
import type { SortedIndex } from './sorted-index'
import { type StoredDocument, stored } from './stored-document'

/**
 * Documents in one SQLite file; in memory are those used last and the keys of indexes. A write is in the file, synced,
 * before it is in memory and before anyone is told; so memory never holds what a crash could take back. What was
 * overwritten or removed is in no file any more a second later: neither in the database nor in its log.
 */
export interface Store {
  hasCollection(name: string): boolean
  /** False when it existed. */
  createCollection(name: string): boolean
  collectionNames(): string[]
  /** What the mini-program may do with it by itself; undefined: there is no such collection. */
  rightsOf(name: string): Rights | undefined
  setRights(name: string, rights: Rights): void
  read(collection: string, id: string): StoredDocument | undefined
  /** In order of insertion. */
  scan(collection: string): Iterable<StoredDocument>
  /** False when there was one of these fields. Directions do not count here. */
  addIndex(collection: string, index: IndexRow): boolean
  /** In the order they were made. */
  indexRows(collection: string): IndexRow[]
  /** The same, ready to be asked. */
  indexesOf(collection: string): readonly SortedIndex[]
  /** All or nothing. */
  commit(writes: readonly Write[]): void
  close(): void
}

/** An index by its fields, `-` before those that run down. */
export interface IndexRow {
  name: string
  fields: readonly string[]
}

export interface Write {
  collection: string
  id: string
  /** `undefined` removes the document. */
  text: string | undefined
}

export function openStore(dataDir: string): Store {
  const { database, forgetSoon, close } = openDataFile(dataDir)
  const put = database.prepare(
    `insert into documents (collection, id, version, body) values (?, ?, ?, ?)
     on conflict (collection, id) do update set version = excluded.version, body = excluded.body`,
  )
  const drop = database.prepare('delete from documents where collection = ? and id = ?')
  const addCollection = database.prepare('insert into collections (name) values (?)')
  const putRights = database.prepare(
    'insert into rights (collection, tag) values (?, ?) on conflict (collection) do update set tag = excluded.tag',
  )
  const addIndex = database.prepare('insert into indexes (collection, fields, name) values (?, ?, ?)')
  const get = database.prepare('select version, body from documents where collection = ? and id = ?')
  const bodies = database.prepare('select id, body from documents where collection = ?')
  const { collections, lastVersion, rights } = load(database)
  const recent = createRecent()
  let version = lastVersion

  const read = (collection: string, id: string): StoredDocument | undefined => {
    if (!collections.get(collection)?.ids.has(id)) return undefined
    const known = recent.get(collection, id)
    if (known) return known
    const row = get.get(collection, id) as Pick<Row, 'version' | 'body'> | undefined
    if (!row) return undefined
    const document = stored(id, row.version, row.body)
    recent.put(collection, document)
    return document
  }

  const indexesOf = (name: string): readonly SortedIndex[] => {
    const all = () => bodies.iterate(name) as Iterable<Pick<Row, 'id' | 'body'>>
    return collections.get(name)?.indexes.ask(all) ?? []
  }

  const persist = (writes: readonly StoredWrite[]) => {
    for (const write of writes) {
      if (write.text === undefined) drop.run(write.collection, write.id)
      else put.run(write.collection, write.id, write.version, write.text)
    }
  }
  const persistTogether = database.transaction(persist)

  return {
    hasCollection: name => collections.has(name),
    createCollection: name => {
      if (collections.has(name)) return false
      addCollection.run(name)
      collections.set(name, emptyCollection())
      return true
    },
    collectionNames: () => [...collections.keys()],
    rightsOf: name => (collections.has(name) ? (rights.get(name) ?? defaultRights) : undefined),
    setRights: (name, tag) => {
      putRights.run(name, tag)
      rights.set(name, tag)
    },
    addIndex: (name, index) => {
      const collection = collections.get(name)
      if (!collection || collection.rows.some(({ fields }) => fields.join() === index.fields.join()))
        return false
      addIndex.run(name, index.fields.join(), index.name)
      collection.rows.push(index)
      collection.indexes = createLiveIndexes(collection.rows.map(({ fields }) => fields))
      return true
    },
    indexRows: name => [...(collections.get(name)?.rows ?? [])],
    indexesOf,
    read,
    *scan(collection) {
      for (const id of [...(collections.get(collection)?.ids ?? [])]) {
        const document = read(collection, id)
        if (document) yield document
      }
    },
    commit: writes => {
      const before = writes.map(({ collection, id }) => read(collection, id)?.text)
      const versioned = writes.map((write, index) => ({ ...write, version: version + index + 1 }))
      version += writes.length
      if (versioned.length === 1) persist(versioned)
      else if (versioned.length > 1) persistTogether(versioned)
      if (before.some(text => text !== undefined)) forgetSoon()
      for (const [index, { collection: name, id, text, version }] of versioned.entries()) {
        const collection = collections.get(name)
        if (text === undefined) {
          collection?.ids.delete(id)
          recent.drop(name, id)
        } else {
          collection?.ids.add(id)
          recent.put(name, stored(id, version, text))
        }
        collection?.indexes.note(id, before[index], text)
      }
    },
    close,
  }
}

interface Collection {
  /** In order of insertion: that a document is not there is known without the file. */
  ids: Set<string>
  rows: IndexRow[]
  indexes: LiveIndexes
}
const emptyCollection = (): Collection => ({ ids: new Set(), rows: [], indexes: createLiveIndexes([]) })
type Collections = Map<string, Collection>
type StoredWrite = Write & { version: number }

interface Row {
  id: string
  version: number
  body: string
}

interface Loaded {
  collections: Collections
  lastVersion: number
  rights: Map<string, Rights>
}

function load(database: DataFile['database']): Loaded {
  const collections: Collections = new Map()
  const { last } = database.prepare('select coalesce(max(version), 0) as last from documents').get() as {
    last: number
  }
  for (const row of database.prepare('select name from collections').all() as { name: string }[]) {
    collections.set(row.name, emptyCollection())
  }
  const made = database.prepare('select collection, fields, name from indexes order by rowid').all()
  for (const { collection, fields, name } of made as { collection: string; fields: string; name: string }[])
    collections.get(collection)?.rows.push({ name, fields: fields.split(',') })
  for (const collection of collections.values())
    collection.indexes = createLiveIndexes(collection.rows.map(({ fields }) => fields))
  const there = database.prepare('select collection, id from documents order by rowid')
  for (const { collection, id } of there.iterate() as Iterable<{ collection: string; id: string }>)
    collections.get(collection)?.ids.add(id)
  const tags = database.prepare('select collection, tag from rights').all() as {
    collection: string
    tag: Rights
  }[]
  return {
    collections,
    lastVersion: last,
    rights: new Map(tags.map(({ collection, tag }) => [collection, tag])),
  }
}
