import type { Json } from './types'

/** What a page looks like from outside: its methods and the members below. */
export type PageInstance = Json & {
  route: string
  options: Json
  data: Json
  setData(data: Json, callback?: () => void): void
}

export interface PageView {
  instance: PageInstance
  /** Puts the page into `parent` and runs `attached` of its components. */
  attach(parent: HTMLElement): void
  /** Runs `show` or `hide` of the components on the page. */
  pageLifetime(name: 'show' | 'hide'): void
  release(): void
}

/** The three constructors a file of the package may call, bound to the path of that file. */
export interface FileScope {
  Page(definition: Json): unknown
  Component(definition: Json): unknown
  Behavior(definition: Json): unknown
}

/** A built-in tag as its implementation sees it. */
export interface Host<Data = Json> {
  element: HTMLElement
  data: Readonly<Data>
  emit(event: string, detail?: unknown, options?: { bubbles?: boolean }): void
}

/** Implementation of a built-in tag. `defaults` gives names, types and first values of its properties. */
export interface Builtin<Data extends object = Json> {
  defaults: Data
  attached?(host: Host<Data>): void
  /** After `attached` and whenever a property changed. */
  update?(host: Host<Data>): void
  /** What a form collects under the property `name`. */
  formValue?(host: Host<Data>): unknown
  reset?(host: Host<Data>): void
}

export interface Engine {
  scope<T>(path: string, run: (scope: FileScope) => T): T
  open(path: string): PageView
}

export interface EngineHooks {
  error(where: string, error: unknown): void
  warning(text: string): void
  /** Before a tap reaches the app; false swallows it. */
  tap(target: HTMLElement): boolean
}
