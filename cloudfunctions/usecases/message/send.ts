import { fill } from '../../domain/message/fill'
import { type Message, nextSend, type SendAnswer, verdictOf } from '../../domain/message/message'
import type { Changes } from '../../platform/change'
import type { Deps } from '../kit/deps'
import { contentOf } from './content'

export interface MessageReport {
  told: number
  untold: number
}

/** Messages of one run of the timer, and of a call of a person, who waits meanwhile. */
export const ofRun = 20
export const ofCall = 3
/** ms a run may have a message to itself: longer than any run. */
const lease = 90_000
/** ms one call may take, so that none is begun that the run cannot wait for. */
const reserve = 1000

/**
 * Sends what is due, `most` at once at most. Whoever marks a message first has it; one whose outcome nobody heard is
 * never sent again. Stops where this run may not send any, and leaves it all as it is.
 */
export async function sendMessages(
  deps: Deps,
  { most, before = deps.clock() }: { most: number; before?: number },
): Promise<MessageReport> {
  const report = { told: 0, untold: 0 }
  const due = await deps.store.find('messages', {
    where: [
      ['dueAt', 'gt', 0],
      ['dueAt', 'lte', before],
    ],
    orderBy: [['dueAt', 'asc']],
    limit: most,
  })
  for (const each of due) {
    if (!deps.hasTime(reserve)) break
    const outcome = await attend(deps, each)
    if (outcome === 'elsewhere') break
    if (outcome === 'sent') report.told += 1
    if (outcome === 'unsent') report.untold += 1
  }
  return report
}

/** null: nothing was to be sent, or somebody else sends it. */
type Outcome = 'sent' | 'unsent' | 'elsewhere' | null

async function attend(deps: Deps, found: Message): Promise<Outcome> {
  const { store, clock, config, log } = deps
  const { _id, version, kind, owner, tries } = found
  const write = (at: number, changes: Changes<'messages'>) => store.replace('messages', _id, at, changes)
  // Whoever was sending it has died over it: it may have gone out.
  if (found.state === 'sending') {
    await write(version, { ...ended, state: 'unknown' })
    return 'unsent'
  }
  const template = config.messages[kind]
  const content = template && (await contentOf(deps, found))
  if (!template || !content) {
    await write(version, { ...ended, state: 'over' })
    return null
  }
  if (content.later !== undefined) {
    await write(version, { dueAt: content.later })
    return null
  }
  if (!(await write(version, { state: 'sending', dueAt: clock() + lease }))) return null
  const { said, page } = content
  const message = { openid: owner, template: template.id, page, data: fill(template, said) }
  const answer = await deps.sendMessage(message)
  await write(version + 1, afterwards(found, answer, clock()))
  if (answer.kind === 'sent') return 'sent'
  const code = answer.kind === 'refused' ? answer.code : null
  log.warn('message.unsent', { kind, code, tries: tries + 1 })
  return code !== null && verdictOf(code) === 'elsewhere' ? 'elsewhere' : 'unsent'
}

/** Nobody is told any more, so nobody needs to be known. */
const ended = { owner: '', dueAt: null } as const

function afterwards({ tries, dueAt }: Message, answer: SendAnswer, now: number): Changes<'messages'> {
  if (answer.kind === 'sent') return { ...ended, state: 'sent', sentAt: now, code: null }
  if (answer.kind === 'unknown') return { ...ended, state: 'unknown' }
  const { code } = answer
  const verdict = verdictOf(code)
  // Nobody's fault: another run may.
  if (verdict === 'elsewhere') return { state: 'waiting', dueAt, code }
  if (verdict !== 'again') return { ...ended, state: verdict, code }
  const pause = nextSend(tries + 1)
  return pause === null
    ? { ...ended, state: 'failed', code, tries: tries + 1 }
    : { state: 'waiting', dueAt: now + pause, code, tries: tries + 1 }
}
