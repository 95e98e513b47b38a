import { EventEmitter } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import https from 'node:https'
import { type AddressInfo, createServer as createTcpServer } from 'node:net'
import { heldRequest } from '../../test/support/held-request'
import { createBudget } from './budget'
import { createDownload, createHttp, HttpFailure } from './http'

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
  jest.restoreAllMocks()
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

test('a time that is over before the line is secure has sent nothing', async () => {
  // Takes the call and never says a word: not even the greeting of TLS comes back.
  const silent = createTcpServer(socket => socket.resume())
  await new Promise<void>(resolve => silent.listen(0, '127.0.0.1', resolve))
  const url = `https://127.0.0.1:${(silent.address() as AddressInfo).port}/`
  const impatient = createHttp({ timeoutMs: 200, connectTimeoutMs: 5000 })
  await expect(impatient({ method: 'POST', url, headers: {}, body: 'x' })).rejects.toMatchObject({
    reason: 'timeout',
    sent: false,
  })
  await new Promise(resolve => silent.close(resolve))
})

test('over TLS something may have been sent once the line is secure, and not before', async () => {
  for (const [event, failure] of [
    ['connect', { reason: 'connect', sent: false }],
    ['secureConnect', { reason: 'reset', sent: true }],
  ] as const) {
    const { outgoing } = heldRequest(https)
    const asked = http({ method: 'POST', url: 'https://vendor.example/', headers: {}, body: 'x' })
    const socket = new EventEmitter()
    outgoing.emit('socket', socket)
    socket.emit(event)
    outgoing.emit('error', new Error('gone'))
    await expect(asked).rejects.toMatchObject(failure)
    jest.restoreAllMocks()
  }
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

const poisoned: [string, RequestListener][] = [
  ['headers at once, the body in drops', (_request, response) => drip(response.writeHead(200), ' ')],
  ['headers in drops', request => drip(request.socket, 'HTTP/1.1 200 OK\r\nx: y\r\n')],
  [
    'a body that was said to be longer',
    (_request, response) => response.writeHead(200, { 'content-length': 9 }).write('{}'),
  ],
  ['ten megabytes', (_request, response) => response.end(Buffer.alloc(10 * 1024 * 1024, '1'))],
  ['a body without end', (_request, response) => flood(response)],
]
const drip = (to: NodeJS.WritableStream, text: string) => {
  let at = 0
  const timer = setInterval(() => to.write(text[at++ % text.length] ?? ''), 20)
  to.on('close', () => clearInterval(timer))
}
const flood = (response: NodeJS.WritableStream) => {
  const chunk = Buffer.alloc(64 * 1024, '1')
  const more = () => {
    while (response.write(chunk));
  }
  response.on('drain', more)
  more()
}

test.each(poisoned)('%s: one call ends in its time, and a run in its own', async (_what, listener) => {
  const url = await serve(listener)
  const budget = createBudget()
  const impatient = createHttp({ timeoutMs: 300, connectTimeoutMs: 300, budget })
  const since = performance.now()
  await budget.run(2600, async () => {
    const asked: string[] = []
    for (let call = 0; call < 40 && asked.at(-1) !== 'budget'; call++)
      await impatient({ method: 'POST', url, headers: {}, body: 'x' }).catch((error: unknown) =>
        asked.push(error instanceof HttpFailure && error.sent ? 'lost' : 'budget'),
      )
    expect(asked.length).toBeGreaterThan(1)
    expect(budget.left()).toBeGreaterThanOrEqual(1000)
  })
  // A tenth of it would be slow; ten times as long is a call that does not end.
  expect(performance.now() - since).toBeLessThan(30_000)
})

test('what a run has no time for is not sent', async () => {
  let requests = 0
  const url = await serve((_request, response) => {
    requests += 1
    response.end('ok')
  })
  const budget = createBudget()
  const asked = budget.run(1000, () =>
    createHttp({ timeoutMs: 5000, connectTimeoutMs: 5000, budget })({ method: 'GET', url, headers: {} }),
  )
  await expect(asked).rejects.toMatchObject({ reason: 'budget', sent: false })
  expect(requests).toBe(0)
})

describe('a file', () => {
  const download = createDownload({ timeoutMs: 5000, connectTimeoutMs: 5000 })

  test('comes as its bytes, as many as were allowed', async () => {
    const bytes = Buffer.from([0xff, 0xd8, 0x00, 0x80])
    const url = await serve((_request, response) => response.end(bytes))
    await expect(download(url, 4)).resolves.toEqual(bytes)
  })

  test('that says it is larger is not even begun; one that does not say so is cut off', async () => {
    let sent = 0
    const url = await serve((request, response) => {
      if (request.url === '/told') response.writeHead(200, { 'content-length': '100000000' })
      const more = () => {
        sent += 1
        if (!response.destroyed) response.write(Buffer.alloc(64 * 1024), () => setImmediate(more))
      }
      if (request.url === '/told') response.flushHeaders()
      else more()
    })
    await expect(download(`${url}told`, 1000)).rejects.toMatchObject({ reason: 'tooLarge' })
    expect(sent).toBe(0)
    await expect(download(`${url}chunks`, 1_000_000)).rejects.toMatchObject({ reason: 'tooLarge' })
    expect(sent).toBeLessThan(200)
  })

  test('that is not there is none', async () => {
    const url = await serve((_request, response) => response.writeHead(403).end('<Error/>'))
    await expect(download(url, 1000)).rejects.toMatchObject({ reason: 'status', sent: true })
  })
})

test('a download, too, is not begun when a run has no time for it', async () => {
  let asked = 0
  const url = await serve((_request, response) => {
    asked += 1
    response.end('x')
  })
  const budget = createBudget()
  const download = createDownload({ timeoutMs: 5000, connectTimeoutMs: 5000, budget })
  await expect(budget.run(1000, () => download(url, 10))).rejects.toMatchObject({
    reason: 'budget',
    sent: false,
  })
  expect(asked).toBe(0)
})

test('a line that does not stand in its time has sent nothing', async () => {
  const silent = createTcpServer(socket => socket.resume())
  await new Promise<void>(resolve => silent.listen(0, '127.0.0.1', resolve))
  const { port } = silent.address() as AddressInfo
  const impatient = createHttp({ timeoutMs: 5000, connectTimeoutMs: 50 })
  const asked = impatient({ method: 'GET', url: `https://127.0.0.1:${port}/`, headers: {} })
  await expect(asked).rejects.toMatchObject({ reason: 'connect', sent: false, name: 'HttpFailure' })
  await new Promise(resolve => silent.close(resolve))
})

test('a failure says what it was, and what is to be checked where somebody can', () => {
  expect(new HttpFailure('connect', false).message).toBe('no answer: connect')
  expect(new HttpFailure('budget', false).message).toContain('the next run goes on')
})

test.each([
  ['x5', undefined],
  ['5x', undefined],
  ['1234567890', undefined],
  ['5', 5000],
  ['0', 0],
  ['999999999', 3600_000],
])('a wish for quiet of %j seconds is %p', async (wish, retryAfterMs) => {
  const url = await serve((_request, response) => response.writeHead(429, { 'retry-after': wish }).end())
  expect((await http({ method: 'GET', url, headers: {} })).retryAfterMs).toBe(retryAfterMs)
})
