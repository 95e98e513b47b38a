import { EventEmitter } from 'node:events'
import http, { createServer, type RequestListener, type Server } from 'node:http'
import https from 'node:https'
import type { AddressInfo } from 'node:net'
import { heldRequest } from '../../test/support/held-request'
import { createProbe } from './probe'

let server: Server | undefined
async function serve(answer: RequestListener): Promise<string> {
  const started = createServer(answer)
  server = started
  await new Promise<void>(resolve => started.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(started.address() as AddressInfo).port}/`
}
afterEach(() => {
  jest.restoreAllMocks()
  server?.closeAllConnections()
  server?.close()
  server = undefined
})

test('any answer is one, with how far our clock is ahead of its own', async () => {
  const url = await serve((_request, response) => {
    response.writeHead(404, { date: new Date(Date.now() - 120_000).toUTCString() })
    response.end('no such thing')
  })
  const answer = await createProbe(3000)('GET', url)
  if ('failure' in answer) throw new Error(answer.failure)
  expect(answer.status).toBe(404)
  expect(answer.body).toBe('no such thing')
  expect(answer.ahead).toBeGreaterThan(118_000)
  expect(answer.ahead).toBeLessThan(122_000)
})

test('half of the way counts, and half of the second a header stands for', async () => {
  const { outgoing } = heldRequest(http)
  jest.spyOn(Date, 'now').mockReturnValueOnce(1_700_000_000_000).mockReturnValueOnce(1_700_000_002_000)
  const answer = createProbe(3000)('GET', 'http://127.0.0.1/')
  const date = new Date(1_700_000_000_000).toUTCString()
  const incoming = Object.assign(new EventEmitter(), {
    statusCode: 204,
    headers: { date },
    setEncoding: () => undefined,
  })
  outgoing.emit('response', incoming)
  incoming.emit('end')
  expect(await answer).toEqual({ status: 204, ms: 2000, ahead: 500, body: '' })
})

test('an address that begins with https is asked over it, and the line is kept for nobody', async () => {
  const held = heldRequest(https)
  expect(await createProbe(10)('HEAD', 'https://callback.example/a')).toEqual({ failure: 'timeout' })
  expect(held.asked()).toEqual(['https://callback.example/a', { method: 'HEAD', agent: false }])
})

test('without a date nothing is said about clocks', async () => {
  const url = await serve((_request, response) => {
    response.sendDate = false
    response.end()
  })
  expect(await createProbe(3000)('HEAD', url)).toMatchObject({ status: 200, ahead: null })
})

test('of an answer without end 4 KB are read', async () => {
  const url = await serve((_request, response) => {
    const more = () => {
      while (!response.destroyed && response.write('x'.repeat(1000)));
      response.once('drain', more)
    }
    more()
  })
  expect(await createProbe(3000)('GET', url)).toMatchObject({ body: 'x'.repeat(4096) })
})

test('who does not answer, or is not there, is told apart', async () => {
  const url = await serve(() => undefined)
  expect(await createProbe(50)('GET', url)).toEqual({ failure: 'timeout' })
  server?.closeAllConnections()
  await new Promise(resolve => server?.close(resolve))
  expect(await createProbe(3000)('GET', url)).toEqual({ failure: 'connect' })
})
