import type { Invitation } from '../../cloudfunctions/domain/invitation/invitation'

/** An invitation as it is stored, made so many seconds after the clock of the tests began; nobody was told of it yet. */
export function invitationOf(index: number, changes: Partial<Invitation> = {}): Invitation {
  const _id = `i_${String(index).padStart(32, '0')}`
  const createdAt = changes.createdAt ?? 1_700_000_000_000 + index * 1000
  return {
    _id,
    version: 1,
    listKey: `${createdAt}_${_id}`,
    owner: 'olivia',
    campaignId: null,
    number: 0,
    subject: 'person',
    title: '入职认证',
    note: '',
    vendor: null,
    mode: null,
    locked: [],
    redirect: null,
    bizId: '',
    tokenHash: String(index),
    edition: 1,
    sealed: null,
    maskedName: '',
    maskedContact: '',
    searchKeys: [],
    most: 1,
    begun: 0,
    verified: 0,
    finished: 0,
    state: 'pending',
    openedAt: null,
    createdAt,
    updatedAt: createdAt,
    expiresAt: createdAt + 30 * 24 * 3600_000,
    dueAt: null,
    redactAt: null,
    outbox: [],
    outboxAt: null,
    auditHash: '',
    ...changes,
  }
}
