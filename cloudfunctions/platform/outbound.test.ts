import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createOutbound, isPostable, type Resolve } from './outbound'

let server: Server | null = null

afterEach(async () => {
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
  [`https://hook.example.com/${'a'.repeat(500)}`, false],
])('%s may be registered: %s', (url, may) => {
  expect(isPostable(url, false)).toBe(may)
})

test('the local world may register loopback', () => {
  expect(isPostable('http://127.0.0.1:8691/hook', true)).toBe(true)
  expect(isPostable('http://localhost:8691/hook', true)).toBe(true)
  expect(isPostable('http://10.0.0.1:8691/hook', true)).toBe(false)
})
