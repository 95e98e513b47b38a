import type { RunningServer } from './server'

/** Where it listens; port 0 takes a free one. */
export interface Address {
  host: string
  port: number
}

/** What the local world must know of a simulator: a row of `registry.ts`. All else is its own. */
export interface SimulatedVendor<S extends RunningServer = RunningServer, O = object> {
  name: string
  /** The environment variable that moves it, and where it listens otherwise. */
  portVariable: string
  port: number
  start(address: Address, options?: Partial<O>): Promise<S>
  /** What an operator would set on the functions, with this simulator for the vendor. Fictitious values. */
  settings(url: string): Record<string, string>
  /** What people do at the vendor's console once the cloud has an address: `callbackUrl` ends with the vendor's id. */
  connect?(simulator: S, callbackUrl: string): Promise<unknown>
  /** What the phone opens of it. */
  onPhone?: OnPhone
  /** What the console offers to order. */
  orders: VendorOrders
  /** Settings of the functions that the console can change while all runs. */
  switches?: readonly VendorSwitch[]
}

export interface OnPhone {
  /** Alias of a plugin → path of its pages. */
  plugins?: Record<string, string>
  miniPrograms?: { appId: string; name: string; path: string }[]
  /** It is a legal domain to download from. */
  downloads?: boolean
}

export interface VendorOrders {
  /**
   * Codes worth trying. The messages are the vendor's where its documentation quotes them; those of e签宝, whose pages
   * list codes with explanations and no wording of the answer, are paraphrases. Nothing may depend on either.
   */
  errors: readonly { code: number | string; message: string }[]
  /** What an order can be kept for; other paths go into a custom order. */
  paths: readonly string[]
}

export interface VendorSwitch {
  /** The environment variable of the functions. */
  variable: string
  /** What it may be; the first one holds where nothing is set. */
  choices: readonly [string, ...string[]]
}
