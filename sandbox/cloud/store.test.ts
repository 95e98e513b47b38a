import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import path from 'node:path'
import Database from 'libsql'
import { encode } from './ejson'
import { openStore } from './store'
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

test('what was overwritten or removed is in no file any more: not in the database, not in its log', () => {
  const folder = temporaryFolder()
  const store = openStore(folder)
  store.createCollection('c')
  const gone: string[] = []
  // Of all sizes, so that pages are split, joined, and continued on others.
  for (let n = 0; n < 200; n++) {
    const id = `document-${n}`
    const secret = `secret-${n}-of-before`
    store.commit([
      { collection: 'c', id, text: encode({ _id: id, secret, pad: 'x'.repeat((n * 977) % 9000) }) },
    ])
    gone.push(secret)
    const text = n % 3 === 0 ? undefined : encode({ _id: id, pad: 'y'.repeat((n * 331) % 3000) })
    store.commit([{ collection: 'c', id: `document-${n}`, text }])
    expect(inFiles(folder, secret)).toEqual([])
  }
  for (const secret of gone) expect(inFiles(folder, secret)).toEqual([])
  store.close()
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
