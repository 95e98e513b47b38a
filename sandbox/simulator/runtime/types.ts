import type { Stats, StatsEvent } from './stats'

export type Json = Record<string, unknown>
export type Query = Record<string, string>

/** What pack.ts writes into `globalThis.__WXAPP__`. Paths carry no extension, except in `images`. */
export interface AppPackage {
  json: Record<string, Json>
  styles: Record<string, string>
  /** Class prefix of each component whose styles are isolated. */
  scopes: Record<string, string>
  /** `data:` URL of each image file. */
  images: Record<string, string>
  templateNames: string[]
  templates: Record<string, unknown>
  modules: Record<string, (...scope: unknown[]) => unknown>
  /** Where the phone is set to one and does not follow the browser; see look.ts. */
  theme?: 'light' | 'dark'
}

export interface ReferrerInfo {
  appId?: string
  extraData?: unknown
}

export interface LaunchOptions {
  path: string
  query: Query
  scene: number
  referrerInfo: ReferrerInfo
}

export interface Storage {
  getItem(key: string): string | null
  setItem(key: string, value: string): void
  removeItem(key: string): void
  keys(): string[]
}

/** Calls a cloud function. Rejections become `fail`; supply delays, faults and refusals here. */
export type CloudTransport = (name: string, data: unknown) => Promise<unknown>

export type FileKind = 'image' | 'file'

export interface ChosenFile {
  name: string
  content: Uint8Array
}

export interface Downloaded {
  statusCode: number
  content: Uint8Array
}

export interface RemovedFile {
  fileID: string
  /** 0: it is gone. */
  status: number
  errMsg: string
}

/** What the camera saw. A mini-program code has a path and no text. */
export interface ScannedCode {
  result: string
  path?: string
  scanType?: 'QR_CODE' | 'WX_CODE' | 'CODE_128'
}

export interface OpenedDocument {
  name: string
  fileType: string
  content: Uint8Array
  /** The user may save it or send it on. */
  showMenu: boolean
}

/** A plugin page as a test drives it in jsdom, where iframes do not load. */
export interface PluginPageHandle {
  url: string
  alias: string
  page: string
  query: Query
  /** What the opener sent through its eventChannel. */
  received: { event: string; args: unknown[] }[]
  /** Calls the opener's `events[event]`. */
  emit(event: string, ...args: unknown[]): void
  jump(url?: string): void
  back(): void
}

export interface EnterRequest {
  appId: string
  path: string
  extraData: unknown
  envVersion: string
  embedded: boolean
}

/** Another mini-program as a test drives it in jsdom, where iframes do not load. */
export interface MiniProgramHandle extends EnterRequest {
  /** It returns by itself, with or without extraData. */
  exit(extraData?: unknown): void
  /** The user leaves it by the phone's back or the capsule. */
  back(): void
}

export type Platform = 'ios' | 'windows'

export interface BootOptions {
  /** Where the phone is drawn; `document.body` by default. */
  container?: HTMLElement
  launch?: Partial<LaunchOptions>
  cloud?: CloudTransport
  /** Stores a file in the cloud and returns its fileID. */
  upload?: (cloudPath: string, content: Uint8Array) => Promise<string>
  /** Gives the download address of a fileID. */
  fileUrl?: (fileID: string) => Promise<string>
  /** Serves `wx.request`; without it every domain is "not in domain list". */
  request?: (options: Json) => Promise<{ statusCode: number; data: unknown; header?: Json }>
  /** Fetches for `wx.downloadFile` and `wx.getImageInfo`, and what a `fileUrl` gives. */
  download?: (url: string) => Promise<Downloaded>
  /** Origins such as `https://example.com`; the phone downloads from no other one. */
  downloadDomains?: string[]
  /** Deletes files of the cloud, for `wx.cloud.deleteFile`. */
  removeFiles?: (fileIDs: string[]) => Promise<RemovedFile[]>
  /** alias → address under which the plugin's pages are served. */
  plugins?: Record<string, string>
  /** appId → address of a page that plays the other mini-program. */
  miniPrograms?: Record<string, string>
  /** appId → name shown in the confirmation. */
  miniProgramNames?: Record<string, string>
  /** Drives plugin pages from a test; no iframe is made then. */
  onPluginPage?: (page: PluginPageHandle) => void
  /** Drives other mini-programs from a test; no iframe is made then. */
  onMiniProgram?: (program: MiniProgramHandle) => void
  storage?: Storage
  appId?: string
  /** `windows`: WeChat on a PC, whose window is the container; default `ios`. */
  platform?: Platform
  /** WeChat's own language, as `getAppBaseInfo` tells it; default `zh_CN`. */
  language?: string
  /** WeChat's own theme; without it the phone follows the browser. */
  theme?: 'light' | 'dark' | undefined
  /** How many times larger the person has all type; default 1. */
  textScale?: number
  envVersion?: 'develop' | 'trial' | 'release'
  /** Whether this user agreed to the privacy guide before; remembered in `storage` afterwards. */
  privacyAgreed?: boolean
  /** Gives the code of getPhoneNumber for the number the user confirmed; `null` plays a platform error. */
  phoneCode?: (phoneNumber: string) => Promise<string | null> | string | null
  /** What the person answers to the question whether he wants these messages; null: it does not come up. Default: yes to all. */
  subscribe?: (templates: string[]) => Promise<Record<string, string> | null>
  /** Answers wx.scanCode instead of the overlay: the text of a QR code, or another code; `null` means cancelled. */
  scan?: () => Promise<string | ScannedCode | null>
  /** Answers chooseMedia, chooseImage and chooseMessageFile instead of the file dialog; `null` means cancelled. */
  choose?: (kind: FileKind, count: number) => Promise<ChosenFile[] | null>
  /** Stands for what `canvasToTempFilePath` saves where nothing is drawn, as in jsdom; without it that fails. */
  canvasPicture?: (cut: {
    destWidth: number
    destHeight: number
    fileType: 'png' | 'jpg'
  }) => Uint8Array | null
  onSaveImage?: (content: Uint8Array) => void
  /** Hears of each file that wx.openDocument shows. */
  onOpenDocument?: (document: OpenedDocument) => void
  /** Milliseconds since 1970; the ten seconds of the privacy rule are measured with it. */
  now?: () => number
  /** Extra or replaced `wx` members. */
  wx?: Json
  /** Hears every event from the first one on; `Simulator.onStats` starts later. */
  onEvent?: (event: StatsEvent) => void
  /** Repeats the app's console on the real one. */
  echo?: boolean
}

export interface PageInfo {
  kind: 'page' | 'plugin'
  route: string
  query: Query
  /** Milliseconds from the call to the end of onReady. */
  openMs: number
}

/** The running phone. */
export interface Simulator {
  readonly stats: Stats
  onStats(listener: (event: StatsEvent) => void): () => void
  /** Bottom first; plugin pages included. */
  pages(): PageInfo[]
  /** Element of the page on top. */
  topElement(): HTMLElement
  /** The page instance on top, as the app knows it. */
  topPage(): Json
  /** What is drawn above the pages: dialogs, sheets, other mini-programs. */
  overlays(): HTMLElement
  getApp(): Json
  wx: Json
  /** The back arrow of the navigation bar, or the back gesture. */
  back(): void
  /** The user leaves WeChat. */
  hide(): void
  /** The user comes back; without options the old ones are repeated, as on devices. */
  show(options?: Partial<LaunchOptions>): void
  /** Scanned code, link, message card: warm when the app is alive, cold after `kill`. */
  relaunch(options: Partial<LaunchOptions>): void
  kill(): void
  pullDownRefresh(): void
  /** Files saved to the album. */
  album(): Uint8Array[]
  clipboard: { read(): string; write(text: string): void }
  /** The card of the last share. */
  lastShare(): Json | null
  destroy(): void
}
