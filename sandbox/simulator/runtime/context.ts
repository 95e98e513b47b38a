import type { FileStore } from './file-store'
import type { Gesture } from './gesture'
import type { Overlays } from './overlays'
import type { PageStack, StackEntry } from './page-stack'
import type { Privacy } from './privacy'
import type { Registry } from './registry'
import type { Screen } from './screen'
import type { Recorder } from './stats'
import type { AppPackage, BootOptions, Json, LaunchOptions, Storage } from './types'

/** What outlives the app: the device, its user's files and decisions. */
export interface Phone {
  app: AppPackage
  options: BootOptions
  recorder: Recorder
  screen: Screen
  overlays: Overlays
  gesture: Gesture
  storage: Storage
  privacy: Privacy
  files: FileStore
  clipboard: { text: string }
  lastShare: Json | null
  now(): number
}

/** Moves between pages. Refusals are thrown in the caller's task; the move happens in the next one. */
export interface Navigator {
  navigateTo(url: string, events?: unknown): Promise<Json>
  redirectTo(url: string): Promise<void>
  reLaunch(url: string): Promise<void>
  navigateBack(delta: number): Promise<void>
}

export interface Lifecycle {
  /** Options of the cold start. */
  readonly launch: LaunchOptions
  /** Options of the last time the app came to the front. */
  readonly enter: LaunchOptions
  hide(): void
  show(options?: Partial<LaunchOptions>): void
}

/** One run of the app, from cold start to kill. */
export interface Running {
  phone: Phone
  registry: Registry
  pages: PageStack
  navigator: Navigator
  lifecycle: Lifecycle
  /** Calls a method of a page on top of the stack or below; errors go to the record and to App.onError. */
  callPage(entry: StackEntry, method: string, ...args: unknown[]): unknown
}

export type ApiModule = (running: Running) => void
