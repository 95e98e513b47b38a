import Taro from '@tarojs/taro'
import { callAction } from '../../../cloud/call'
import type { ConfigResult } from '../../../cloud/types'

type Message = NonNullable<ConfigResult['messages']>[number]
type Kind = Message['kind']

/** Older WeChat asks about three at once. */
const mostAtOnce = 3

/**
 * WeChat's own question whether one wants to be told. It comes only in a tap, before anything is waited for. Whatever is
 * answered, refused or broken, nothing is thrown.
 */
export async function askFor(asked: readonly Message[]): Promise<Kind[]> {
  if (asked.length === 0 || typeof Taro.requestSubscribeMessage !== 'function') return []
  const tmplIds = asked.map(({ template }) => template)
  try {
    // `entityIds` is for Alipay.
    const answers = new Map(Object.entries(await Taro.requestSubscribeMessage({ tmplIds, entityIds: [] })))
    return asked.filter(({ template }) => answers.get(template) === 'accept').map(({ kind }) => kind)
  } catch {
    return []
  }
}

/** Of what concerns a start: the result, and the end of an invitation. What the tap was for goes on. */
export function askToTell(
  { messages = [] }: Pick<ConfigResult, 'messages'>,
  invited: boolean,
): Promise<Kind[]> {
  const concerns = messages.filter(({ kind }) => kind !== 'weekly' && (kind !== 'reminder' || invited))
  return askFor(concerns.slice(0, mostAtOnce))
}

/** The server is told what was agreed to. Nobody waits for it: a message that does not come is all that is lost. */
export function keepTelling(id: string, kinds: Kind[]): void {
  if (kinds.length > 0) callAction('message.accept', { id, kinds }).catch(() => undefined)
}
