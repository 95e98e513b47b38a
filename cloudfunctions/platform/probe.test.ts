import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createProbe } from './probe'

let server: Server
async function serve(answer: RequestListener): Promise<string> {
  server = createServer(answer)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}
afterEach(() => {
  server.closeAllConnections()
  server.close()
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
  server.closeAllConnections()
  await new Promise(resolve => server.close(resolve))
  expect(await createProbe(3000)('GET', url)).toEqual({ failure: 'connect' })
})
