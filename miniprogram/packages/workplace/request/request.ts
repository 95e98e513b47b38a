import type { ActionInput, CaseView, InvitationView } from '../../../cloud/types'

export const deeds = ['copy', 'withdraw', 'erase'] as const
export type Deed = (typeof deeds)[number]
export const grounds = ['person', 'agent', 'authority'] as const
export type Ground = (typeof grounds)[number]

/** Whom it is about: by one of his verifications, or by the invitation that names him. */
export interface Subject {
  id: string
  kind: 'person' | 'invited'
  /** Masked; '' when unknown. */
  name: string
  contact: string
}

type Masked = 'id' | 'maskedName' | 'maskedContact'

export function subjectsOf(
  cases: readonly Pick<CaseView, Masked>[],
  invitations: readonly Pick<InvitationView, Masked>[],
): Subject[] {
  return [
    ...cases.map(({ id, maskedName, maskedContact }) => ({
      id,
      kind: 'person' as const,
      name: maskedName ?? '',
      contact: maskedContact,
    })),
    ...invitations.map(({ id, maskedName, maskedContact }) => ({
      id,
      kind: 'invited' as const,
      name: maskedName,
      contact: maskedContact,
    })),
  ]
}

/** The number of the file as the server takes it; null: it is none. */
export function referenceOf(typed: string): string | null {
  const reference = typed.trim()
  return /^[A-Za-z0-9-]{1,40}$/.test(reference) ? reference : null
}

export interface Wish {
  subject: Subject
  deed: Deed
  ground: Ground
  reference: string
}

export function inputOf({ subject, ground, reference }: Wish): ActionInput<'request.copy'> {
  const { id, kind } = subject
  return { about: kind === 'person' ? { verification: id } : { invitation: id }, reference, ground }
}
