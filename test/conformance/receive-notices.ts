import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { RawNotice } from '../../cloudfunctions/vendors/driver'

/** Stands where the `callback` function stands, and keeps the raw bytes. */
export async function receiveNotices() {
  const byPath = new Map<string, RawNotice[]>()
  let current = ''
  let addresses = 0
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', chunk => chunks.push(chunk))
    request.on('end', () => {
      const path = request.url ?? ''
      const headers = { 'content-type': request.headers['content-type'] ?? '' }
      byPath.set(path, [...(byPath.get(path) ?? []), { body: Buffer.concat(chunks), headers, query: {} }])
      response.setHeader('content-type', 'application/json').end('{"code":0}')
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    freshUrl() {
      addresses += 1
      current = `/notice/${addresses}`
      return `http://127.0.0.1:${port}${current}`
    },
    received(count: number): RawNotice[] | null {
      const notices = byPath.get(current) ?? []
      return notices.length >= count ? notices : null
    },
    close: () =>
      new Promise<void>(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
