import http, { createServer, type IncomingMessage, type Server } from 'node:http'
import https from 'node:https'
import type { AddressInfo } from 'node:net'
import { textOf } from './sdk'

type Sdk = typeof import('./sdk')

/** As a new instance has it, which has asked nothing yet. */
function begun() {
  let begun: (Sdk & { init: jest.SpyInstance }) | undefined
  jest.isolateModules(() => {
    const init = jest.spyOn(require('wx-server-sdk'), 'init')
    begun = { init, ...(require('./sdk') as Sdk) }
  })
  if (!begun) throw new Error('not loaded')
  return begun
}

let gateway: Server
let connections: number
let asked: Record<string, unknown>[]
const agents = [http.globalAgent, https.globalAgent] as const

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return JSON.parse(Buffer.concat(chunks).toString())
}

beforeEach(async () => {
  connections = 0
  asked = []
  gateway = createServer(async (request, response) => {
    asked.push(await bodyOf(request))
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ requestId: 'r', data: { list: [] } }))
  })
  gateway.on('connection', () => {
    connections += 1
  })
  await new Promise<void>(resolve => gateway.listen(0, '127.0.0.1', resolve))
  const { port } = gateway.address() as AddressInfo
  // What the platform gives a function (sandbox/cloud/environment.ts).
  Object.assign(process.env, {
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `http://127.0.0.1:${port}/admin` }),
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    SCF_NAMESPACE: 'env',
    TCB_ENV: 'env',
    TENCENTCLOUD_SECRETID: 'x',
    TENCENTCLOUD_SECRETKEY: 'x',
  })
  // As Node has them from 19 on.
  http.globalAgent = new http.Agent({ keepAlive: true })
  https.globalAgent = new https.Agent({ keepAlive: true })
})
afterEach(async () => {
  jest.restoreAllMocks()
  ;[http.globalAgent, https.globalAgent] = agents
  gateway.closeAllConnections()
  await new Promise(resolve => gateway.close(resolve))
})

test('every question to the database has a connection of its own: an old one may be closed by now', async () => {
  const { database } = begun()
  for (let question = 0; question < 3; question++) await database().collection('any').limit(1).get()
  expect(connections).toBe(3)
  expect(Object(https.globalAgent).keepAlive).toBe(false)
  expect(asked).toMatchObject(Array(3).fill({ envName: 'env', collectionName: 'any' }))
})

test('the database is opened once, in the environment the function runs in', () => {
  const { database, cloudCalls, init } = begun()
  const opened = database()
  const agent = http.globalAgent
  cloudCalls()
  expect(database()).toBe(opened)
  expect(http.globalAgent).toBe(agent)
  expect(init.mock.calls).toEqual([[{ env: Symbol.for('SYMBOL_CURRENT_ENV') }]])
})

test('who only calls functions has connections of his own as well', () => {
  begun().cloudCalls()
  expect(Object(http.globalAgent).keepAlive).toBe(false)
})

test.each([
  ['o-alice', 'o-alice'],
  ['', null],
  [undefined, null],
  // The SDK makes a number of it; no openid is one.
  ['7', null],
])('the platform vouches for %j', (openid, caller) => {
  const { WX_CONTEXT_KEYS, WX_OPENID } = process.env
  try {
    process.env.WX_CONTEXT_KEYS = 'WX_OPENID'
    if (openid === undefined) Reflect.deleteProperty(process.env, 'WX_OPENID')
    else process.env.WX_OPENID = openid
    expect(begun().callerOpenid()).toBe(caller)
  } finally {
    for (const [name, before] of Object.entries({ WX_CONTEXT_KEYS, WX_OPENID }))
      if (before === undefined) Reflect.deleteProperty(process.env, name)
      else process.env[name] = before
  }
})

test.each([{ message: '40029' }, { errMsg: '40029' }, { errCode: 40029 }, { errCode: 40029, code: '1' }])(
  'a code is found wherever it stands, and is one by itself: %j',
  where => {
    expect(textOf(Object.assign(new Error('failed 3'), where))).toMatch(/\b40029\b/)
  },
)
