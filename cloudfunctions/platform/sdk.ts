import http from 'node:http'
import https from 'node:https'
import cloud from 'wx-server-sdk'

/**
 * The one door to wx-server-sdk. Its declarations do not fit what it documents (a symbol for `env`, promises typed
 * as `void | string`), so this file, and only this one, restates the few calls in use.
 */
export interface Database {
  collection(name: string): Collection
  command: Record<'eq' | 'lt' | 'lte' | 'gt' | 'gte' | 'in' | 'set' | 'push', (value: unknown) => unknown> & {
    inc(by: number): unknown
    exists(is: boolean): unknown
    and(conditions: unknown[]): unknown
  }
}
interface Collection extends Query {
  add(options: {
    data: Record<string, unknown> | Record<string, unknown>[]
  }): Promise<{ _id?: string; _ids?: string[] }>
  doc(id: string): { get(): Promise<{ data: unknown }> }
}
export interface Query {
  where(query: Record<string, unknown>): Query
  orderBy(field: string, order: 'asc' | 'desc'): Query
  limit(count: number): Query
  field(projection: Record<string, boolean>): Query
  get(): Promise<{ data: unknown }>
  remove(): Promise<{ stats: { removed: number } }>
  update(options: { data: Record<string, unknown> }): Promise<{ stats: { updated: number } }>
}

let opened: Database | null = null

export function database(): Database {
  if (!opened) {
    forgetConnections()
    const init = cloud.init as (options: { env: unknown }) => void
    init({ env: cloud.DYNAMIC_CURRENT_ENV })
    const connect = cloud.database as (options: { throwOnNotFound: boolean }) => unknown
    opened = connect({ throwOnNotFound: false }) as Database
  }
  return opened
}

/**
 * From Node 19 on connections are kept for the next request by default. While an instance stands still the other side
 * closes them, and the first request after that would break off.
 */
function forgetConnections(): void {
  http.globalAgent = new http.Agent({ keepAlive: false })
  https.globalAgent = new https.Agent({ keepAlive: false })
}

/** The caller's openid as the platform vouches for it; null on HTTP and timer runs. Only valid during a call. */
export function callerOpenid(): string | null {
  const { OPENID } = cloud.getWXContext()
  return typeof OPENID === 'string' && OPENID !== '' ? OPENID : null
}

export interface CloudCalls {
  callFunction(options: { name: string; data: Record<string, unknown> }): Promise<unknown>
  deleteFile(options: { fileList: string[] }): Promise<unknown>
  uploadFile(options: { cloudPath: string; fileContent: Buffer }): Promise<{ fileID: string }>
  getTempFileURL(options: {
    fileList: { fileID: string; maxAge: number }[]
  }): Promise<{ fileList: { tempFileURL?: string }[] }>
  openapi: {
    phonenumber: {
      getPhoneNumber(options: {
        code: string
        openid: string
      }): Promise<{ phoneInfo?: { purePhoneNumber?: unknown } }>
    }
    wxacode: {
      getUnlimited(options: {
        scene: string
        page: string
        checkPath: boolean
        envVersion: string
        width: number
      }): Promise<{ contentType?: unknown; buffer?: unknown }>
    }
    subscribeMessage: {
      send(options: {
        touser: string
        templateId: string
        page: string
        data: Record<string, { value: string }>
        miniprogramState: 'formal' | 'trial' | 'developer'
        lang: 'zh_CN'
      }): Promise<unknown>
    }
    urllink: { generate(options: LinkOptions): Promise<{ urlLink?: unknown }> }
    urlscheme: {
      generate(
        options: Omit<LinkOptions, 'path' | 'query' | 'envVersion'> & {
          jumpWxa: Pick<LinkOptions, 'path' | 'query' | 'envVersion'>
        },
      ): Promise<{ openlink?: unknown }>
    }
  }
}

interface LinkOptions {
  path: string
  query: string
  envVersion: string
  isExpire: true
  /** By the clock. */
  expireType: 0
  /** s since the epoch. */
  expireTime: number
}

export function cloudCalls(): CloudCalls {
  database()
  return cloud as unknown as CloudCalls
}

/** The code stands in `errCode`, `code` or only in the text, depending on which call failed. */
export function textOf(error: Error): string {
  const { errCode, errMsg, code } = error as Error & { errCode?: unknown; errMsg?: unknown; code?: unknown }
  return [error.message, errMsg, errCode, code].join(' ')
}
