import fs from 'node:fs'
import path from 'node:path'
import { buildFixtures, cleanUp, startTestCloud, temporaryFolder } from './testing/cloud'

afterAll(cleanUp)

const timer = (config: string, name = 'sweep') => ({ name, type: 'timer', config })
const every = '0 * * * * * *'

test.each([
  ['two triggers', { triggers: [timer(every), timer(every, 'other')] }, /triggers holds 2 entries/],
  ['a cron of six fields', { triggers: [timer('* * * * * *')] }, /triggers\[0\]\.config needs 7 fields/],
  [
    'a cron out of range',
    { triggers: [timer('99 * * * * * *')] },
    /triggers\[0\]\.config has "99" for second/,
  ],
  ['a trigger name with a dot', { triggers: [timer(every, 'a.b')] }, /triggers\[0\]\.name must be/],
  ['a trigger name of 61', { triggers: [timer(every, 'a'.repeat(61))] }, /triggers\[0\]\.name must be/],
  [
    'another type of trigger',
    { triggers: [{ ...timer(every), type: 'cos' }] },
    /triggers\[0\]\.type must be/,
  ],
  ['a permission without class', { permissions: { openapi: ['getUnlimited'] } }, /permissions\.openapi\[0\]/],
])(
  'a config.json with %s stops the start and names the file and the field',
  async (_what, config, message) => {
    const start = startTestCloud([{ name: 'plain', fixture: 'plain', config }])
    await expect(start).rejects.toThrow(message)
    await expect(start).rejects.toThrow(/plain.config\.json/)
  },
)

test('a config.json that is no JSON stops the start', async () => {
  const functionsDir = await buildFixtures([{ name: 'plain', fixture: 'plain', config: {} }])
  fs.writeFileSync(path.join(functionsDir, 'plain', 'config.json'), '{')
  await expect(startTestCloud([{ name: 'plain', fixture: 'plain' }], { functionsDir })).rejects.toThrow(
    /not valid JSON/,
  )
})

test('environment variables of more than 4 KB are refused', async () => {
  const start = (size: number) => startTestCloud([], { env: { KEY: 'x'.repeat(size) } })
  await expect(start(4094)).rejects.toThrow(/4097 bytes together; the platform allows 4096/)
  await expect(start(4093)).resolves.toBeDefined()
})

test.each(['TENCENTCLOUD_SECRETID', 'WX_OPENID', 'TCB_ENV', 'SCF_NAMESPACE', 'TRIGGER_SRC'])(
  'the variable %s belongs to the platform',
  async name => {
    await expect(startTestCloud([], { env: { [name]: 'x' } })).rejects.toThrow(/belongs to the platform/)
  },
)

test('a port that is taken rejects with EADDRINUSE and gives the data folder back', async () => {
  const first = await startTestCloud([])
  const dataDir = path.join(temporaryFolder(), 'data')
  await expect(startTestCloud([], { port: first.port, dataDir })).rejects.toMatchObject({
    code: 'EADDRINUSE',
  })
  await expect(startTestCloud([], { dataDir })).resolves.toBeDefined()
})

test('a data folder has one cloud at a time', async () => {
  const { dataDir } = await startTestCloud([])
  await expect(startTestCloud([], { dataDir })).rejects.toMatchObject({ code: 'EDATADIRINUSE' })
})

test('the server listens on this machine only and answers /healthz', async () => {
  const { url, port } = await startTestCloud([])
  expect(url).toBe(`http://127.0.0.1:${port}`)
  expect((await fetch(`${url}/healthz`)).status).toBe(200)
})

test('documents and files are there after a restart', async () => {
  const first = await startTestCloud([{ name: 'sdk', fixture: 'sdk' }])
  await first.invoke('sdk', { code: '({ db }) => db.createCollection("kept")' })
  await first.invoke('sdk', { code: '({ db }) => db.collection("kept").add({ data: { _id: "a", n: 1 } })' })
  await first.close()
  const second = await startTestCloud([{ name: 'sdk', fixture: 'sdk' }], { dataDir: first.dataDir })
  const found = await second.invoke('sdk', { code: '({ db }) => db.collection("kept").doc("a").get()' })
  expect(found).toMatchObject({ data: { _id: 'a', n: 1 } })
})
