import type { Message, SendAnswer } from '../../cloudfunctions/domain/message/message'
import { readTemplates } from '../../cloudfunctions/domain/message/template'
import type { OutgoingMessage } from '../../cloudfunctions/platform/messages'
import { start } from '../../cloudfunctions/usecases/verification/start'
import { createWorld, type World } from './world'

export interface MessageWorld extends World {
  /** What WeChat was told to send. */
  sent: OutgoingMessage[]
  /** What it answers, one after the other; then always that it was sent. */
  answers: SendAnswer[]
  /** The verification of a person, just begun. */
  verificationOf(owner: string): Promise<string>
  /** Writes messages past the use cases: one that waits and is due, but for what is said of it. */
  put(...all: Partial<Message>[]): Promise<void>
  messages(): Message[]
}

const templates = readTemplates(
  [
    'result:template-of-results:matter=thing1,outcome=phrase2,time=time3,from=thing4,hint=thing5',
    'review:template-of-reviews:outcome=thing1',
    'reminder:template-of-reminders:matter=thing1,until=date2,from=thing3,hint=thing4',
    'weekly:template-of-weeks:time=time1,done=number2,waiting=number3,failed=number4,hint=thing5',
  ].join(';'),
)

/** Use cases of messages, with a template for each kind. */
export function createMessageWorld(): MessageWorld {
  const world = createWorld()
  if (!templates) throw new Error('not written as templates')
  Object.assign(world.deps.config, { messages: templates })
  const sent: OutgoingMessage[] = []
  const answers: SendAnswer[] = []
  world.deps.sendMessage = async message => {
    sent.push(message)
    return answers.shift() ?? { kind: 'sent' }
  }
  let people = 0
  return {
    ...world,
    sent,
    answers,
    async verificationOf(owner) {
      const clientKey = `key-of-person-${String(++people).padStart(8, '0')}`
      return (await start(world.deps, owner, await world.startInput({ clientKey }, owner))).verification.id
    },
    async put(...all) {
      const now = world.deps.clock()
      const waiting: Message = {
        _id: 'result_v_1',
        version: 1,
        kind: 'result',
        about: 'v_1',
        owner: 'alice',
        state: 'waiting',
        reviewed: false,
        dueAt: now,
        tries: 0,
        code: null,
        sentAt: null,
        createdAt: now,
        expiresAt: now + 1,
      }
      await world.store.insertMany(
        'messages',
        all.map(each => ({ ...waiting, ...each })),
      )
    },
    messages: () => world.store.all('messages'),
  }
}
