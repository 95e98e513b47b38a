/** How the console's server answers, and how it refuses. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { isRecord } from '../record'
import type { Problem, ProblemCode } from './shapes'

export interface Answer {
  status: number
  body: unknown
}

/** Thrown anywhere in a route, answered as JSON. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: ProblemCode,
    sentence: string,
  ) {
    super(sentence)
  }
}

/** Far above every script. */
const MAX_BODY_BYTES = 64 * 1024

/** Nothing is loaded from elsewhere; the phone's frame brings its own policy. */
const CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

export function sendJson(response: ServerResponse, { status, body }: Answer): void {
  sendText(response, status, 'application/json; charset=utf-8', JSON.stringify(body))
}

export function sendText(response: ServerResponse, status: number, type: string, text: string): void {
  response.writeHead(status, {
    'content-type': type,
    'cache-control': 'no-store',
    'content-security-policy': CSP,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  })
  response.end(text)
}

export function sendRedirect(response: ServerResponse, location: string): void {
  response.writeHead(302, { location, 'cache-control': 'no-store' }).end()
}

/** To be saved, not shown. */
export function sendFile(response: ServerResponse, name: string, type: string, content: Buffer): void {
  response.writeHead(200, {
    'content-type': type,
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
  response.end(content)
}

export function problemAnswer(error: unknown): Answer {
  const problem: Problem =
    error instanceof Refusal
      ? { code: error.code, error: error.message }
      : { code: 'broken', error: error instanceof Error ? error.message : String(error) }
  return { status: error instanceof Refusal ? error.status : 500, body: problem }
}

/** An empty body counts as `{}`. */
export async function readBody(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk)
    size += bytes.length
    if (size > MAX_BODY_BYTES) {
      throw new Refusal(413, 'badRequest', `the body is larger than ${MAX_BODY_BYTES} bytes`)
    }
    chunks.push(bytes)
  }
  const body = parsed(Buffer.concat(chunks).toString('utf8') || '{}')
  if (!isRecord(body)) throw new Refusal(400, 'badRequest', 'the body must be a JSON object')
  return body
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Refusal(400, 'badRequest', 'the body is not valid JSON')
  }
}
