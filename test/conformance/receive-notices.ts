import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { NoticeAnswer, RawNotice } from '../../cloudfunctions/vendors/driver'

/**
 * Stands where the `callback` function stands: keeps the raw bytes, and answers what the driver wants answered. A
 * request that is no POST is a probe, and not kept. `addresses`: one for every start, or the one of the whole account.
 */
export async function receiveNotices(
  { statusCode, headers, body }: NoticeAnswer,
  addresses: 'many' | 'one' = 'many',
) {
  const byPath = new Map<string, RawNotice[]>()
  let current = '/notice'
  let count = 0
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', chunk => chunks.push(chunk))
    request.on('end', () => {
      const path = request.url ?? ''
      const sent = Object.entries(request.headers).map(([name, value]) => [name, String(value)])
      const notice: RawNotice = { body: Buffer.concat(chunks), headers: Object.fromEntries(sent), query: {} }
      if (request.method === 'POST') byPath.set(path, [...(byPath.get(path) ?? []), notice])
      response.writeHead(statusCode, headers).end(body)
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    /** A fresh address, or the one there is with nothing arrived. */
    freshUrl() {
      count += 1
      if (addresses === 'many') current = `/notice/${count}`
      byPath.delete(current)
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
