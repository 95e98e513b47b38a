import { h } from './dom'
import { type ChannelEnd, createEnd, type EventChannel, functionsOf } from './event-channel'
import type { StackEntry } from './page-stack'
import { isObject } from './registry'
import { parsePluginUrl, parseUrl } from './route'
import type { BootOptions, PluginPageHandle } from './types'

export interface PluginDeps {
  options: BootOptions
  container: HTMLElement
  /** Pops the plugin page; the opener is shown. */
  leave(entry: StackEntry): void
  /** Puts a page of the app in its place. */
  redirect(entry: StackEntry, url: string): void
  /** Puts another plugin page in its place. */
  replace(entry: StackEntry, url: string, events: unknown): void
  onError(where: string, error: unknown): void
}

type Events = Record<string, (...args: unknown[]) => void>

/** Opens `plugin://alias/page`, known to exist. Returns the stack entry and the opener's end of the channel. */
export function openPluginPage(
  deps: PluginDeps,
  url: string,
  events: unknown,
  chained = false,
): { entry: StackEntry; channel: EventChannel } {
  const target = parsePluginUrl(url)
  if (!target) throw new Error(`not a plugin page: ${url}`)
  let closed = false
  let nextEvents: Events = {}
  const listeners = functionsOf(events)
  const element = h('section', 'sim-page sim-plugin')
  element.dataset.route = `plugin://${target.alias}/${target.page}`

  const end: ChannelEnd = createEnd((event, args) => {
    if (closed) return
    if (event === 'jumpTo') nextEvents = Object.assign({}, ...args.map(functionsOf))
    link.send({ wxPlugin: 1, type: 'emit', event, args: withoutFunctions(args) })
  })

  const receive = (message: unknown) => {
    if (closed || !isObject(message) || message.wxPlugin !== 1) return
    if (message.type === 'emit')
      deliver(String(message.event), Array.isArray(message.args) ? message.args : [])
    else if (message.type === 'jump')
      jump(typeof message.url === 'string' && message.url ? message.url : undefined)
    else if (message.type === 'back') deps.leave(entry)
  }
  const deliver = (event: string, args: unknown[]) => {
    try {
      // Callbacks handed over by jumpTo belong to a page their owner did not open, so they get its channel.
      listeners[event]?.(...(chained ? [end.channel, ...args] : args))
      end.deliver(event, args)
    } catch (error) {
      deps.onError(`${element.dataset.route} ${event}`, error)
    }
  }
  const jump = (to: string | undefined) => {
    if (to === undefined) deps.leave(entry)
    else if (to.startsWith('plugin://')) deps.replace(entry, to, nextEvents)
    else deps.redirect(entry, to)
  }

  const link = deps.options.onPluginPage
    ? handleLink(deps.options.onPluginPage, url, receive)
    : frameLink(element, frameUrl(deps.options, target), receive)
  const entry: StackEntry = {
    kind: 'plugin',
    route: element.dataset.route,
    query: parseUrl(url).query,
    element,
    openMs: 0,
    bar: { title: '', background: '#ffffff', textStyle: 'black', custom: false },
    show() {},
    hide() {},
    unload() {
      closed = true
      link.close()
    },
  }
  deps.container.append(element)
  return { entry, channel: end.channel }
}

interface Link {
  send(message: { event: string; args: unknown[]; [key: string]: unknown }): void
  close(): void
}

function frameUrl(
  options: BootOptions,
  { alias, page, search }: { alias: string; page: string; search: string },
) {
  return `${options.plugins?.[alias] ?? ''}/${page}${search ? `?${search}` : ''}`
}

function frameLink(element: HTMLElement, url: string, receive: (message: unknown) => void): Link {
  const frame = h('iframe', 'sim-frame')
  frame.title = '插件页面'
  const waiting: unknown[] = []
  let ready = false
  const listen = (event: MessageEvent) => {
    if (event.source === null || event.source !== frame.contentWindow) return
    if (isObject(event.data) && event.data.wxPlugin === 1 && event.data.type === 'ready') {
      ready = true
      for (const message of waiting.splice(0)) frame.contentWindow?.postMessage(message, '*')
    } else receive(event.data)
  }
  window.addEventListener('message', listen)
  frame.src = url
  element.append(frame)
  return {
    send(message) {
      if (ready) frame.contentWindow?.postMessage(message, '*')
      else waiting.push(message)
    },
    close: () => window.removeEventListener('message', listen),
  }
}

function handleLink(
  give: (handle: PluginPageHandle) => void,
  url: string,
  receive: (message: unknown) => void,
): Link {
  const target = parsePluginUrl(url)
  const received: PluginPageHandle['received'] = []
  const send = (message: Record<string, unknown>) => receive({ wxPlugin: 1, ...message })
  const handle: PluginPageHandle = {
    url,
    alias: target?.alias ?? '',
    page: target?.page ?? '',
    query: parseUrl(url).query,
    received,
    emit: (event, ...args) => send({ type: 'emit', event, args }),
    jump: to => send({ type: 'jump', url: to }),
    back: () => send({ type: 'back' }),
  }
  // The test must not talk to a page that is not on the stack yet.
  setTimeout(() => give(handle), 0)
  return {
    send: ({ event, args }) => received.push({ event, args }),
    close() {},
  }
}

function withoutFunctions(args: unknown[]): unknown[] {
  return args.map(arg =>
    JSON.parse(JSON.stringify(arg ?? null, (_, value) => (typeof value === 'function' ? null : value))),
  )
}
