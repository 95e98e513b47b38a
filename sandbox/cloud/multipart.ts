import { GatewayError } from './errors'

/** The parts of a multipart/form-data body, by name. Values stay bytes: openapi requests are binary. */
export function parseMultipart(body: Buffer, contentType: string): Map<string, Buffer> {
  const boundary = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType)
  const marker = boundary?.[1] ?? boundary?.[2]
  if (!marker) throw new GatewayError('INVALID_PARAM', 'the multipart body has no boundary')
  const parts = new Map<string, Buffer>()
  const delimiter = Buffer.from(`--${marker}`)
  let start = body.indexOf(delimiter)
  while (start !== -1) {
    const from = start + delimiter.length
    const end = body.indexOf(Buffer.concat([Buffer.from('\r\n'), delimiter]), from)
    if (end === -1) break
    addPart(parts, body.subarray(from + 2, end))
    start = end + 2
  }
  return parts
}

function addPart(parts: Map<string, Buffer>, part: Buffer): void {
  const gap = part.indexOf('\r\n\r\n')
  if (gap === -1) return
  const name = /name="([^"]*)"/i.exec(part.subarray(0, gap).toString('utf8'))?.[1]
  if (name !== undefined) parts.set(name, part.subarray(gap + 4))
}
