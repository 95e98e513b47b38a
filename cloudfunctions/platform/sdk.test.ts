import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { database } from './sdk'

test('every question to the database has a connection of its own: an old one may be closed by now', async () => {
  let connections = 0
  const gateway = createServer((_request, response) => {
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
  try {
    for (let question = 0; question < 3; question++) await database().collection('any').limit(1).get()
    expect(connections).toBe(3)
  } finally {
    gateway.closeAllConnections()
    await new Promise(resolve => gateway.close(resolve))
  }
})
