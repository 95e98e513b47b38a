import fs from 'node:fs'
import path from 'node:path'
import Database from 'libsql'

/** The SQLite file of a local cloud: who has it, how it is written, and what of before is left in it. */
export interface DataFile {
  database: InstanceType<typeof Database>
  /** To be said after something was overwritten or removed: within a second it is in no file any more. */
  forgetSoon(): void
  close(): void
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

/**
 * ms for which the log may hold what was overwritten: to empty it costs several times what a write costs, and everybody
 * who writes meanwhile shares it.
 */
const logTime = 1000

export function openDataFile(dataDir: string): DataFile {
  const database = openDatabase(dataDir)
  let emptying: NodeJS.Timeout | undefined
  const forgetSoon = () => {
    emptying ??= setTimeout(forget, logTime).unref()
  }
  const forget = () => {
    emptying = undefined
    try {
      emptyLog(database)
    } catch {
      // A full disk passes, and whoever opens the file next empties its log in any case.
      forgetSoon()
    }
  }
  return {
    database,
    forgetSoon,
    close: () => {
      clearTimeout(emptying)
      release(database)
    },
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
