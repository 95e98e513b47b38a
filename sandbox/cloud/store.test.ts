import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import path from 'node:path'
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
