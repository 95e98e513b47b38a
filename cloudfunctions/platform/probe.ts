import http, { type IncomingMessage } from 'node:http'
import https from 'node:https'

/** What came back, or why nothing did. */
export type ProbeAnswer =
  | {
      status: number
      /** ms until it began to answer. */
      ms: number
      /** ms our clock is ahead of the other's, right to half a second or so; null: it does not tell the time. */
      ahead: number | null
      /** At most 4 KB. */
      body: string
    }
  | { failure: 'connect' | 'timeout' }

/** Knocks at an address of our own settings. Never throws. */
export type Probe = (method: 'GET' | 'HEAD', url: string) => Promise<ProbeAnswer>

const longestBody = 4096

export function createProbe(timeoutMs: number): Probe {
  return (method, url) =>
    new Promise(resolve => {
      const began = Date.now()
      const transport = url.startsWith('https:') ? https : http
      const outgoing = transport.request(url, { method, agent: false })
      const ended = (answer: ProbeAnswer) => {
        clearTimeout(waiting)
        outgoing.destroy()
        resolve(answer)
      }
      const waiting = setTimeout(() => ended({ failure: 'timeout' }), timeoutMs)
      outgoing.on('error', () => ended({ failure: 'connect' }))
      outgoing.on('response', incoming => {
        const came = Date.now()
        const ms = came - began
        const ahead = aheadOf(incoming.headers.date, came - ms / 2)
        readBody(incoming, body => ended({ status: incoming.statusCode ?? 0, ms, ahead, body }))
      })
      outgoing.end()
    })
}

function readBody(incoming: IncomingMessage, done: (body: string) => void): void {
  let body = ''
  incoming.setEncoding('utf8')
  incoming.on('data', (chunk: string) => {
    body = (body + chunk).slice(0, longestBody)
    if (body.length === longestBody) done(body)
  })
  incoming.on('end', () => done(body))
}

/** The header counts whole seconds: on average it is half of one old. */
function aheadOf(date: string | undefined, at: number): number | null {
  const told = Date.parse(String(date))
  return Number.isNaN(told) ? null : Math.round(at - (told + 500))
}
