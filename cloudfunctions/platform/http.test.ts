import dns from 'node:dns'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createHttp } from './http'

/** Patient enough for a machine that stands still for a moment. */
const http = createHttp({ timeoutMs: 5000, connectTimeoutMs: 5000 })
let server: Server | null = null

async function serve(listener: RequestListener): Promise<string> {
  const started = createServer(listener)
  server = started
  await new Promise<void>(resolve => started.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(started.address() as AddressInfo).port}/`
}

afterEach(async () => {
  server?.closeAllConnections()
  await new Promise(resolve => (server ? server.close(resolve) : resolve(null)))
  server = null
})

test('the answer comes with its status, whatever that is', async () => {
  const url = await serve((_request, response) => response.writeHead(442).end('{"code":442}'))
  await expect(http({ method: 'GET', url, headers: {} })).resolves.toEqual({
    status: 442,
    body: '{"code":442}',
  })
})

test('a connection serves one request: the other side may close it while an instance stands still', async () => {
  let connections = 0
  const url = await serve((_request, response) => response.end('ok'))
  server?.on('connection', () => {
    connections += 1
  })
  for (let request = 0; request < 3; request++) await http({ method: 'GET', url, headers: {} })
  expect(connections).toBe(3)
})

test('method, headers and body arrive as given', async () => {
  const url = await serve((request, response) => {
    request.setEncoding('utf8')
    request.on('data', body => response.end(`${request.method} ${request.headers['x-test']} ${body}`))
  })
  const answer = await http({ method: 'POST', url, headers: { 'x-test': '1' }, body: '测试' })
  expect(answer.body).toBe('POST 1 测试')
})

test('nobody there: nothing was sent', async () => {
  await expect(http({ method: 'GET', url: 'http://127.0.0.1:1/', headers: {} })).rejects.toMatchObject({
    reason: 'connect',
    sent: false,
  })
})

test('an answer that does not come may all the same have happened', async () => {
  const url = await serve(() => {})
  const impatient = createHttp({ timeoutMs: 1000, connectTimeoutMs: 1000 })
  await expect(impatient({ method: 'POST', url, headers: {}, body: 'x' })).rejects.toMatchObject({
    reason: 'timeout',
    sent: true,
  })
})

test('a dropped connection may all the same have happened', async () => {
  const url = await serve(request => request.socket.destroy())
  await expect(http({ method: 'POST', url, headers: {}, body: 'x' })).rejects.toMatchObject({
    reason: 'reset',
    sent: true,
  })
})

test('half an answer is no answer', async () => {
  const url = await serve((request, response) => {
    response.writeHead(200, { 'content-length': '100' })
    response.write('half')
    setTimeout(() => request.socket.destroy(), 10)
  })
  await expect(http({ method: 'GET', url, headers: {} })).rejects.toMatchObject({
    reason: 'reset',
    sent: true,
  })
})

test('an endless answer is cut off', async () => {
  const url = await serve((_request, response) => response.end(Buffer.alloc(2 * 1024 * 1024)))
  await expect(http({ method: 'GET', url, headers: {} })).rejects.toMatchObject({ reason: 'tooLarge' })
})

test.each([
  ['seconds', '7', 7000],
  ['longer than an hour', '999999', 3600_000],
  ['a time that is over', 'Wed, 21 Oct 2015 07:28:00 GMT', 0],
  ['something else', 'soon', undefined],
])('Retry-After in %s is read', async (_what, value, expected) => {
  const url = await serve((_request, response) => response.writeHead(429, { 'retry-after': value }).end('{}'))
  expect((await http({ method: 'GET', url, headers: {} })).retryAfterMs).toBe(expected)
})

describe('in production nothing inside is talked to', () => {
  const careful = createHttp({ timeoutMs: 5000, connectTimeoutMs: 5000, publicOnly: true })
  const get = (url: string) => careful({ method: 'GET', url, headers: {} })
  const inside = { reason: 'address', sent: false }

  test('an address', async () => {
    const asked = jest.fn()
    const url = await serve(asked)
    await expect(get(url)).rejects.toMatchObject(inside)
    await expect(get('http://169.254.169.254/latest/meta-data')).rejects.toMatchObject(inside)
    expect(asked).not.toHaveBeenCalled()
  })

  test.each([
    ['one address', ['10.0.0.1']],
    ['a public one beside a private one', ['93.184.216.34', '127.0.0.1']],
  ])('a name that stands for %s', async (_what, addresses) => {
    jest.spyOn(dns, 'lookup').mockImplementation(((
      _host: string,
      _options: object,
      done: (error: null, found: object[]) => void,
    ) =>
      done(
        null,
        addresses.map(address => ({ address, family: 4 })),
      )) as typeof dns.lookup)
    await expect(get('http://proxy.example.com/')).rejects.toMatchObject(inside)
    jest.restoreAllMocks()
  })
})
