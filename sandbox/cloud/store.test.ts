import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import path from 'node:path'
import Database from 'libsql'
import { encode } from './ejson'
import { openStore, type Store } from './store'
import { cleanUp, temporaryFolder } from './testing/cloud'

afterAll(cleanUp)

test('documents and their order survive closing and opening', () => {
  const folder = temporaryFolder()
  const first = openStore(folder)
  first.createCollection('c')
  for (const id of ['z', 'a', 'm']) first.commit([{ collection: 'c', id, text: encode({ _id: id, n: 1 }) }])
  first.commit([{ collection: 'c', id: 'z', text: encode({ _id: 'z', n: 2 }) }])
  first.commit([{ collection: 'c', id: 'a', text: undefined }])
  first.close()
  const second = openStore(folder)
  expect([...second.scan('c')].map(each => each.value)).toEqual([
    { _id: 'z', n: 2 },
    { _id: 'm', n: 1 },
  ])
  expect(second.hasCollection('c')).toBe(true)
  second.close()
})

test('versions go on after opening, so that an old one never comes back', () => {
  const folder = temporaryFolder()
  const first = openStore(folder)
  first.createCollection('c')
  first.commit([{ collection: 'c', id: 'a', text: encode({ _id: 'a' }) }])
  const before = first.read('c', 'a')?.version ?? 0
  first.close()
  const second = openStore(folder)
  second.commit([{ collection: 'c', id: 'b', text: encode({ _id: 'b' }) }])
  expect(second.read('c', 'b')?.version).toBeGreaterThan(before)
  second.close()
})

test('only the owner may read the files', () => {
  const folder = path.join(temporaryFolder(), 'data')
  const store = openStore(folder)
  store.createCollection('c')
  store.commit([{ collection: 'c', id: 'a', text: encode({ _id: 'a' }) }])
  expect(fs.statSync(folder).mode & 0o777).toBe(0o700)
  for (const file of fs.readdirSync(folder)) {
    expect([file, fs.statSync(path.join(folder, file)).mode & 0o777]).toEqual([file, 0o600])
  }
  store.close()
})

test('a folder in use is refused with the owner in the text, and free again after close', () => {
  const folder = temporaryFolder()
  const store = openStore(folder)
  expect(() => openStore(folder)).toThrow(
    expect.objectContaining({
      code: 'EDATADIRINUSE',
      message: expect.stringContaining(`process ${process.pid}`),
    }),
  )
  store.close()
  openStore(folder).close()
})

test('a folder whose owner was killed is taken over', async () => {
  const folder = temporaryFolder()
  const code = `
    const Database = require('libsql')
    const database = new Database(process.argv[1])
    database.pragma('locking_mode = EXCLUSIVE')
    database.pragma('journal_mode = WAL')
    database.exec('create table if not exists probe (a)')
    console.log('open')
    setInterval(() => {}, 1000)
  `
  const child = spawn(process.execPath, ['-e', code, path.join(folder, 'documents.sqlite')])
  await once(child.stdout, 'data')
  expect(() => openStore(folder)).toThrow(expect.objectContaining({ code: 'EDATADIRINUSE' }))
  child.kill('SIGKILL')
  await once(child, 'exit')
  openStore(folder).close()
})

const inFiles = (folder: string, text: string): string[] =>
  fs.readdirSync(folder).filter(file => fs.readFileSync(path.join(folder, file)).includes(text))

describe('what was overwritten or removed', () => {
  beforeEach(() => {
    jest.useFakeTimers()
  })
  afterEach(() => {
    jest.useRealTimers()
  })
  const put = (store: Store, id: string, content: object | undefined) =>
    store.commit([{ collection: 'c', id, text: content && encode({ _id: id, ...content }) }])
  const logSize = (folder: string) => fs.statSync(path.join(folder, 'documents.sqlite-wal')).size

  test('is in no file any more a second later: not in the database, not in its log', () => {
    const folder = temporaryFolder()
    const store = openStore(folder)
    store.createCollection('c')
    // Of all sizes, so that pages are split, joined, and continued on others.
    for (let n = 0; n < 200; n++) {
      const id = `document-${n}`
      const secret = `secret-${n}-of-before`
      put(store, id, { secret, pad: 'x'.repeat((n * 977) % 9000) })
      put(store, id, n % 3 === 0 ? undefined : { pad: 'y'.repeat((n * 331) % 3000) })
      jest.advanceTimersByTime(1000)
      expect(inFiles(folder, '-of-before')).toEqual([])
    }
    store.close()
  })

  test('costs those who write nothing: the log is emptied once for all of a second', () => {
    const folder = temporaryFolder()
    const store = openStore(folder)
    store.createCollection('c')
    let emptied = 0
    let size = 0
    for (let n = 0; n < 100; n++) {
      put(store, 'a', { n, secret: 'of-before' })
      if (logSize(folder) < size) emptied += 1
      size = logSize(folder)
      jest.advanceTimersByTime(9)
    }
    expect([emptied, size > 0]).toEqual([0, true])
    put(store, 'a', {})
    jest.advanceTimersByTime(1000)
    expect([logSize(folder), inFiles(folder, 'of-before')]).toEqual([0, []])
    store.close()
  })

  test('is gone as soon as the store is closed, and after a crash when it is opened', () => {
    const folder = temporaryFolder()
    const store = openStore(folder)
    store.createCollection('c')
    put(store, 'a', { secret: 'of-before' })
    put(store, 'a', {})
    const crashed = temporaryFolder()
    fs.cpSync(folder, crashed, { recursive: true })
    expect(inFiles(crashed, 'of-before')).not.toEqual([])
    openStore(crashed).close()
    store.close()
    expect([inFiles(crashed, 'of-before'), inFiles(folder, 'of-before')]).toEqual([[], []])
  })
})

test('a file from before what was removed was wiped is cleaned when it is opened', () => {
  const folder = temporaryFolder()
  const old = new Database(path.join(folder, 'documents.sqlite'))
  old.exec(
    'create table documents (collection text not null, id text not null, version integer not null, body text not null, unique (collection, id)) strict',
  )
  const put = old.prepare('insert into documents (collection, id, version, body) values (?, ?, ?, ?)')
  put.run('c', 'a', 1, encode({ _id: 'a', text: 'secret-of-before' }))
  put.run('c', 'b', 2, encode({ _id: 'b', text: 'still here' }))
  old.exec("delete from documents where id = 'a'")
  old.close()
  expect(inFiles(folder, 'secret-of-before')).not.toEqual([])
  openStore(folder).close()
  expect(inFiles(folder, 'secret-of-before')).toEqual([])
  expect(inFiles(folder, 'still here')).not.toEqual([])
})
