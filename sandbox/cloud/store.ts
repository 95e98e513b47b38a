import fs from 'node:fs'
import path from 'node:path'
import Database from 'libsql'
import { type Document, decode } from './ejson'
import { defaultRights, type Rights } from './rights'

/**
 * Documents in one SQLite file, all of them also in memory. A write is in the file, synced, before it is in memory
 * and before anyone is told; so memory never holds what a crash could take back. What was overwritten or removed is in
 * no file any more by then: neither in the database nor in its log.
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
  /** All or nothing. */
  commit(writes: readonly Write[]): void
  close(): void
}

export interface StoredDocument {
  id: string
  /** Never the same twice, whatever the document. */
  version: number
  /** Canonical EJSON. */
  text: string
  /** The same, decoded. Not to be changed in place. */
  value: Document
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
  const { collections, lastVersion, rights } = load(database)
  let version = lastVersion

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
      collections.set(name, new Map())
      return true
    },
    collectionNames: () => [...collections.keys()],
    rightsOf: name => (collections.has(name) ? (rights.get(name) ?? defaultRights) : undefined),
    setRights: (name, tag) => {
      putRights.run(name, tag)
      rights.set(name, tag)
    },
    read: (collection, id) => collections.get(collection)?.get(id),
    scan: collection => collections.get(collection)?.values() ?? [],
    commit: writes => {
      const versioned = writes.map((write, index) => ({ ...write, version: version + index + 1 }))
      version += writes.length
      if (versioned.length === 1) persist(versioned)
      else if (versioned.length > 1) persistTogether(versioned)
      if (versioned.some(({ collection, id }) => collections.get(collection)?.has(id))) emptyLog(database)
      for (const write of versioned) apply(collections, write)
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

type Collections = Map<string, Map<string, StoredDocument>>
type StoredWrite = Write & { version: number }

function apply(collections: Collections, write: StoredWrite): void {
  const documents = collections.get(write.collection)
  if (write.text === undefined) documents?.delete(write.id)
  else documents?.set(write.id, stored(write.id, write.version, write.text))
}

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
  collection: string
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
  let lastVersion = 0
  for (const row of database.prepare('select name from collections').all() as { name: string }[]) {
    collections.set(row.name, new Map())
  }
  const rows = database.prepare('select collection, id, version, body from documents order by rowid').all()
  for (const row of rows as Row[]) {
    collections.get(row.collection)?.set(row.id, stored(row.id, row.version, row.body))
    lastVersion = Math.max(lastVersion, row.version)
  }
  const tags = database.prepare('select collection, tag from rights').all() as {
    collection: string
    tag: Rights
  }[]
  return { collections, lastVersion, rights: new Map(tags.map(({ collection, tag }) => [collection, tag])) }
}

function stored(id: string, version: number, text: string): StoredDocument {
  return { id, version, text, value: decode(text, 0, 'a stored document') }
}
