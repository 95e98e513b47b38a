import type { Json } from './types'

type Listener = (...args: unknown[]) => void

/** One end of the line between a page and the page it opened. */
export interface EventChannel {
  on(event: string, listener: Listener): void
  once(event: string, listener: Listener): void
  off(event: string, listener?: Listener): void
  emit(event: string, ...args: unknown[]): void
}

export interface ChannelEnd {
  channel: EventChannel
  /** Calls what was registered on this end. */
  deliver(event: string, args: unknown[]): void
}

export function createEnd(send: (event: string, args: unknown[]) => void, events?: unknown): ChannelEnd {
  const listeners = new Map<string, Set<Listener>>()
  const add = (event: string, listener: Listener) => {
    const known = listeners.get(event) ?? new Set()
    listeners.set(event, known.add(listener))
  }
  for (const [event, listener] of Object.entries(functionsOf(events))) add(event, listener)
  return {
    channel: {
      on: add,
      once(event, listener) {
        const wrapped: Listener = (...args) => {
          listeners.get(event)?.delete(wrapped)
          listener(...args)
        }
        add(event, wrapped)
      },
      off(event, listener) {
        if (listener) listeners.get(event)?.delete(listener)
        else listeners.delete(event)
      },
      emit: (event, ...args) => send(event, args),
    },
    deliver(event, args) {
      for (const listener of [...(listeners.get(event) ?? [])]) listener(...args)
    },
  }
}

/** Two connected ends: `events` of navigateTo listen on the opener's. */
export function createChannelPair(events?: unknown): { opener: EventChannel; opened: EventChannel } {
  const opener: ChannelEnd = createEnd((event, args) => opened.deliver(event, args), events)
  const opened: ChannelEnd = createEnd((event, args) => opener.deliver(event, args))
  return { opener: opener.channel, opened: opened.channel }
}

/** The members of an object that are functions. */
export function functionsOf(value: unknown): Record<string, Listener> {
  if (typeof value !== 'object' || value === null) return {}
  const found: Record<string, Listener> = {}
  for (const [name, member] of Object.entries(value as Json)) {
    if (typeof member === 'function') found[name] = (...args) => member(...args)
  }
  return found
}
