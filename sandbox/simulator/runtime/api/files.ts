import type { ApiModule } from '../context'
import { type FileStore, fromBase64, fromUtf8, toBase64, toUtf8, typeOf, userDataPath } from '../file-store'
import { ApiFailure, text } from '../registry'
import type { Json } from '../types'

/** The FileSystemManager and `wx.env`. */
export const filesApi: ApiModule = ({ phone, registry }) => {
  const { files } = phone

  function read(path: string, encoding: unknown, position: unknown = 0, length?: unknown): unknown {
    const file = files.read(path)
    if (!file) throw missing(path, 'open')
    const start = Number(position)
    const end = length === undefined ? file.content.length : start + Number(length)
    if (start < 0 || start > file.content.length || end > file.content.length)
      throw new ApiFailure('the value of "position" or "length" is out of range', { errno: 1300066 })
    const content = file.content.slice(start, end)
    if (encoding === undefined || encoding === null || encoding === '') return content.buffer
    if (encoding === 'utf8' || encoding === 'utf-8') return fromUtf8(content)
    if (encoding === 'base64') return toBase64(content)
    if (encoding === 'binary' || encoding === 'latin1' || encoding === 'ascii') return toBinary(content)
    if (encoding === 'hex') return toHex(content)
    throw new ApiFailure(`invalid encoding ${encoding}`)
  }
  function write(path: string, data: unknown, encoding: unknown): void {
    writeUserFile(files, path, bytesOf(data, encoding))
  }
  function need(path: string, operation: string): void {
    if (!files.read(path)) throw missing(path, operation)
  }
  function unlink(path: string): void {
    need(path, 'unlink')
    files.remove(path)
  }

  const managed: Record<string, (given: Json) => unknown> = {
    readFile: given => ({ data: read(text(given.filePath), given.encoding, given.position, given.length) }),
    writeFile: given => write(text(given.filePath), given.data, given.encoding ?? 'utf8'),
    access: given => need(text(given.path), 'access'),
    unlink: given => unlink(text(given.filePath)),
    getFileInfo: given => {
      need(text(given.filePath), 'getFileInfo')
      return { size: files.read(text(given.filePath))?.content.length ?? 0 }
    },
  }
  const manager: Json = {
    readFileSync: read,
    writeFileSync: (path: string, data: unknown, encoding: unknown = 'utf8') => write(path, data, encoding),
    accessSync: (path: string) => need(path, 'access'),
    unlinkSync: unlink,
  }
  // The manager knows callbacks only; who awaits it waits for nothing.
  for (const [name, run] of Object.entries(managed)) manager[name] = registry.callbacks(name, run)
  registry.sync('getFileSystemManager', () => manager)
  registry.wx.env = { USER_DATA_PATH: userDataPath }
}

/** Apps write below USER_DATA_PATH only. */
export function writeUserFile(files: FileStore, path: string, content: Uint8Array): void {
  const name = path.slice(userDataPath.length + 1)
  if (!path.startsWith(`${userDataPath}/`) || !name)
    throw new ApiFailure(`permission denied, open '${path}'`, { errno: 1300013 })
  // There is no mkdir here, so there are no folders.
  if (name.includes('/')) throw missing(path, 'open')
  files.write(path, { content, type: typeOf(path) })
}

function missing(path: string, operation: string): ApiFailure {
  return new ApiFailure(`no such file or directory, ${operation} '${path}'`, { errno: 1300002 })
}

/** A string in its encoding, an ArrayBuffer, or a view of one. */
function bytesOf(data: unknown, encoding: unknown): Uint8Array {
  if (typeof data === 'string') return encoded(data, encoding)
  if (ArrayBuffer.isView(data)) return new Uint8Array(data.buffer, data.byteOffset, data.byteLength).slice()
  if (isBuffer(data)) return new Uint8Array(data).slice()
  throw new ApiFailure('data must be a string or an ArrayBuffer')
}

/** Not by instanceof: the buffer may come from another window. */
function isBuffer(data: unknown): data is ArrayBuffer {
  return Object.prototype.toString.call(data) === '[object ArrayBuffer]'
}

function encoded(data: string, encoding: unknown): Uint8Array {
  if (encoding === 'utf8' || encoding === 'utf-8') return toUtf8(data)
  if (encoding === 'base64') return base64(data)
  if (encoding === 'binary' || encoding === 'latin1' || encoding === 'ascii')
    return Uint8Array.from(data, character => character.charCodeAt(0) & 0xff)
  if (encoding === 'hex') return Uint8Array.from(data.match(/../g) ?? [], pair => Number.parseInt(pair, 16))
  throw new ApiFailure(`invalid encoding ${encoding}`)
}

function base64(data: string): Uint8Array {
  try {
    return fromBase64(data)
  } catch {
    throw new ApiFailure('data is not valid base64')
  }
}

function toBinary(content: Uint8Array): string {
  let binary = ''
  for (const byte of content) binary += String.fromCharCode(byte)
  return binary
}

function toHex(content: Uint8Array): string {
  return Array.from(content, byte => byte.toString(16).padStart(2, '0')).join('')
}
