/** For tests only: a JSON client, a receiver of callbacks, and patience. */
import http from 'node:http'
import { isRecord } from '../../record'

export interface JsonAnswer {
  status: number
  headers: Headers
  body: Record<string, unknown>
}

export async function ask(
  url: string,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<JsonAnswer> {
  const type: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' }
  const response = await fetch(url + path, {
    method,
    headers: { ...type, ...headers },
    body: typeof body === 'string' || body === undefined ? body : JSON.stringify(body),
  })
  const text = await response.text()
  const parsed: unknown = text === '' ? {} : JSON.parse(text)
  return { status: response.status, headers: response.headers, body: isRecord(parsed) ? parsed : {} }
}

export function textOf(record: unknown, ...keys: string[]): string {
  const value = keys.reduce<unknown>((inner, key) => (isRecord(inner) ? inner[key] : undefined), record)
  if (typeof value !== 'string') throw new Error(`no text at ${keys.join('.')}`)
  return value
}

export interface Receiver {
  url: string
  received: { path: string; contentType: string; body: string; form: Record<string, string> }[]
  /** Of the same calls. */
  headers: http.IncomingHttpHeaders[]
  close(): Promise<void>
}

/** `answers` and `status`: what the first, second … call gets; the last one repeats. */
export async function startReceiver(
  answers = ['{"code":0}'],
  status: number | number[] = 200,
): Promise<Receiver> {
  const received: Receiver['received'] = []
  const headers: Receiver['headers'] = []
  const statuses = [status].flat()
  const server = http.createServer((request, response) => {
    let body = ''
    request.on('data', chunk => {
      body += String(chunk)
    })
    request.on('end', () => {
      headers.push(request.headers)
      received.push({
        path: request.url ?? '',
        contentType: request.headers['content-type'] ?? '',
        body,
        form: Object.fromEntries(new URLSearchParams(body)),
      })
      response.writeHead(statuses[received.length - 1] ?? statuses.at(-1) ?? 200, {
        'content-type': 'application/json',
      })
      response.end(answers[received.length - 1] ?? answers.at(-1))
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    headers,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

export const pause = (ms: number) => new Promise<void>(resolve => setTimeout(resolve, ms))

export async function until(condition: () => boolean | Promise<boolean>, patienceMs = 15_000): Promise<void> {
  const deadline = performance.now() + patienceMs
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error(`waited ${patienceMs} ms in vain`)
    await pause(5)
  }
}
