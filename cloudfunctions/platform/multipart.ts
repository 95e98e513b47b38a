import { randomBytes } from 'node:crypto'

export interface MultipartFile {
  field: string
  filename: string
  contentType: string
  bytes: Buffer
}

/** A multipart/form-data body (RFC 7578). Fields that are not set are left out. */
export function multipart(
  fields: Record<string, string | undefined>,
  file: MultipartFile,
): { contentType: string; body: Buffer } {
  const boundary = `----realname-hub-${randomBytes(16).toString('hex')}`
  const parts: Buffer[] = []
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined) continue
    parts.push(
      Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`),
    )
  }
  const disposition = `form-data; name="${file.field}"; filename="${file.filename}"`
  const head = `--${boundary}\r\ncontent-disposition: ${disposition}\r\ncontent-type: ${file.contentType}\r\n\r\n`
  parts.push(Buffer.from(head), file.bytes, Buffer.from(`\r\n--${boundary}--\r\n`))
  return { contentType: `multipart/form-data; boundary=${boundary}`, body: Buffer.concat(parts) }
}
