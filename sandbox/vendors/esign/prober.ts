/** The GET requests that a notify address gets during face recognition. */
import http from 'node:http'
import https from 'node:https'
import type { TrafficLog } from '../kit/traffic-log'

/** As the kit's callbacks: nothing outside this machine is ever called. */
const CALLABLE_HOSTS = ['127.0.0.1', 'localhost']
const TIMEOUT_MS = 5000

export function createProber(log: TrafficLog) {
  let abort = new AbortController()

  const record = (url: URL, startedAt: number, status: number | null, note: string) =>
    log.add({
      at: new Date().toISOString(),
      direction: 'out',
      method: 'GET',
      path: url.origin + url.pathname,
      query: Object.fromEntries(url.searchParams),
      headers: {},
      body: null,
      status,
      answer: null,
      ms: Math.round(performance.now() - startedAt),
      note,
    })

  return {
    /** Its answer changes nothing. */
    probe(address: string): void {
      const url = new URL(address)
      const startedAt = performance.now()
      const { signal } = abort
      if (!CALLABLE_HOSTS.includes(url.hostname)) {
        record(url, startedAt, null, `probe not sent: the sandbox calls only ${CALLABLE_HOSTS.join(' and ')}`)
        return
      }
      const client = url.protocol === 'https:' ? https : http
      const request = client.get(url, { agent: false, timeout: TIMEOUT_MS, signal }, response => {
        response.resume()
        record(url, startedAt, response.statusCode ?? null, 'GET probe during face recognition')
      })
      request.on('timeout', () => request.destroy(new Error('no answer in time')))
      request.on('error', error => {
        if (!signal.aborted)
          record(url, startedAt, null, `GET probe during face recognition: ${error.message}`)
      })
    },
    stop(): void {
      abort.abort()
      abort = new AbortController()
    },
  }
}

export type Prober = ReturnType<typeof createProber>
