/** Files inside JSON: base64, of the allowed kinds by their first bytes, of the allowed size. */

export type FileKind = 'PNG' | 'JPG' | 'PDF'

const MAGIC: Record<FileKind, Buffer> = {
  PNG: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  JPG: Buffer.from([0xff, 0xd8, 0xff]),
  PDF: Buffer.from('%PDF-', 'latin1'),
}

export interface FileRule {
  kinds: readonly FileKind[]
  maxMegabytes: number
}

export const LICENCE: FileRule = { kinds: ['PNG', 'JPG'], maxMegabytes: 5 }
export const LETTER: FileRule = { kinds: ['PNG', 'JPG', 'PDF'], maxMegabytes: 8 }

/** Without a `data:` prefix and without line breaks. */
export const isBase64 = (text: string): boolean => Buffer.from(text, 'base64').toString('base64') === text

/** What is wrong with a file, for the end of a Chinese sentence. */
export function fileProblem(text: string, { kinds, maxMegabytes }: FileRule): string | undefined {
  if (text === '' || !isBase64(text)) return '不是base64编码'
  const bytes = Buffer.from(text, 'base64')
  if (bytes.length > maxMegabytes * 1024 * 1024) return `大小超过${maxMegabytes}MB`
  const isKnown = kinds.some(kind => bytes.subarray(0, MAGIC[kind].length).equals(MAGIC[kind]))
  return isKnown ? undefined : `格式不是${kinds.join('、')}`
}
