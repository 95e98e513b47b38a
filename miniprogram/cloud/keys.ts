import { randomKey } from '../form/intent'
import type { ActionInput, ActionName, KeyedAction } from './types'

/** Calls that make something, and that no form gives a key. One that is missing here does not compile. */
const keyedActions: Readonly<Record<KeyedAction, true>> = {
  'consent.record': true,
  'phone.number': true,
  'handover.create': true,
  'operator.invite': true,
  'batch.saveRow': true,
  'invitation.resend': true,
  'workplace.beginExport': true,
  'brand.save': true,
  'apiKey.create': true,
  'endpoint.create': true,
  'endpoint.rotate': true,
  'endpoint.test': true,
  'delivery.replay': true,
}

/** Keys of wishes whose answer was lost, by what was wished. */
const open = new Map<string, string>()

/** A call with its key: tried again after a lost answer, the same wish carries the same one, so that it counts once. */
interface Keyed<A extends ActionName> {
  input: ActionInput<A>
  /** Answered: the next wish like it is a new one. */
  done: () => void
}

export function keyed<A extends ActionName>(action: A, input: ActionInput<A>): Keyed<A> {
  if (!(action in keyedActions)) return { input, done: () => {} }
  const wish = JSON.stringify([action, input])
  const clientKey = open.get(wish) ?? randomKey()
  open.set(wish, clientKey)
  return { input: { ...input, clientKey }, done: () => open.delete(wish) }
}
