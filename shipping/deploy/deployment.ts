import type { TencentApi } from '../../setup/apis/tencent'
import type { WeChatApi } from '../../setup/apis/wechat'
import type { Target } from '../../setup/target'
import type { Build } from '../build'
import type { ShippingEnvironment } from '../environment'

/** cloudbaserc.json and config.json of one function. */
export interface WantedFunction {
  name: string
  handler: string
  runtime: string
  /** s */
  timeout: number
  /** MB */
  memory: number
  /** Cloud calls it makes. */
  openapi: readonly string[]
  timers: readonly { name: string; cron: string }[]
}

/** Of the mini-program. */
export interface Uploader {
  /** Hash of what was uploaded last, as far as this machine knows. */
  uploaded: string | null
  /** null: it cannot. */
  upload: (() => Promise<void>) | null
  /** Why it cannot, and what to do. */
  why: string
}

/** Everything a deployment works with. */
export interface Deployment {
  environment: ShippingEnvironment
  target: Target
  scf: TencentApi
  /** null: there is no AppSecret. */
  wechat: WeChatApi | null
  functions: readonly WantedFunction[]
  variables: Readonly<Record<string, string>>
  /** cloudfunctions/rules.json */
  rules: Readonly<Record<string, { invoke: unknown }>>
  build: Build
  uploader: Uploader
  /** Asks an address of the deployed functions. */
  fetchText(url: string): Promise<{ status: number; text: string }>
  /** When the certificate of a host ends, ms since the epoch; null: it could not be asked. */
  certificateEnds(host: string): Promise<number | null>
  wait(ms: number): Promise<void>
}
