export interface StoredFile {
  content: Uint8Array
  type: string
}

/** The phone's files: temporary ones (`wxfile://tmp_…`) and those below USER_DATA_PATH. */
export interface FileStore {
  /** Stores a temporary file and returns its path. */
  add(content: Uint8Array, name: string, type?: string): string
  write(path: string, file: StoredFile): void
  read(path: string): StoredFile | undefined
  remove(path: string): boolean
  /** Files saved to the album. */
  album: Uint8Array[]
}

export const userDataPath = 'wxfile://usr'

const typesByExtension: Record<string, string> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  svg: 'image/svg+xml',
  pdf: 'application/pdf',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xls: 'application/vnd.ms-excel',
  ppt: 'application/vnd.ms-powerpoint',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

export function typeOf(name: string): string {
  return typesByExtension[name.split('.').pop()?.toLowerCase() ?? ''] ?? 'application/octet-stream'
}

export function createFileStore(): FileStore {
  const files = new Map<string, StoredFile>()
  let count = 0
  return {
    album: [],
    add(content, name, type = typeOf(name)) {
      count += 1
      const path = `wxfile://tmp_${count}.${/\.(\w+)$/.exec(name)?.[1] ?? 'bin'}`
      files.set(path, { content, type })
      return path
    },
    write: (path, file) => void files.set(path, file),
    read: path => files.get(path),
    remove: path => files.delete(path),
  }
}

export function toBase64(content: Uint8Array): string {
  let binary = ''
  for (const byte of content) binary += String.fromCharCode(byte)
  return btoa(binary)
}

export function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), character => character.charCodeAt(0))
}

/** jsdom has no TextEncoder and TextDecoder. */
export function toUtf8(text: string): Uint8Array {
  const bytes: number[] = []
  const encoded = encodeURIComponent(text)
  for (let at = 0; at < encoded.length; at += 1) {
    if (encoded[at] === '%') {
      bytes.push(Number.parseInt(encoded.slice(at + 1, at + 3), 16))
      at += 2
    } else bytes.push(encoded.charCodeAt(at))
  }
  return Uint8Array.from(bytes)
}

export function fromUtf8(content: Uint8Array): string {
  let encoded = ''
  for (const byte of content) encoded += `%${byte.toString(16).padStart(2, '0')}`
  return decodeURIComponent(encoded)
}
