/** The business licence of `miniappexchangewithlicense`. */
import { UploadedFile } from '../kit/multipart'
import { type Parse, Refusal } from '../kit/shape'

/** Ours: the vendor documents no limit. */
export const MAX_LICENCE_BYTES = 5 * 1024 * 1024

/** The bytes a file of each type begins with; what the client declares does not count. */
const MAGIC: Record<string, Buffer> = {
  jpg: Buffer.from([0xff, 0xd8, 0xff]),
  png: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  pdf: Buffer.from('%PDF-'),
}

/** What is remembered of a licence; its bytes are not. */
export interface Licence {
  type: string
  size: number
}

export const licenceFile: Parse<Licence> = (value, at) => {
  if (!(value instanceof UploadedFile)) throw new Refusal(`${at} must be a file, with a filename`)
  const { bytes } = value
  if (bytes.length === 0) throw new Refusal(`${at} is an empty file`)
  if (bytes.length > MAX_LICENCE_BYTES) {
    throw new Refusal(`${at} has ${bytes.length} bytes; the sandbox takes ${MAX_LICENCE_BYTES}`)
  }
  const type = Object.keys(MAGIC).find(one => {
    const magic = MAGIC[one]
    return magic !== undefined && bytes.subarray(0, magic.length).equals(magic)
  })
  if (type === undefined) throw new Refusal(`${at} is no JPEG, PNG or PDF, by its first bytes`)
  return { type, size: bytes.length }
}
