import fs from 'node:fs'
import type http from 'node:http'
import path from 'node:path'
import { decoded, type Exchange, read, sendText } from './exchange'
import { fileLimit } from './limits'
import { isCloudPath, StorageRefusal } from './storage'

/** Where the SDK puts files and where signed addresses point. */
export async function servePut({ request, response, rest, services }: Exchange) {
  const content = await read(request, fileLimit)
  storageAnswer(response, () => {
    services.storage.put(cloudPath(rest), request.headers.authorization, content)
    // The SDK parses whatever comes back as XML: an empty body means success.
    response.writeHead(200).end()
  })
}

export function serveGet({ response, url, rest, services }: Exchange) {
  storageAnswer(response, () => {
    const file = services.storage.open(cloudPath(rest), url.searchParams)
    const type = mediaTypes[path.extname(rest).toLowerCase()] ?? 'application/octet-stream'
    response.writeHead(200, { 'content-type': type, 'x-content-type-options': 'nosniff' })
    fs.createReadStream(file).pipe(response)
  })
}

const mediaTypes: Record<string, string> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.pdf': 'application/pdf',
  '.json': 'application/json',
  '.csv': 'text/csv; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
}

function storageAnswer(response: http.ServerResponse, work: () => void): void {
  try {
    work()
  } catch (error) {
    if (!(error instanceof StorageRefusal)) throw error
    const xml = `<Error><Code>${error.code}</Code><Message>${error.code}</Message><RequestId>sandbox</RequestId><TraceId>sandbox</TraceId></Error>`
    sendText(response, error.status, 'application/xml', xml)
  }
}

function cloudPath(rest: string): string {
  const value = decoded(rest)
  if (value === undefined || !isCloudPath(value)) throw new StorageRefusal(400, 'InvalidURI')
  return value
}
