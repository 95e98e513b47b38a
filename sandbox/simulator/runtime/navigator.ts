import type { Navigator } from './context'
import { later } from './dom'
import { createChannelPair } from './event-channel'
import { openOwnPage, type PageDeps } from './own-page'
import { type PageStack, pageLimit, type StackEntry } from './page-stack'
import { openPluginPage, type PluginDeps } from './plugin-page'
import { ApiFailure } from './registry'
import { pageExists, parsePluginUrl, parseUrl, pluginAliases, resolvePath, type Target } from './route'
import type { BootOptions, Json } from './types'

export function createNavigator(deps: PageDeps, stack: PageStack, options: BootOptions): Navigator {
  const { app } = deps

  /** Relative paths count from the page on top. */
  function own(url: string): Target {
    const { path, query } = parseUrl(url)
    const target = { path: resolvePath(stack.top()?.route ?? '', path), query }
    if (!pageExists(app, target.path)) throw new ApiFailure(`page "${target.path}" is not found`)
    return target
  }

  function plugin(url: string): string {
    const target = parsePluginUrl(url)
    if (!target || !pluginAliases(app).includes(target.alias))
      throw new ApiFailure(`plugin "${target?.alias ?? url}" is not declared in app.json`)
    if (!options.plugins?.[target.alias] && !options.onPluginPage)
      throw new ApiFailure(`plugin "${target.alias}" is not found`)
    return url
  }

  const pluginDeps: PluginDeps = {
    options,
    container: deps.container,
    leave: entry => leave(entry),
    redirect: (entry, url) =>
      attempt(() => {
        const target = own(url.startsWith('/') ? url : `/${url}`)
        stack.replace(entry, () => openOwnPage(deps, target))
      }),
    replace: (entry, url, events) =>
      attempt(() => {
        plugin(url)
        stack.replace(entry, () => openPluginPage(pluginDeps, url, events, true).entry)
      }),
    onError: deps.onError,
  }

  function leave(entry: StackEntry): void {
    if (stack.top() === entry) stack.back(1)
  }

  function attempt(run: () => void): void {
    try {
      run()
    } catch (error) {
      deps.onError('plugin jump', error)
    }
  }

  return {
    navigateTo(url, events) {
      if (stack.entries.length >= pageLimit) throw new ApiFailure('webview count limit exceed')
      if (/^plugin(-private)?:/.test(url)) return toPlugin(plugin(url), events)
      return toOwn(own(url), events)
    },
    async redirectTo(url) {
      const target = own(url)
      await later()
      const top = stack.top()
      if (top) stack.replace(top, () => openOwnPage(deps, target))
    },
    async reLaunch(url) {
      const target = own(url)
      await later()
      stack.reset(() => openOwnPage(deps, target))
    },
    async navigateBack(delta) {
      await later()
      if (stack.entries.length < 2) throw new ApiFailure('cannot navigate back at first page.')
      stack.back(delta)
    },
  }

  async function toOwn(target: Target, events: unknown): Promise<Json> {
    const pair = createChannelPair(events)
    await later()
    stack.push(() => openOwnPage(deps, target, pair.opened))
    return { eventChannel: pair.opener }
  }

  async function toPlugin(url: string, events: unknown): Promise<Json> {
    await later()
    let eventChannel: unknown
    stack.push(() => {
      const opened = openPluginPage(pluginDeps, url, events)
      eventChannel = opened.channel
      return opened.entry
    })
    return { eventChannel }
  }
}
