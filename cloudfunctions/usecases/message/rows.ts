import type { Message } from '../../domain/message/message'
import { messageLifetime } from '../../domain/message/message'
import type { MessageKind } from '../../domain/message/template'
import type { Deps } from '../kit/deps'

/** How many messages of one verification there can be at most. */
export const mostOfOne = 10

export function freshMessage(
  { clock }: Pick<Deps, 'clock'>,
  { kind, about, owner, dueAt }: Pick<Message, 'kind' | 'about' | 'owner' | 'dueAt'>,
): Message {
  const now = clock()
  return {
    _id: messageId(kind, about),
    version: 1,
    kind,
    about,
    owner,
    state: 'waiting',
    reviewed: false,
    dueAt,
    tries: 0,
    code: null,
    sentAt: null,
    createdAt: now,
    expiresAt: now + messageLifetime,
  }
}

export const messageId = (kind: MessageKind, about: string): string => `${kind}_${about}`

/** Those that go out only once something has become of what they are about. */
export const isAboutEnd = (kind: MessageKind): boolean => kind === 'result' || kind === 'review'
