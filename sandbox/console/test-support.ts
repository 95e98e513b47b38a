/** For tests only: a simulator and a cloud that remember what they were asked, and a console before them. */
import { type RunningServer, startServer } from '../vendors/kit/server'
import { type ConsoleOptions, type RunningConsole, startConsole } from './index'

export interface Asked {
  method: string
  path: string
  body: string
}

export interface Fake extends RunningServer {
  asked: Asked[]
}

export interface Reply {
  status?: number
  body: unknown
}

/** Answers by `METHOD /path`, query left out; anything else is 404. */
export async function startFake(replies: Record<string, Reply>): Promise<Fake> {
  const asked: Asked[] = []
  const server = await startServer({
    host: '127.0.0.1',
    port: 0,
    handle: async (request, response) => {
      let body = ''
      for await (const chunk of request) body += String(chunk)
      const method = request.method ?? ''
      const path = request.url ?? ''
      asked.push({ method, path, body })
      const reply = replies[`${method} ${path.split('?')[0]}`] ?? { status: 404, body: { error: 'unknown' } }
      response.writeHead(reply.status ?? 200, { 'content-type': 'application/json' })
      response.end(JSON.stringify(reply.body))
    },
  })
  return { ...server, asked }
}

/** An address at which nobody listens. */
export async function deadUrl(): Promise<string> {
  const server = await startFake({})
  await server.close()
  return server.url
}

export const logEntry = (id: number, at: string, more: Record<string, unknown> = {}) => ({
  id,
  at,
  direction: 'in',
  method: 'POST',
  path: '/v2/personalauth/result',
  query: {},
  headers: {},
  body: null,
  status: 200,
  answer: { code: 0 },
  ms: 0,
  note: null,
  ...more,
})

export function startTestConsole(options: Partial<ConsoleOptions>): Promise<RunningConsole> {
  return startConsole({
    host: '127.0.0.1',
    port: 0,
    phone: async (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<title>phone</title>')
      return true
    },
    vendors: [],
    cloudUrl: 'http://127.0.0.1:9',
    cloudTraffic: () => [],
    ...options,
  })
}
