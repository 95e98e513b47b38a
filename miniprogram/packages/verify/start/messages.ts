import { callAside } from '../../../cloud/aside'
import type { ConfigResult } from '../../../cloud/types'
import { askFor, type Kind } from '../../../form/ask-messages'

/** Older WeChat asks about three at once. */
const mostAtOnce = 3

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
  if (kinds.length > 0) callAside('message.accept', { id, kinds })
}
