import { createEngine } from './adapter'
import { apiModules } from './api/index'
import { builtins } from './components/index'
import type { Lifecycle, Phone, Running } from './context'
import { h } from './dom'
import { createModules } from './modules'
import { createNavigator } from './navigator'
import { callPage, openOwnPage, type PageDeps } from './own-page'
import { createPageStack, ownInstances, type StackEntry } from './page-stack'
import { createRegistry, isObject } from './registry'
import { formatQuery, mainPages, pageExists } from './route'
import { messageOf } from './stats'
import type { Json, LaunchOptions } from './types'

export interface RunningApp extends Running {
  app: Json
  /** Opened again while alive: the page of `options` replaces all others. */
  reenter(options: Partial<LaunchOptions>): void
  kill(): void
}

/** A cold start: fresh modules, a new App, the first page. */
export function startApp(phone: Phone, options: Partial<LaunchOptions>): RunningApp {
  const { recorder, app } = phone
  const registry = createRegistry(recorder)
  const appShow = registry.event('AppShow')
  const appHide = registry.event('AppHide')
  const errors = registry.event('Error')
  const notFound = registry.event('PageNotFound')
  registry.event('UnhandledRejection')
  let instance: Json | null = null

  const onError = (where: string, error: unknown) => {
    recorder.error(where, error)
    const text = error instanceof Error ? (error.stack ?? error.message) : messageOf(error)
    callApp('onError', text)
    errors.emit(text)
  }
  const callApp = (method: string, ...args: unknown[]) => {
    const run = instance?.[method]
    if (typeof run !== 'function') return false
    try {
      run.apply(instance, args)
    } catch (error) {
      recorder.error(`App ${method}`, error)
    }
    return true
  }

  const pages = createPageStack((top, depth) => {
    if (!top) return
    phone.screen.showBar(top.bar, depth > 1)
    recorder.route(top.route, depth)
  })
  const launch = complete(options)
  const lifecycle = createLifecycle(launch)

  const running: Running = {
    phone,
    registry,
    pages,
    lifecycle,
    navigator: {
      navigateTo: (url, events) => navigator.navigateTo(url, events),
      redirectTo: url => navigator.redirectTo(url),
      reLaunch: url => navigator.reLaunch(url),
      navigateBack: delta => navigator.navigateBack(delta),
    },
    callPage: (entry, method, ...args) =>
      entry.instance ? callPage({ onError }, entry.instance, entry.route, method, args) : undefined,
  }
  const engine = createEngine(app, builtins(running), {
    error: onError,
    warning: text => recorder.warning(text),
    tap(target) {
      if (target.closest('wx-button[disabled]')) return false
      phone.gesture.begin()
      return true
    },
  })
  const modules = createModules(app, engine, {
    wx: registry.wx,
    recorder,
    getApp: () => instance,
    getCurrentPages: () => ownInstances(pages),
  })
  const deps: PageDeps = { app, engine, modules, recorder, container: phone.screen.pages, onError }
  const navigator = createNavigator(deps, pages, phone.options)

  for (const register of apiModules) register(running)
  Object.assign(registry.wx, phone.options.wx)

  instance = modules.runApp()
  callApp('onLaunch', launch)
  announceShow()
  openFirst(launch)

  function complete(given: Partial<LaunchOptions>): LaunchOptions {
    const path = given.path?.replace(/^\//, '') || mainPages(app)[0] || ''
    return { query: {}, scene: 1001, referrerInfo: {}, ...given, path }
  }

  function createLifecycle(first: LaunchOptions): Lifecycle & { enterWith(options: LaunchOptions): void } {
    let enter = first
    return {
      launch: first,
      get enter() {
        return enter
      },
      hide() {
        if (!pages.isVisible()) return
        pages.setVisible(false)
        callApp('onHide')
        appHide.emit()
      },
      show(given = {}) {
        if (pages.isVisible()) return
        this.enterWith({ ...enter, ...given })
        pages.setVisible(true)
      },
      enterWith(next) {
        enter = next
        announceShow()
      },
    }
  }

  function announceShow(): void {
    callApp('onShow', { ...lifecycle.enter })
    appShow.emit({ ...lifecycle.enter })
  }

  function openFirst(target: LaunchOptions): void {
    const { path, query } = target
    if (!pageExists(app, path)) {
      const event = { path, query, isEntryPage: true }
      const handled = callApp('onPageNotFound', event) || notFound.size() > 0
      notFound.emit(event)
      if (!handled) recorder.error('launch', new Error(`page "${path}" is not found`))
      if (pages.entries.length === 0) pages.reset(() => missingPage(path))
      return
    }
    const escaped = query ?? {}
    try {
      pages.reset(() => openOwnPage(deps, { path, query: escaped }))
    } catch (error) {
      onError(`open ${path}?${formatQuery(escaped)}`, error)
    }
  }

  function missingPage(route: string): StackEntry {
    const element = h('section', 'sim-page sim-missing', '页面不存在')
    phone.screen.pages.append(element)
    const bar = { title: '', background: '#ffffff', textStyle: 'black', custom: false } as const
    const nothing = () => {}
    return {
      kind: 'page',
      route,
      query: {},
      element,
      openMs: 0,
      bar,
      show: nothing,
      hide: nothing,
      unload: nothing,
    }
  }

  return {
    ...running,
    app: isObject(instance) ? instance : {},
    reenter(given) {
      lifecycle.hide()
      // From the icon or the recent list the app is where it was left.
      if (!given.path) return lifecycle.show(given)
      const target = complete(given)
      lifecycle.enterWith(target)
      openFirst(target)
      pages.setVisible(true)
    },
    kill() {
      pages.clear()
      phone.overlays.clear()
    },
  }
}
