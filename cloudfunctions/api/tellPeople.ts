import { createLog } from '../platform/log'
import type { Deps } from '../usecases/kit/deps'
import { hasMessages } from '../usecases/kit/hasMessages'
import { unlessMisconfigured } from '../usecases/kit/unlessMisconfigured'

const log = createLog()

/** ms between two looks of an instance for what others have left. */
const pause = 60_000
/** ms after which it is taken that no run of the timer may send messages: it would have. */
const timerPatience = 10 * 60_000

/**
 * A call of the mini-program is the run that surely may make cloud calls: it sends what it has left itself, and once in a
 * while what the timer could not. Never throws: the answer is ready.
 */
export async function tellPeople(dependencies: () => Deps): Promise<void> {
  const deps = unlessMisconfigured(dependencies)
  if (!deps || !hasMessages(deps)) return
  const { messages } = deps.instance
  const now = deps.clock()
  const isMine = messages.left
  if (!isMine && now - messages.lookedAt < pause) return
  Object.assign(messages, { left: false, lookedAt: now })
  try {
    const { ofCall, sendMessages } = await import('../usecases/message/send')
    await sendMessages(deps, { most: ofCall, before: isMine ? now : now - timerPatience })
  } catch (error) {
    log.warn('messages.left', { error: error instanceof Error ? error.name : 'unknown' })
  }
}
