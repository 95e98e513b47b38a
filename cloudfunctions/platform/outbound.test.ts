import dns from 'node:dns'
import http, { createServer, type RequestListener, type Server } from 'node:http'
import https from 'node:https'
import type { AddressInfo } from 'node:net'
import { performance } from 'node:perf_hooks'
import { heldRequest } from '../../test/support/held-request'
import { type Budget, unlimited } from './budget'
import { createOutbound, isPostable, type Resolve } from './outbound'

let server: Server | null = null

afterEach(async () => {
  jest.restoreAllMocks()
  server?.closeAllConnections()
  await new Promise(done => (server ? server.close(done) : done(null)))
  server = null
})

async function receiver(listener: RequestListener): Promise<string> {
  server = createServer(listener)
  await new Promise<void>(done => server?.listen(0, '127.0.0.1', done))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`
}

const sandbox = createOutbound({ timeoutMs: 2000, allowLoopback: true })
const request = (url: string) => ({
  url,
  headers: { 'content-type': 'application/json' },
  body: '{"a":"中"}',
})

test('the body arrives byte for byte, and the status comes back', async () => {
  const seen: Buffer[] = []
  const url = await receiver((incoming, answer) => {
    expect([incoming.method, incoming.headers]).toMatchObject([
      'POST',
      { 'content-type': 'application/json', 'content-length': '11', connection: 'close' },
    ])
    incoming.on('data', chunk => seen.push(chunk))
    incoming.on('end', () => answer.writeHead(204, { 'retry-after': '7' }).end())
  })
  expect(await sandbox(request(url))).toEqual({ status: 204, retryAfter: '7' })
  expect(Buffer.concat(seen).toString()).toBe('{"a":"中"}')
})

test('a redirect is an answer, not a way', async () => {
  let calls = 0
  const url = await receiver((_incoming, answer) => {
    calls += 1
    answer.writeHead(307, { location: '/elsewhere' }).end()
  })
  expect(await sandbox(request(url))).toMatchObject({ status: 307 })
  expect(calls).toBe(1)
})

test('an endless answer is cut off', async () => {
  let sent = 0
  const url = await receiver((_incoming, answer) => {
    answer.writeHead(200)
    const more = () => {
      while (!answer.destroyed && answer.write(Buffer.alloc(1024))) sent += 1024
    }
    answer.on('drain', more)
    more()
  })
  expect(await sandbox(request(url))).toMatchObject({ status: 200 })
  expect(sent).toBeLessThan(8_000_000)
})

test('no answer, half an answer, no receiver', async () => {
  const silent = await receiver(() => {})
  expect(await createOutbound({ timeoutMs: 100, allowLoopback: true })(request(silent))).toEqual({
    failure: 'timeout',
  })
  server?.closeAllConnections()
  await new Promise(done => server?.close(done))
  expect(await sandbox(request(silent))).toEqual({ failure: 'connect' })
  const half = await receiver((_incoming, answer) => {
    answer.writeHead(200, { 'content-length': '100' }).write('half')
    setTimeout(() => answer.destroy(), 20)
  })
  expect(await sandbox(request(half))).toEqual({ failure: 'reset' })
})

test('a line that breaks off before the answer', async () => {
  const url = await receiver(incoming => incoming.socket.destroy())
  expect(await sandbox(request(url))).toEqual({ failure: 'reset' })
})

test('a line that does not stand in its time', async () => {
  const { outgoing } = heldRequest(http)
  const impatient = createOutbound({ timeoutMs: 10, allowLoopback: true })
  expect(await impatient(request('http://127.0.0.1/'))).toEqual({ failure: 'connect' })
  expect(outgoing.destroy).toHaveBeenCalled()
})

describe('what a run may wait', () => {
  /** What is left of it, each time it is asked. */
  function leaving(...ms: number[]): Budget {
    return { ...unlimited, hasTime: () => true, left: () => ms.shift() ?? 0 }
  }
  const at = (timeoutMs: number, left: [before: number, after: number], resolve: Resolve) =>
    createOutbound({ timeoutMs, allowLoopback: false, resolve, budget: leaving(...left) })(
      request('https://hook.example.com/'),
    )
  const failing: Resolve = () => Promise.reject(new Error('ENOTFOUND'))

  test.each<[string, number, [number, number], object]>([
    ['ends before it had a fair time', 60_000, [4999, 0], { cut: true }],
    ['ends after five seconds', 60_000, [5000, 0], { failure: 'connect' }],
    ['ends with all the time it is ever given', 3000, [3000, 0], { failure: 'connect' }],
    ['has not ended yet', 60_000, [4999, 1], { failure: 'connect' }],
  ])('a receiver whose run %s', async (_what, timeoutMs, left, answer) => {
    expect(await at(timeoutMs, left, failing)).toEqual(answer)
  })

  test('an address that must not be talked to is one whatever time is left', async () => {
    const inside: Resolve = async () => [{ address: '10.0.0.1', family: 4 }]
    expect(await at(60_000, [4999, 0], inside)).toEqual({ failure: 'address' })
  })

  test('an answer that came at the last moment is one', async () => {
    const url = await receiver((_incoming, answer) => answer.writeHead(204).end())
    const outbound = createOutbound({ timeoutMs: 60_000, allowLoopback: true, budget: leaving(4999, 0) })
    expect(await outbound(request(url))).toMatchObject({ status: 204 })
  })

  test('without time nothing is sent, nor looked up', async () => {
    const resolve = jest.fn(failing)
    const budget = { ...unlimited, hasTime: () => false }
    const outbound = createOutbound({ timeoutMs: 500, allowLoopback: false, resolve, budget })
    expect(await outbound(request('https://hook.example.com/'))).toEqual({ cut: true })
    expect(resolve).not.toHaveBeenCalled()
  })

  test.each([
    [60, 40],
    [500, 1],
  ])('a look-up of %i ms leaves %i of a hundred to the receiver', async (took, left) => {
    heldRequest(https)
    jest
      .spyOn(performance, 'now')
      .mockReturnValueOnce(1000)
      .mockReturnValueOnce(1000 + took)
    const waits = jest.spyOn(globalThis, 'setTimeout')
    const resolve: Resolve = async () => [{ address: '8.8.8.8', family: 4 }]
    const outbound = createOutbound({ timeoutMs: 100, allowLoopback: false, resolve })
    expect(await outbound(request('https://hook.example.com/'))).toEqual({ failure: 'connect' })
    expect(waits.mock.calls.map(([, ms]) => ms)).toEqual([100, left])
  })
})

describe('addresses', () => {
  const to =
    (...addresses: string[]): Resolve =>
    async () =>
      addresses.map(address => ({ address, family: address.includes(':') ? 6 : 4 }))
  const answerFrom = (url: string, resolve: Resolve, allowLoopback = false) =>
    createOutbound({ timeoutMs: 500, allowLoopback, resolve })(request(url))

  test.each(['127.0.0.1', '169.254.169.254', '10.0.0.1', '::ffff:127.0.0.1', '100.64.0.1', 'fd00::1'])(
    'a name that stands for %s is refused',
    async address => {
      expect(await answerFrom('https://hook.example.com/', to(address))).toEqual({ failure: 'address' })
    },
  )

  test('one bad address among good ones is enough', async () => {
    expect(await answerFrom('https://hook.example.com/', to('8.8.8.8', '10.0.0.1'))).toEqual({
      failure: 'address',
    })
    expect(await answerFrom('https://hook.example.com/', to())).toEqual({ failure: 'address' })
  })

  test('the connection goes to the address that was checked: the name is resolved once', async () => {
    const url = new URL(await receiver((_incoming, answer) => answer.writeHead(200).end()))
    let lookups = 0
    const changing: Resolve = async () => {
      lookups += 1
      return lookups === 1 ? [{ address: '127.0.0.1', family: 4 }] : [{ address: '10.0.0.1', family: 4 }]
    }
    expect(await answerFrom(`http://changing.example.com:${url.port}/hook`, changing, true)).toMatchObject({
      status: 200,
    })
    expect(lookups).toBe(1)
  })

  test('loopback is for the local world only, and only on this machine', async () => {
    const url = await receiver((_incoming, answer) => answer.writeHead(200).end())
    expect(await createOutbound({ timeoutMs: 500, allowLoopback: false })(request(url))).toEqual({
      failure: 'address',
    })
    expect(await answerFrom('http://hook.example.com/', to('8.8.8.8'), true)).toEqual({ failure: 'address' })
  })

  test('a public receiver is called at its first address, whichever way the connection asks for it', async () => {
    const held = heldRequest(https)
    const answer = answerFrom('https://hook.example.com/a', to('8.8.8.8', '2606:4700::1111'))
    await new Promise(setImmediate)
    expect(held.asked()).toMatchObject([new URL('https://hook.example.com/a'), { method: 'POST' }])
    const first = { address: '8.8.8.8', family: 4 }
    expect(held.found('hook.example.com')).toEqual([
      [null, [first]],
      [null, '8.8.8.8', 4],
    ])
    held.outgoing.emit('error', new Error('refused'))
    expect(await answer).toEqual({ failure: 'connect' })
  })

  test('https at another port, and what is no address at all', async () => {
    const bad = { failure: 'address' }
    expect(await answerFrom('https://hook.example.com:8443/', to('8.8.8.8'))).toEqual(bad)
    expect(await answerFrom('hook.example.com', to('8.8.8.8'))).toEqual(bad)
  })

  test.each(['https://10.0.0.1/', 'https://[fd00::1]/'])('%s stands for itself', async url => {
    const resolve = jest.fn(to('8.8.8.8'))
    expect(await answerFrom(url, resolve)).toEqual({ failure: 'address' })
    expect(resolve).not.toHaveBeenCalled()
  })

  test('of the system all addresses of a name are asked, in its order', async () => {
    let error: Error | null = null
    const lookup = jest
      .spyOn(dns, 'lookup')
      .mockImplementation(((_host: string, _options: object, done: (...answer: unknown[]) => void) =>
        done(error, [{ address: '8.8.8.8' }, { address: '10.0.0.1' }])) as typeof dns.lookup)
    const careful = createOutbound({ timeoutMs: 500, allowLoopback: false })
    const url = 'https://hook.example.com/'
    expect(await careful(request(url))).toEqual({ failure: 'address' })
    const options = { all: true, verbatim: true }
    expect(lookup.mock.calls).toEqual([['hook.example.com', options, expect.any(Function)]])
    error = new Error('ENOTFOUND')
    expect(await careful(request(url))).toEqual({ failure: 'connect' })
  })

  test('once the name is resolved nothing waits for it', async () => {
    jest.useFakeTimers()
    try {
      await answerFrom('https://hook.example.com/', to('10.0.0.1'))
      expect(jest.getTimerCount()).toBe(0)
    } finally {
      jest.useRealTimers()
    }
  })

  test('a name that cannot be resolved, or not in time', async () => {
    const failing: Resolve = () => Promise.reject(new Error('ENOTFOUND'))
    expect(await answerFrom('https://hook.example.com/', failing)).toEqual({ failure: 'connect' })
    expect(await answerFrom('https://hook.example.com/', () => new Promise(() => {}))).toEqual({
      failure: 'connect',
    })
  })
})

test.each([
  ['https://hook.example.com/a?b=1', true],
  ['https://hook.example.com:443/', true],
  ['https://8.8.8.8/', true],
  ['http://hook.example.com/', false],
  ['https://hook.example.com:8443/', false],
  ['https://user:secret@hook.example.com/', false],
  ['https://user@hook.example.com/', false],
  ['https://:secret@hook.example.com/', false],
  ['https://hook.example.com/#a', false],
  ['https://127.0.0.1/', false],
  ['https://2130706433/', false],
  ['https://0x7f.1/', false],
  ['https://[::1]/', false],
  ['https://[::ffff:127.0.0.1]/', false],
  ['https://[::ffff:8.8.8.8]/', false],
  ['https://localhost/', false],
  ['https://db.internal/', false],
  ['https://metadata/', false],
  ['https://169.254.169.254/', false],
  ['ftp://hook.example.com/', false],
  ['not an address', false],
  ['https://[2606:4700::1111]/', true],
  [`https://hook.example.com/${'a'.repeat(475)}`, true],
  [`https://hook.example.com/${'a'.repeat(476)}`, false],
])('%s may be registered: %s', (url, may) => {
  expect(isPostable(url, false)).toBe(may)
})

test('the local world may register loopback', () => {
  expect(isPostable('http://127.0.0.1:8691/hook', true)).toBe(true)
  expect(isPostable('http://localhost:8691/hook', true)).toBe(true)
  expect(isPostable('http://10.0.0.1:8691/hook', true)).toBe(false)
  expect(isPostable('ftp://127.0.0.1/hook', true)).toBe(false)
})
