import fs from 'node:fs'
import path from 'node:path'
import Database from 'libsql'
import { fieldsIn } from './indexed-fields'
import { createRecent } from './recent'
import { defaultRights, type Rights } from './rights'
import { createSortedIndex, type SortedIndex } from './sorted-index'
import { type StoredDocument, stored } from './stored-document'

/**
 * Documents in one SQLite file; in memory are those used last and the keys of indexes. A write is in the file, synced,
 * before it is in memory and before anyone is told; so memory never holds what a crash could take back. What was
 * overwritten or removed is in no file any more by then: neither in the database nor in its log.
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

const schema = `
  create table if not exists collections (name text primary key) strict;
  create table if not exists rights (collection text primary key, tag text not null) strict;
  create table if not exists indexes (
    collection text not null, fields text not null, name text not null, unique (collection, fields)
  ) strict;
  create table if not exists documents (
    collection text not null, id text not null, version integer not null, body text not null,
    unique (collection, id)
  ) strict;
`

export function openStore(dataDir: string): Store {
  const database = openDatabase(dataDir)
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

  /** Filled when it is first asked for: a cloud that is only written to keeps none. */
  const indexesOf = (name: string): SortedIndex[] => {
    const collection = collections.get(name)
    if (!collection) return []
    if (!collection.ready) {
      const indexes = collection.rows.map(({ fields }) => createSortedIndex(fields.map(plain)))
      const names = [...new Set(indexes.flatMap(({ fields }) => fields))]
      const documents: [string, Record<string, unknown>][] = []
      if (indexes.length > 0) {
        // One by one: all texts together are more than a process should hold.
        for (const { id, body } of bodies.iterate(name) as Iterable<Pick<Row, 'id' | 'body'>>)
          documents.push([id, fieldsIn(body, names)])
      }
      for (const index of indexes) index.fill(documents)
      collection.ready = { indexes, names, late: [] }
    }
    catchUp(collection.ready)
    return collection.ready.indexes
  }

  const reindex = ({ collection, id, text }: Write, before: string | undefined): void => {
    const ready = collections.get(collection)?.ready
    if (!ready || ready.indexes.length === 0) return
    ready.late.push({ id, before, text })
    if (ready.late.length >= mostLate) catchUp(ready)
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
      collection.ready = undefined
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
      if (before.some(text => text !== undefined)) emptyLog(database)
      for (const [index, write] of versioned.entries()) {
        const ids = collections.get(write.collection)?.ids
        if (write.text === undefined) {
          ids?.delete(write.id)
          recent.drop(write.collection, write.id)
        } else {
          ids?.add(write.id)
          recent.put(write.collection, stored(write.id, write.version, write.text))
        }
        reindex(write, before[index])
      }
    },
    close: () => release(database),
  }
}

/**
 * libsql keeps the file open until its prepared statements are collected, so the lock is given back by hand; SQLite
 * leaves exclusive mode only once the journal is no longer a WAL.
 */
function release(database: InstanceType<typeof Database>): void {
  database.pragma('journal_mode = DELETE')
  database.pragma('locking_mode = NORMAL')
  database.prepare('select 1 from collections').get()
  database.close()
}

interface Collection {
  /** In order of insertion: that a document is not there is known without the file. */
  ids: Set<string>
  rows: IndexRow[]
  /** Undefined: nobody has asked yet. */
  ready: Ready | undefined
}
/** The indexes of a collection that is asked. */
interface Ready {
  indexes: SortedIndex[]
  /** The fields of all of them. */
  names: readonly string[]
  /** What they do not know yet: whoever writes does not wait for them, the next question does. */
  late: { id: string; before: string | undefined; text: string | undefined }[]
}
/** Texts that wait for a question at most. */
const mostLate = 5000

function catchUp({ indexes, names, late }: Ready): void {
  for (const { id, before, text } of late.splice(0)) {
    const [old, fresh] = [before, text].map(each => each && fieldsIn(each, names))
    for (const index of indexes) {
      if (old) index.remove(id, old)
      if (fresh) index.add(id, fresh)
    }
  }
}
const emptyCollection = (): Collection => ({ ids: new Set(), rows: [], ready: undefined })
type Collections = Map<string, Collection>
type StoredWrite = Write & { version: number }

const plain = (field: string): string => field.replace('-', '')

/** Pages of before stay in the log until they are moved and the log is cut off. */
function emptyLog(database: InstanceType<typeof Database>): void {
  database.pragma('wal_checkpoint(TRUNCATE)')
}

/** Of files from before what was removed was also wiped: they are written anew, once. */
const wiping = 1

function wipeLeftovers(database: InstanceType<typeof Database>): void {
  const [{ user_version: version = 0 } = {}] = database.pragma('user_version') as { user_version?: number }[]
  if (version < wiping) {
    database.exec('vacuum')
    database.pragma(`user_version = ${wiping}`)
  }
  emptyLog(database)
}

/** The exclusive lock is the operating system's: it ends with the process, however that ends. */
function openDatabase(dataDir: string): InstanceType<typeof Database> {
  fs.mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const file = path.join(dataDir, 'documents.sqlite')
  // SQLite gives its side files the mode of the main file.
  fs.closeSync(fs.openSync(file, 'a', 0o600))
  fs.chmodSync(file, 0o600)
  const lock = path.join(dataDir, 'owner.pid')
  const database = new Database(file)
  try {
    database.pragma('locking_mode = EXCLUSIVE')
    database.pragma('journal_mode = WAL')
    database.pragma('synchronous = FULL')
    database.pragma('secure_delete = ON')
    database.exec(schema)
    wipeLeftovers(database)
  } catch (error) {
    database.close()
    throw isBusy(error) ? new DataDirInUseError(dataDir, ownerOf(lock)) : error
  }
  fs.writeFileSync(lock, `${process.pid}\n`, { mode: 0o600 })
  syncFolder(dataDir)
  return database
}

class DataDirInUseError extends Error {
  readonly code = 'EDATADIRINUSE'
  constructor(dataDir: string, owner: string) {
    super(
      `${dataDir} is in use by another local cloud (process ${owner}); stop it or choose another data folder`,
    )
    this.name = 'DataDirInUseError'
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY'
}

function ownerOf(lock: string): string {
  try {
    return fs.readFileSync(lock, 'utf8').trim()
  } catch {
    return 'unknown'
  }
}

/** A new file is only durable when its folder is. */
export function syncFolder(folder: string): void {
  const handle = fs.openSync(folder, 'r')
  fs.fsyncSync(handle)
  fs.closeSync(handle)
}

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

function load(database: InstanceType<typeof Database>): Loaded {
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
