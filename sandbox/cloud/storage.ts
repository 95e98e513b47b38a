import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { isRecord } from '../record'
import { syncFolder } from './data-file'
import { GatewayError } from './errors'

/** Cloud files. On disk a file is named by a hash of its cloud path, so no path can lead out of the folder. */
export interface Storage {
  handlers: Record<string, (fields: Record<string, unknown>) => Record<string, unknown>>
  /** What `wx.cloud.uploadFile` of the mini-program does: stores a file and returns its id. */
  upload(cloudPath: string, content: Buffer): string
  /** What `wx.cloud.deleteFile` of the mini-program does; false: there is no such file. */
  remove(fileId: string): boolean
  /** A temporary download address; undefined: there is no such file. */
  address(fileId: string): string | undefined
  /** Throws a StorageRefusal. */
  put(cloudPath: string, authorization: string | undefined, content: Buffer): void
  /** The file's place on disk. Throws a StorageRefusal. */
  open(cloudPath: string, query: URLSearchParams): string
}

export class StorageRefusal extends Error {
  constructor(
    readonly status: 400 | 403 | 404,
    readonly code: 'InvalidURI' | 'AccessDenied' | 'NoSuchKey',
  ) {
    super(code)
    this.name = 'StorageRefusal'
  }
}

export interface StorageOptions {
  folder: string
  envId: string
  /** Where PUT and GET are served, e.g. http://127.0.0.1:8690/storage */
  url: string
  now: () => number
}

const longestPath = 850
const uploadLifetimeSeconds = 900
const defaultMaxAgeSeconds = 7200
const downloadFileMaxAgeSeconds = 7 * 86_400

export function createStorage({ folder, envId, url, now }: StorageOptions): Storage {
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
  const secret = randomBytes(32)
  const bucket = `cloud://${envId}.local`

  const place = (cloudPath: string) => path.join(folder, createHash('sha256').update(cloudPath).digest('hex'))

  const sign = (verb: 'put' | 'get', cloudPath: string, expires: number) =>
    createHmac('sha256', secret).update(`${verb}\n${cloudPath}\n${expires}`).digest('base64url')

  const isSigned = (verb: 'put' | 'get', cloudPath: string, expires: number, signature: string) => {
    const expected = Buffer.from(sign(verb, cloudPath, expires))
    const given = Buffer.from(signature)
    return expires * 1000 > now() && expected.length === given.length && timingSafeEqual(expected, given)
  }

  const expiry = (seconds: number) => Math.floor(now() / 1000) + seconds

  const cloudPathOf = (fileId: unknown): string | undefined =>
    typeof fileId === 'string' && fileId.startsWith(`${bucket}/`)
      ? fileId.slice(bucket.length + 1)
      : undefined

  const existing = (fileId: unknown): string | undefined => {
    const cloudPath = cloudPathOf(fileId)
    return cloudPath !== undefined && fs.existsSync(place(cloudPath)) ? cloudPath : undefined
  }

  const remove = (fileId: unknown): boolean => {
    const cloudPath = existing(fileId)
    if (cloudPath === undefined) return false
    fs.rmSync(place(cloudPath))
    return true
  }

  const downloadEntry = (value: unknown) => {
    const request = isRecord(value) ? value : {}
    const cloudPath = existing(request.fileid)
    if (cloudPath === undefined)
      return { fileID: request.fileid, code: 'STORAGE_FILE_NONEXIST', tempFileURL: '' }
    const maxAge = typeof request.max_age === 'number' ? request.max_age : defaultMaxAgeSeconds
    const expires = expiry(Math.min(Math.max(maxAge, 0), downloadFileMaxAgeSeconds))
    const query = new URLSearchParams({ expires: String(expires), sign: sign('get', cloudPath, expires) })
    return {
      fileID: request.fileid,
      code: 'SUCCESS',
      // As it is: the SDK encodes it once more before it downloads.
      tempFileURL: `${url}/${cloudPath}?${query}`,
      maxAge,
    }
  }

  return {
    handlers: {
      'storage.getUploadMetadata': fields => {
        const cloudPath = checkedPath(fields.path)
        const expires = expiry(uploadLifetimeSeconds)
        const fileId = `${bucket}/${cloudPath}`
        return {
          data: {
            url: `${url}/${encodePath(cloudPath)}`,
            token: 'sandbox',
            authorization: `${expires}.${sign('put', cloudPath, expires)}`,
            fileId,
            // Travels in a header, so it must be plain ASCII.
            cosFileId: encodeURIComponent(fileId),
          },
        }
      },
      'storage.batchGetDownloadUrl': fields => ({
        data: { download_list: list(fields.file_list).map(downloadEntry) },
      }),
      'storage.batchDeleteFile': fields => ({
        data: {
          delete_list: list(fields.fileid_list).map(fileID => ({
            fileID,
            code: remove(fileID) ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST',
          })),
        },
      }),
    },
    upload: (cloudPath, content) => {
      const checkedName = checkedPath(cloudPath)
      writeDurably(folder, place(checkedName), content)
      return `${bucket}/${checkedName}`
    },
    remove,
    address: fileid => downloadEntry({ fileid }).tempFileURL || undefined,
    put: (cloudPath, authorization = '', content) => {
      const [expires = '', signature = ''] = authorization.split('.')
      if (!isSigned('put', cloudPath, Number(expires), signature))
        throw new StorageRefusal(403, 'AccessDenied')
      writeDurably(folder, place(cloudPath), content)
    },
    open: (cloudPath, query) => {
      const expires = Number(query.get('expires'))
      if (!isSigned('get', cloudPath, expires, query.get('sign') ?? '')) {
        throw new StorageRefusal(403, 'AccessDenied')
      }
      if (!fs.existsSync(place(cloudPath))) throw new StorageRefusal(404, 'NoSuchKey')
      return place(cloudPath)
    },
  }
}

/** No climbing, no empty step, and nothing that means something else inside a URL. */
export function isCloudPath(value: string): boolean {
  if (value.length > longestPath || /[\\?#%]|\p{Cc}/u.test(value)) return false
  return !value.split('/').some(step => ['', '.', '..'].includes(step))
}

function checkedPath(value: unknown): string {
  if (typeof value === 'string' && isCloudPath(value)) return value
  throw new GatewayError(
    'INVALID_PARAM',
    'cloudPath must be a relative path without "..", "." or empty steps',
  )
}

function encodePath(cloudPath: string): string {
  return cloudPath.split('/').map(encodeURIComponent).join('/')
}

function writeDurably(folder: string, file: string, content: Buffer): void {
  const temporary = `${file}.${randomBytes(6).toString('hex')}`
  const handle = fs.openSync(temporary, 'wx', 0o600)
  fs.writeFileSync(handle, content)
  fs.fsyncSync(handle)
  fs.closeSync(handle)
  fs.renameSync(temporary, file)
  syncFolder(folder)
}

function list(value: unknown): unknown[] {
  if (Array.isArray(value)) return value
  throw new GatewayError('INVALID_PARAM', 'the list of files is missing')
}
