import { h } from './dom'
import type { Engine, PageInstance } from './engine'
import type { EventChannel } from './event-channel'
import type { Modules } from './modules'
import { paced, scrollPace } from './pace'
import type { StackEntry } from './page-stack'
import { ApiFailure } from './registry'
import { pageExists, type Target } from './route'
import type { NavigationBar } from './screen'
import { type Recorder, round, utf8Length } from './stats'
import { themed } from './theme'
import type { AppPackage, Json } from './types'

export interface PageDeps {
  app: AppPackage
  engine: Engine
  modules: Modules
  recorder: Recorder
  container: HTMLElement
  /** A page method threw. */
  onError(where: string, error: unknown): void
}

/** Builds a page of the app and runs onLoad; the stack shows it, which runs onShow and, once, onReady. */
export function openOwnPage(deps: PageDeps, target: Target, channel?: EventChannel): StackEntry {
  const { app, recorder } = deps
  const { path, query } = target
  if (!pageExists(app, path)) throw new ApiFailure(`page "${path}" is not found`)
  const started = performance.now()
  deps.modules.define(path)
  const view = deps.engine.open(path)
  const instance = view.instance
  const element = h('section', 'sim-page')
  element.dataset.route = path
  // It scrolls, also where nothing in it can be tapped.
  element.tabIndex = 0
  const style = h('style', '')
  style.textContent = app.styles[path] ?? ''
  deps.container.append(element)

  Object.assign(instance, { route: path, __route__: path, options: query })
  instance.getOpenerEventChannel = () => channel ?? emptyChannel
  measureSetData(instance, path, recorder)
  const call = (name: string, ...args: unknown[]) => callPage(deps, instance, path, name, args)

  let ready = false
  const entry: StackEntry = {
    kind: 'page',
    route: path,
    query,
    element,
    openMs: 0,
    bar: barOf(app, path),
    instance,
    view,
    show() {
      element.prepend(style)
      call('onShow')
      view.pageLifetime('show')
      if (ready) return
      ready = true
      call('onReady')
      entry.openMs = round(performance.now() - started)
    },
    hide() {
      // Pages of WeChat do not share a document; a hidden page's rules must not reach the others.
      style.remove()
      call('onHide')
      view.pageLifetime('hide')
    },
    unload() {
      call('onUnload')
      view.release()
    },
  }
  element.addEventListener(
    'scroll',
    paced(() => onScroll(element, call), scrollPace),
    { passive: true },
  )
  view.attach(element)
  call('onLoad', query)
  return entry
}

const emptyChannel: EventChannel = { on() {}, once() {}, off() {}, emit() {} }

export function callPage(
  deps: Pick<PageDeps, 'onError'>,
  instance: PageInstance,
  path: string,
  name: string,
  args: unknown[],
): unknown {
  const method = instance[name]
  if (typeof method !== 'function') return undefined
  try {
    return method.apply(instance, args)
  } catch (error) {
    deps.onError(`${path} ${name}`, error)
    return undefined
  }
}

function measureSetData(instance: PageInstance, route: string, recorder: Recorder): void {
  const apply = instance.setData.bind(instance)
  instance.setData = (data, callback) => {
    const started = performance.now()
    const json = JSON.stringify(data)
    const copy: Json = JSON.parse(json)
    apply(copy, callback)
    const ms = round(performance.now() - started)
    recorder.setData({ route, bytes: utf8Length(json), keys: Object.keys(copy).length, ms })
  }
}

export function barOf(app: AppPackage, path: string): NavigationBar {
  const window = app.json.app?.window
  const merged: Json = { ...(typeof window === 'object' ? window : {}), ...app.json[path] }
  return {
    title: String(merged.navigationBarTitleText ?? ''),
    background: String(themed(app, merged.navigationBarBackgroundColor) ?? '#000000'),
    textStyle: themed(app, merged.navigationBarTextStyle) === 'black' ? 'black' : 'white',
    custom: merged.navigationStyle === 'custom',
  }
}

/** Distance from the end at which WeChat calls onReachBottom, px. */
const reachBottomDistance = 50
const bottomSeen = new WeakSet<HTMLElement>()

function onScroll(element: HTMLElement, call: (name: string, ...args: unknown[]) => unknown): void {
  call('onPageScroll', { scrollTop: element.scrollTop })
  const rest = element.scrollHeight - element.clientHeight - element.scrollTop
  if (rest > reachBottomDistance) bottomSeen.delete(element)
  else if (!bottomSeen.has(element)) {
    bottomSeen.add(element)
    call('onReachBottom')
  }
}
