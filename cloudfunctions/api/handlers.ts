import { type ActionName, actions } from '../contract/actions'
import type { Handler } from './handler'
import { people } from './people'

/** The use case behind an action; ./perform.ts is the way to it. */
export async function handlerOf(action: ActionName): Promise<Handler> {
  if (actions[action].caller === 'everyone') return (people as Record<string, Handler>)[action] as Handler
  const { operators } = await import('./operators')
  return (operators as Record<string, Handler>)[action] as Handler
}
