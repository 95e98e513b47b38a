import { type ChildProcess, spawn } from 'node:child_process'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { parseArgs } from 'node:util'
import * as fc from 'fast-check'
import { answerServer } from '../../cloudfunctions/server/answer'
import {
  type DocumentRequest,
  type DocumentWorld,
  documentWorld,
  judged,
  made,
  requestOf,
} from '../../test/fuzz/document'
import { operations } from '../../test/support/openapi'
import type { ServerAnswer } from '../../test/support/server-world'

/**
 * `npm run check:server -- --runs 10000 --seed 1`: requests made from docs/openapi.json, valid and damaged, go through
 * Prism, a published validating proxy, to the server function. Prism and our own validator must know every answer, none
 * may be a 5xx, what is refused must change nothing, and every call of the document must have been answered well.
 */
const { values } = parseArgs({ options: { runs: { type: 'string' }, seed: { type: 'string' } } })
const runs = Number(values.runs ?? 10_000)
const seed = Number(values.seed ?? Date.now() % 2 ** 31)
const worldLasts = 250
/** ms one answer may take on a crowded machine. */
const patienceMs = 60_000

let world: DocumentWorld
/** Requests the server has seen. */
let seen = 0

async function main(): Promise<void> {
  world = await documentWorld()
  const hub = await startHub()
  const prism = await startPrism(`http://127.0.0.1:${port(hub)}/http/server/v1`)
  console.log(`seed ${seed}, ${runs} requests through Prism`)
  const tally = { well: 0, refused: 0, byProxy: 0 }
  const answered = new Set<string>()
  let done = 0
  try {
    await fc.assert(
      fc.asyncProperty(made, async each => {
        if (++done % worldLasts === 0) world = await documentWorld()
        if (done % 1000 === 0) console.log(`${done} sent`)
        const request = requestOf(each, world)
        const { said, wrong } = await judged(request, world, sent => through(prism.url, sent))
        if (wrong !== null) throw new Error(`${request.method} ${request.path.slice(0, 200)}: ${wrong}`)
        if (said === null) tally.byProxy += 1
        else if (said.status >= 400) tally.refused += 1
        else {
          tally.well += 1
          answered.add(request.operation.name)
        }
      }),
      { seed, numRuns: runs, endOnFailure: true },
    )
  } finally {
    prism.process.kill()
    hub.closeAllConnections()
    hub.close()
  }
  console.log(
    `${tally.well} answered well, ${tally.refused} refused, ${tally.byProxy} that the proxy itself let not through`,
  )
  const never = operations.filter(({ name }) => !answered.has(name)).map(({ name }) => name)
  if (never.length > 0) throw new Error(`never answered well: ${never.join(', ')}`)
  console.log('every answer is one of docs/openapi.json, none is a 5xx, what was refused changed nothing')
}

const port = (server: Server) => (server.address() as AddressInfo).port

/** HTTP access in front of the function, as the gateway of the cloud does it. */
async function startHub(): Promise<Server> {
  const server = createServer((request, response) => {
    // One that the proxy gives up half-way is its own affair.
    serve(request, response).catch(() => response.destroy())
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  return server
}

async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = (await bodyOf(request)).toString('utf8')
  seen += 1
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://hub')
  const said = await answerServer(() => world.deps, {
    path: decoded(pathname),
    httpMethod: request.method,
    headers: request.headers,
    queryStringParameters: Object.fromEntries(searchParams),
    requestContext: { requestId: 'r' },
    body,
    isBase64Encoded: false,
  })
  response.writeHead(said.statusCode, said.headers).end(said.body)
}

function decoded(pathname: string): string {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return pathname
  }
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}

async function startPrism(upstream: string): Promise<{ url: string; process: ChildProcess }> {
  const free = await freePort()
  const program = path.join(__dirname, 'node_modules/@stoplight/prism-cli/dist/index.js')
  const document = path.resolve(__dirname, '../../docs/openapi.json')
  const options = ['--port', String(free), '--validate-request', 'false', '--verboseLevel', 'error']
  const child = spawn(process.execPath, [program, 'proxy', document, upstream, ...options], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, SCARF_ANALYTICS: 'false', DO_NOT_TRACK: '1' },
  })
  const url = `http://127.0.0.1:${free}`
  for (let tries = 0; tries < 200; tries++) {
    if (child.exitCode !== null) throw new Error('the proxy did not start')
    const up = await fetch(`${url}/events`).then(
      () => true,
      () => false,
    )
    if (up) return { url, process: child }
    await new Promise(resolve => setTimeout(resolve, 200))
  }
  child.kill()
  throw new Error('the proxy does not answer')
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const free = port(server)
  await new Promise(done => server.close(done))
  return free
}

/** null: the proxy itself does not let such a request through, so that the server has never seen it. */
async function through(proxy: string, request: DocumentRequest): Promise<ServerAnswer | null> {
  const { method, body, idempotencyKey } = request
  // Prism passes the length of a body that is `null` on, and not the body: the server would wait for it.
  if (body === 'null') return null
  const before = seen
  const query = new URLSearchParams(request.query).toString()
  const response = await posted(`${proxy}${request.path}${query === '' ? '' : `?${query}`}`, {
    method,
    headers: {
      authorization: `Bearer ${world.key}`,
      ...(body !== null && { 'content-type': 'application/json' }),
      ...(idempotencyKey !== null && { 'idempotency-key': idempotencyKey }),
    },
    ...(body !== null && { body }),
  })
  if (response === null) return null
  const text = await response.text()
  const headers = Object.fromEntries(response.headers)
  if (seen === before) {
    if (request.valid) throw new Error(`the proxy refuses what the document allows: ${text.slice(0, 500)}`)
    return null
  }
  const violations: { location: string[] }[] = JSON.parse(headers['sl-violations'] ?? '[]')
  const said = violations.filter(({ location }) => location[0] === 'response')
  if (said.length > 0)
    throw new Error(
      `${request.operation.name} ${response.status}: Prism says ${JSON.stringify(said).slice(0, 1000)}`,
    )
  return { status: response.status, headers, text, json: null }
}

/** null: the proxy hung up before the server had seen anything. */
async function posted(url: string, init: RequestInit): Promise<Response | null> {
  const before = seen
  try {
    return await fetch(url, { ...init, signal: AbortSignal.timeout(patienceMs) })
  } catch (error) {
    if (seen === before) return null
    throw new Error(
      `no answer came through: ${error instanceof Error ? String(error.cause ?? error.name) : 'unknown'}`,
    )
  }
}

main().catch(error => {
  console.error(error instanceof Error ? `${error.message}`.slice(0, 3000) : error)
  if (error instanceof Error && error.cause) console.error(String(error.cause).slice(0, 2000))
  process.exitCode = 1
})
