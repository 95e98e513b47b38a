import type { ServerResponse } from 'node:http'

/** Larger answers are not passed on, bytes. */
const largest = 20 * 1024 * 1024
const timeoutMs = 30_000

/** Fetches for the phone, which unlike a page of the browser may read from any site of its list. */
export async function passDownload(
  response: ServerResponse,
  domains: readonly string[],
  address: string,
): Promise<true> {
  if (!domains.some(domain => originOf(domain) === originOf(address)) || originOf(address) === null)
    return fail(response, 403, 'url not in domain list')
  try {
    const answer = await fetch(address, { redirect: 'manual', signal: AbortSignal.timeout(timeoutMs) })
    const content = Buffer.from(await answer.arrayBuffer())
    if (content.length > largest) return fail(response, 502, 'the file is too large')
    response.writeHead(200, {
      'content-type': 'application/octet-stream',
      'cache-control': 'no-store',
      'x-download-status': String(answer.status),
    })
    response.end(content)
    return true
  } catch {
    return fail(response, 502, 'connect failed')
  }
}

function originOf(address: string): string | null {
  try {
    const { protocol, origin } = new URL(address)
    return protocol === 'http:' || protocol === 'https:' ? origin : null
  } catch {
    return null
  }
}

function fail(response: ServerResponse, status: number, errMsg: string): true {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' })
  response.end(JSON.stringify({ errMsg }))
  return true
}
