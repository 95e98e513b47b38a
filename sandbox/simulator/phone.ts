import { readdirSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import { simulatorScript } from './bundle'
import { packWeapp } from './pack'
import { passDownload } from './phone-download'
import { phoneHtml } from './phone-html'
import type { RemovedFile } from './runtime/types'

export interface PhoneOptions {
  /** The compiled package; packed again whenever a file below changes. */
  weappDir: string
  /** The local cloud: `POST <cloudUrl>/invoke/<function>` with the header `x-wx-openid`. */
  cloudUrl: string
  /** alias → address of the plugin's pages. */
  plugins?: Record<string, string>
  /** appId → address of the page that plays it. */
  miniPrograms?: Record<string, string>
  /** appId → name shown in the confirmation. */
  miniProgramNames?: Record<string, string>
  /** Stores a file of `wx.cloud.uploadFile` and returns its fileID; without it uploads fail. */
  upload?: (openid: string, cloudPath: string, content: Buffer) => Promise<string>
  /** Deletes files for `wx.cloud.deleteFile`; without it deletions fail. `status` 0: the file is gone. */
  removeFiles?: (openid: string, fileIDs: string[]) => Promise<RemovedFile[]>
  /** The temporary address of a file of the cloud, `null` when there is none; without it nothing is found. */
  fileUrl?: (fileID: string) => string | null
  /** Origins such as `http://127.0.0.1:8688` that `wx.downloadFile` may read from; none by default. */
  downloadDomains?: string[]
  basePath?: string
  appId?: string
}

/** Answers a request for the phone, or leaves it to others by resolving to false. */
export type PhoneHandler = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>

/** The WeChat user of whoever names none. */
const defaultOpenid = 'oSandboxUser0001'
/** Callers may not send more, bytes. */
const largestBody = 8 * 1024 * 1024

const types = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
}

/**
 * Serves the phone below `basePath` (default `/phone`): the page, the simulator, the packed app, the styles, and
 * `POST cloud/<function>`, `POST phone-code` and `POST subscribe` passed on to the local cloud, and downloads.
 */
export function createPhone(options: PhoneOptions): PhoneHandler {
  const base = options.basePath ?? '/phone'
  const packed = createPacker(options.weappDir)

  return async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1')
    if (url.pathname !== base && !url.pathname.startsWith(`${base}/`)) return false
    const rest = url.pathname.slice(base.length)
    try {
      if (request.method === 'POST') return await post(rest, url, request, response)
      if (rest === '') return redirect(response, `${base}/${url.search}`)
      if (rest === '/') return send(response, 200, types.html, phoneHtml(options, base, defaultOpenid))
      if (rest === '/simulator.js') return send(response, 200, types.js, await simulatorScript())
      if (rest === '/app.js') return send(response, 200, types.js, packed())
      if (rest === '/style.css') return send(response, 200, types.css, await phoneStyles())
    } catch (error) {
      return send(response, 500, types.json, JSON.stringify({ errMsg: String(error) }))
    }
    return send(response, 404, types.json, JSON.stringify({ errMsg: `no ${url.pathname}` }))
  }

  async function post(rest: string, url: URL, request: IncomingMessage, response: ServerResponse) {
    const body = await readBody(request)
    const openid = headerOf(request, 'x-wx-openid') ?? url.searchParams.get('openid') ?? defaultOpenid
    if (rest === '/files' && options.upload) {
      const fileID = await options.upload(openid, url.searchParams.get('cloudPath') ?? '', body)
      return send(response, 200, types.json, JSON.stringify({ fileID }))
    }
    if (rest === '/remove-files' && options.removeFiles) {
      const removed = await options.removeFiles(openid, stringsOf(body))
      return send(response, 200, types.json, JSON.stringify(removed))
    }
    if (rest === '/file-url') {
      const url = options.fileUrl?.(body.toString('utf8')) ?? null
      return send(response, 200, types.json, JSON.stringify({ url }))
    }
    if (rest === '/download')
      return passDownload(response, options.downloadDomains ?? [], body.toString('utf8'))
    const called = /^\/cloud\/([\w-]+)$/.exec(rest)?.[1]
    if (called) return pass(response, `${options.cloudUrl}/invoke/${called}`, body, openid)
    if (rest === '/phone-code' || rest === '/subscribe')
      return pass(response, `${options.cloudUrl}/__sandbox${rest}`, body, openid)
    return send(response, 404, types.json, JSON.stringify({ errMsg: `no ${rest}` }))
  }
}

async function pass(response: ServerResponse, target: string, body: Buffer, openid: string): Promise<true> {
  const headers = { 'content-type': types.json, 'x-wx-openid': openid }
  try {
    const answer = await fetch(target, { method: 'POST', headers, body: new Uint8Array(body) })
    return send(response, answer.status, types.json, await answer.text())
  } catch {
    return send(
      response,
      502,
      types.json,
      JSON.stringify({ errCode: -1, errMsg: 'the local cloud does not answer' }),
    )
  }
}

/** The stylesheet of the phone, also for jsdom, which needs it to know what is hidden. */
export async function phoneStyles(): Promise<string> {
  const files = ['phone.css', 'components.css', 'pc.css'].map(file =>
    path.resolve('sandbox/simulator/style', file),
  )
  return (await Promise.all(files.map(file => readFile(file, 'utf8')))).join('\n')
}

function createPacker(dir: string): () => string {
  let stamp = ''
  let script = ''
  return () => {
    const now = stampOf(dir)
    if (now === stamp) return script
    const { code, problems } = packWeapp(dir)
    if (problems.length > 0) throw new Error(`${dir} cannot be run:\n${problems.join('\n')}`)
    stamp = now
    script = code
    return script
  }
}

function stampOf(dir: string): string {
  const files = readdirSync(dir, { recursive: true, encoding: 'utf8' }).sort()
  return files.map(file => `${file}:${statSync(path.join(dir, file)).mtimeMs}`).join('\n')
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk)
    size += bytes.length
    if (size > largestBody) throw new Error('the request is too large')
    chunks.push(bytes)
  }
  return Buffer.concat(chunks)
}

function stringsOf(body: Buffer): string[] {
  const list: unknown = JSON.parse(body.toString('utf8'))
  if (!Array.isArray(list)) throw new Error('the body must be a list')
  return list.map(String)
}

function headerOf(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name]
  return Array.isArray(value) ? value[0] : value
}

function redirect(response: ServerResponse, location: string): true {
  response.writeHead(302, { location }).end()
  return true
}

function send(response: ServerResponse, status: number, type: string, body: string): true {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body)
  return true
}
