/** multipart/form-data (RFC 7578) on the bytes that arrived; strict, since every client writes it by a library. */

/** A class, so that a shape can tell a file from an object. */
export class UploadedFile {
  constructor(
    readonly filename: string,
    /** As the client declares it; empty when it does not. */
    readonly type: string,
    readonly bytes: Buffer,
  ) {}
}

export type FormParts = Record<string, string | UploadedFile>
export type ParsedForm = { ok: true; parts: FormParts } | { ok: false; problem: string }

const CRLF = '\r\n'
const HEADERS_END = Buffer.from(CRLF + CRLF)
const MAX_PART_HEADERS = 2048

class FormProblem extends Error {}

export function isMultipart(contentType: string): boolean {
  return /^multipart\/form-data\s*(;|$)/i.test(contentType.trim())
}

export function parseMultipart(contentType: string, body: Buffer): ParsedForm {
  try {
    if (!isMultipart(contentType)) {
      throw new FormProblem(`Content-Type must be multipart/form-data, not "${contentType}"`)
    }
    const boundary = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))\s*(?:;|$)/i.exec(contentType)
    if (!boundary) throw new FormProblem('the Content-Type names no boundary')
    const parts: FormParts = Object.create(null)
    for (const raw of split(body, boundary[1] ?? boundary[2] ?? '')) {
      const { name, value } = partOf(raw)
      if (name in parts) throw new FormProblem(`the part "${name}" comes twice`)
      parts[name] = value
    }
    return { ok: true, parts: { ...parts } }
  } catch (error) {
    if (error instanceof FormProblem) return { ok: false, problem: error.message }
    throw error
  }
}

/** A delimiter stands on a line of its own; the same bytes elsewhere, or with more behind them, are content. */
function split(body: Buffer, boundary: string): Buffer[] {
  const dashes = `--${boundary}`
  if (!body.subarray(0, dashes.length).equals(Buffer.from(dashes))) {
    throw new FormProblem('the body does not begin with its boundary')
  }
  const delimiter = Buffer.from(CRLF + dashes)
  const parts: Buffer[] = []
  let at = dashes.length
  for (;;) {
    const after = body.subarray(at, at + 2).toString('latin1')
    if (after === '--') break
    if (after !== CRLF) throw new FormProblem('the first boundary does not end its line')
    const start = at + 2
    // Searched from the line break before the part, so that a part without content ends too.
    let end = body.indexOf(delimiter, start - 2)
    while (end !== -1) {
      const next = body.subarray(end + delimiter.length, end + delimiter.length + 2).toString('latin1')
      if (next === CRLF || next === '--') break
      end = body.indexOf(delimiter, end + 1)
    }
    if (end === -1) throw new FormProblem('the body ends without its closing boundary')
    parts.push(body.subarray(start, Math.max(start, end)))
    at = end + delimiter.length
  }
  const rest = body.subarray(at + 2).toString('latin1')
  if (rest !== '' && rest !== CRLF) throw new FormProblem('something follows the closing boundary')
  return parts
}

function partOf(raw: Buffer): { name: string; value: string | UploadedFile } {
  const headersEnd = raw.indexOf(HEADERS_END)
  if (headersEnd === -1 || headersEnd > MAX_PART_HEADERS) throw new FormProblem('a part has no headers')
  const headers = headersOf(raw.subarray(0, headersEnd).toString('utf8'))
  const content = raw.subarray(headersEnd + HEADERS_END.length)
  const encoding = headers['content-transfer-encoding'] ?? 'binary'
  if (!/^(binary|8bit|7bit)$/i.test(encoding)) {
    throw new FormProblem(`Content-Transfer-Encoding ${encoding} is not taken`)
  }
  const parameters = dispositionOf(headers['content-disposition'] ?? '')
  const { name, filename } = parameters ?? {}
  if (!name) throw new FormProblem('a part has no Content-Disposition: form-data with a name')
  if (filename !== undefined) {
    return { name, value: new UploadedFile(filename, headers['content-type'] ?? '', content) }
  }
  try {
    return { name, value: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content) }
  } catch {
    throw new FormProblem(`the part "${name}" is neither text in UTF-8 nor a file with a filename`)
  }
}

function headersOf(text: string): Record<string, string> {
  const headers: Record<string, string> = {}
  for (const line of text.split(CRLF)) {
    const [, name, value] = /^([\w-]+):\s*(.*)$/.exec(line) ?? []
    if (name === undefined || value === undefined) throw new FormProblem('a part has a broken header line')
    headers[name.toLowerCase()] = value.trim()
  }
  return headers
}

const PARAMETER = /;\s*([\w*-]+)=(?:"((?:\\"|[^"])*)"|([^\s;"]+))\s*/y

/** Read from left to right, so that a file's name cannot pass for a parameter. Quotes come as `\"` or `%22`. */
function dispositionOf(header: string): Record<string, string> | undefined {
  const [type] = /^form-data\s*/i.exec(header) ?? []
  if (type === undefined) return undefined
  const parameters: Record<string, string> = {}
  PARAMETER.lastIndex = type.length
  for (let found = PARAMETER.exec(header); found; found = PARAMETER.exec(header)) {
    const [whole, key = '', quoted, bare = ''] = found
    parameters[key.toLowerCase()] = (quoted ?? bare).replaceAll('\\"', '"').replaceAll('%22', '"')
    const end = found.index + whole.length
    if (end === header.length) return parameters
    PARAMETER.lastIndex = end
  }
  return undefined
}
