/** Answers that no vendor documents: cut off, far too long, or in drops. What was asked for has been done. */
import type { ServerResponse } from 'node:http'
import type { Answer } from './http'
import type { Poison } from './script'

const HUGE = 10 * 1024 * 1024
const DROP_MS = 100

export function sendPoisoned(response: ServerResponse, { status, headers, body }: Answer, how: Poison): void {
  const bytes = Buffer.from(body)
  response.writeHead(status, headers)
  if (how === 'huge') response.end(Buffer.concat([bytes, Buffer.alloc(HUGE, ' ')]))
  if (how === 'half') {
    response.write(bytes.subarray(0, Math.ceil(bytes.length / 2)))
    setTimeout(() => response.destroy(), DROP_MS)
  }
  if (how === 'drip') drip(response, bytes)
}

function drip(response: ServerResponse, bytes: Buffer): void {
  let at = 0
  const timer = setInterval(() => {
    if (at < bytes.length) response.write(bytes.subarray(at, ++at))
    else response.end()
  }, DROP_MS)
  response.on('close', () => clearInterval(timer))
}
