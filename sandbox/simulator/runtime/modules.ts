import type { Engine, FileScope } from './engine'
import { packageOf, resolvePath } from './route'
import type { Recorder } from './stats'
import type { AppPackage, Json } from './types'

export interface Surroundings {
  wx: Json
  recorder: Recorder
  getApp: () => Json | null
  getCurrentPages: () => Json[]
}

export interface Modules {
  /** Runs app.js and returns what it gave to App(). */
  runApp(): Json
  /** Loads the files of a page and of every component it uses. */
  define(path: string): void
}

type Level = 'log' | 'info' | 'warn' | 'error' | 'debug'

/** Files of the package as WeChat runs them: one scope a file, no DOM, each file once. */
export function createModules(app: AppPackage, engine: Engine, around: Surroundings): Modules {
  const cache = new Map<string, { exports: unknown }>()
  const defined = new Set<string>()
  let definition: Json | null = null
  // Page() and Component() belong to the file being loaded, wherever the call is written: Taro calls
  // Component() for comp.js inside taro.js.
  let current: FileScope | null = null

  const consoleForApp = Object.fromEntries(
    (['log', 'info', 'warn', 'error', 'debug'] satisfies Level[]).map(level => [
      level,
      (...args: unknown[]) => around.recorder.console(level, args),
    ]),
  )
  const globalForApp: Json = {
    Object,
    Array,
    Date,
    Math,
    Promise,
    JSON,
    Symbol,
    Map,
    Set,
    setTimeout,
    clearTimeout,
  }
  const page = (options: Json) => current?.Page(options)
  const behavior = (options: Json) =>
    current ? current.Behavior(options) : engine.scope('app', scope => scope.Behavior(options))
  const component = (options: Json) => {
    const behaviors = Array.isArray(options.behaviors) ? options.behaviors.map(nativeBehavior) : undefined
    return current?.Component(behaviors ? { ...options, behaviors } : options)
  }
  const nativeBehavior = (each: unknown) =>
    each === 'wx://form-field' ? behavior({ properties: { name: String, value: null } }) : each
  const app_ = (options: Json) => {
    definition = { ...options }
  }
  const requirePlugin = (alias: string) => {
    around.recorder.warning(`requirePlugin('${alias}'): the simulator has plugin pages, not plugin code`)
    return {}
  }

  function load(id: string): unknown {
    const known = cache.get(id)
    if (known) return known.exports
    const run = app.modules[id]
    if (!run) throw new Error(`module '${id}.js' is not defined`)
    const module = { exports: {} as unknown }
    cache.set(id, module)
    const require = (request: string) => {
      const wanted = resolvePath(id, request.replace(/\.js$/, ''))
      const home = packageOf(app, wanted)
      if (home !== null && home !== packageOf(app, id))
        throw new Error(`module '${wanted}.js' is not defined, it lies in the subpackage '${home}'`)
      return load(app.modules[wanted] || !app.modules[`${wanted}/index`] ? wanted : `${wanted}/index`)
    }
    run.call(
      undefined,
      require,
      module,
      module.exports,
      around.wx,
      app_,
      page,
      component,
      behavior,
      around.getApp,
      around.getCurrentPages,
      requirePlugin,
      consoleForApp,
      globalForApp,
    )
    return module.exports
  }

  function define(path: string): void {
    if (defined.has(path)) return
    defined.add(path)
    const using = app.json[path]?.usingComponents
    for (const target of Object.values(using ?? {})) {
      if (typeof target === 'string' && !/^(plugin|plugin-private|ext):/.test(target))
        define(resolvePath(path, target))
    }
    engine.scope(path, scope => {
      const before = current
      current = scope
      try {
        load(path)
      } finally {
        current = before
      }
    })
  }

  return {
    define,
    runApp() {
      const everywhere = app.json.app?.usingComponents
      for (const target of Object.values(everywhere ?? {})) define(resolvePath('app', String(target)))
      load('app')
      if (!definition) throw new Error('app.js does not call App()')
      return definition
    },
  }
}
