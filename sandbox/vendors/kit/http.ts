/** What a simulator sees of a request and says in answer; bodies are kept as the bytes that arrived. */
import type { IncomingMessage } from 'node:http'

export interface SandboxRequest {
  method: string
  path: string
  query: URLSearchParams
  /** Lower-case names. */
  headers: Record<string, string>
  rawBody: Buffer
  /** The simulator's own address, e.g. `http://127.0.0.1:8687`. */
  serverUrl: string
}

export interface Answer {
  status: number
  headers: Record<string, string>
  body: string | Buffer
  /** For the traffic log only. */
  note?: string
}

/** Far above every request with one picture; a larger body is a mistake. */
export const MAX_BODY_BYTES = 8 * 1024 * 1024

/** Throws a RangeError when the body is larger than `maxBodyBytes`. */
export async function readRequest(
  message: IncomingMessage,
  serverUrl: string,
  maxBodyBytes: number,
): Promise<SandboxRequest> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of message) {
    const bytes: Buffer = Buffer.from(chunk)
    size += bytes.length
    if (size <= maxBodyBytes) chunks.push(bytes)
  }
  // Only after the end: breaking off would close the connection before the refusal is sent.
  if (size > maxBodyBytes) throw new RangeError(`the body is larger than ${maxBodyBytes} bytes`)
  const url = new URL(`http://sandbox${message.url?.startsWith('/') ? message.url : '/'}`)
  const headers: Record<string, string> = {}
  for (const [name, value] of Object.entries(message.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value
  }
  return {
    method: message.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    headers,
    rawBody: Buffer.concat(chunks),
    serverUrl,
  }
}

export function json(body: unknown, extra: { status?: number; note?: string } = {}): Answer {
  return {
    status: extra.status ?? 200,
    headers: { 'content-type': 'application/json;charset=UTF-8' },
    body: JSON.stringify(body),
    note: extra.note,
  }
}

export function page(markup: string, extra: { status?: number; note?: string; csp?: string } = {}): Answer {
  const headers: Record<string, string> = {
    'content-type': 'text/html;charset=UTF-8',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
  }
  if (extra.csp) headers['content-security-policy'] = extra.csp
  return { status: extra.status ?? 200, headers, body: markup, note: extra.note }
}

export type ParsedBody = { ok: true; value: unknown } | { ok: false; problem: string }

export function parseJsonBody(request: SandboxRequest): ParsedBody {
  const contentType = request.headers['content-type'] ?? ''
  const [mediaType = '', ...parameters] = contentType.split(';').map(part => part.trim().toLowerCase())
  if (mediaType !== 'application/json') {
    return { ok: false, problem: `Content-Type must be application/json, not "${contentType}"` }
  }
  const charset = parameters.find(parameter => parameter.startsWith('charset='))
  if (charset && charset.replaceAll('"', '') !== 'charset=utf-8') {
    return { ok: false, problem: `the charset must be UTF-8, not "${charset.slice('charset='.length)}"` }
  }
  try {
    return { ok: true, value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(request.rawBody)) }
  } catch {
    return { ok: false, problem: 'the body is not valid JSON in UTF-8' }
  }
}

export function parseFormBody(rawBody: Buffer): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(rawBody.toString('utf8')))
}
