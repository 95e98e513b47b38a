/** The page a developer opens: the phone, what happens next, and the traffic between all parties. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { startServer } from '../vendors/kit/server'
import { problemAnswer, sendFile, sendJson, sendRedirect, sendText } from './answer'
import { type Asset, loadAssets } from './assets'
import { guard } from './guard'
import { answerApi } from './routes'
import { type SheetEncoding, sampleSheet } from './sample-sheet'
import { scanTarget } from './scan-route'
import type { GivenCode, SentMessage, VendorLink } from './shapes'
import type { FunctionSettings } from './switches'
import type { CloudCall } from './traffic'

export type { GivenCode, VendorLink } from './shapes'
export type { CloudCall } from './traffic'

export interface ConsoleOptions {
  host: '127.0.0.1'
  /** 0 takes a free port. */
  port: number
  /** Serves `/phone/*`; `false` when the path is not its own. */
  phone: (request: IncomingMessage, response: ServerResponse) => Promise<boolean>
  vendors: VendorLink[]
  /** The local cloud; `POST <cloudUrl>/timer/sweep` fires the sweep. */
  cloudUrl: string
  /** Newest last. */
  cloudTraffic: () => CloudCall[]
  /** Settings of the functions: what one is, and how it is changed. */
  settings?: FunctionSettings
  /** Codes and links of the local cloud, newest first. */
  codes?: () => GivenCode[]
  /** Subscription messages the local cloud sent, newest first. */
  messages?: () => SentMessage[]
  /** What makes its bearer the first operator of batches, once; shown with a button that copies it. */
  operatorCode?: string
  /** Where the example of a business system is; null: it does not run. */
  businessSystem?: () => string | null
}

export interface RunningConsole {
  url: string
  port: number
  close(): Promise<void>
}

/** Rejects with Node's own error, `EADDRINUSE` among them, when the port cannot be had. */
export async function startConsole(options: ConsoleOptions): Promise<RunningConsole> {
  const assets = await loadAssets()
  return startServer({
    host: options.host,
    port: options.port,
    handle: (request, response) => {
      serve(options, assets, request, response).catch((error: unknown) => {
        if (response.headersSent) response.destroy()
        else sendJson(response, problemAnswer(error))
      })
    },
  })
}

const sheetEncodings: Record<string, SheetEncoding> = {
  '/sample-sheet.csv': 'utf8',
  '/sample-sheet-gbk.csv': 'gbk',
}

async function serve(
  options: ConsoleOptions,
  assets: Record<string, Asset>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  guard(request)
  const url = new URL(`http://console${request.url?.startsWith('/') ? request.url : '/'}`)
  const asset = Object.hasOwn(assets, url.pathname) ? assets[url.pathname] : undefined
  if (asset && request.method === 'GET') return sendText(response, 200, asset.type, asset.text)
  const encoding = request.method === 'GET' ? sheetEncodings[url.pathname] : undefined
  if (encoding) return sendFile(response, `sample-${encoding}.csv`, 'text/csv', sampleSheet(encoding))
  if (url.pathname === '/scan' && request.method === 'GET')
    return sendRedirect(response, scanTarget(url, Date.now()))
  if (url.pathname.startsWith('/phone/') && (await options.phone(request, response))) return
  sendJson(response, await answerApi(options, request, url))
}
