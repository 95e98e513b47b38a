import type http from 'node:http'
import { isRecord } from '../record'
import type { ClientDoor } from './client-door'
import type { Gateway } from './gateway'
import type { Host } from './host'
import type { Storage } from './storage'
import type { Timers } from './timers'
import type { GivenCode, SentMessage } from './types'

/** What every address has at hand. */
export interface Services {
  envId: string
  appId: string
  host: Host
  gateway: Gateway
  clientDoor: ClientDoor
  storage: Storage
  timers: Timers
  issuePhoneCode: (phoneNumber: string, openid?: string) => string
  codes: () => GivenCode[]
  agreeToMessages: (openid: string, templates: readonly string[]) => Record<string, string> | null
  messages: () => SentMessage[]
}

export interface Exchange {
  request: http.IncomingMessage
  response: http.ServerResponse
  url: URL
  /** What follows the first step of the path. */
  rest: string
  services: Services
}

export class BodyTooLarge extends Error {}

export async function read(request: http.IncomingMessage, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    const bytes = Buffer.from(chunk)
    size += bytes.length
    if (size > limit) throw new BodyTooLarge()
    chunks.push(bytes)
  }
  return Buffer.concat(chunks)
}

export function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

export function send(response: http.ServerResponse, status: number, value: unknown): void {
  sendText(response, status, 'application/json; charset=utf-8', JSON.stringify(value))
}

export function sendText(
  response: http.ServerResponse,
  status: number,
  contentType: string,
  body: string,
): void {
  response.writeHead(status, { 'content-type': contentType }).end(body)
}

/** The body as a JSON object; undefined when it is anything else. */
export function jsonObject(body: Buffer): Record<string, unknown> | undefined {
  try {
    const event: unknown = JSON.parse(body.toString('utf8'))
    return isRecord(event) ? event : undefined
  } catch {
    return undefined
  }
}
