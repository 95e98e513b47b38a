import type { ActionInput, CaseView, InvitationView, RowDetail } from '../../../cloud/types'

export const deeds = ['copy', 'withdraw', 'erase'] as const
export type Deed = (typeof deeds)[number]
export const grounds = ['person', 'agent', 'authority'] as const
export type Ground = (typeof grounds)[number]

/** Whom it is about: by one of his verifications, or by the invitation or the row of a batch that names him. */
export interface Subject {
  id: string
  kind: 'person' | 'invited' | 'row'
  /** Masked, but for an administrator's; '' when unknown. */
  name: string
  contact: string
  /** Of a row: the organization it is about. */
  company?: string
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

/** The administrator of an organization of a batch. */
export function administratorOf({ id, name, fields }: Pick<RowDetail, 'id' | 'name' | 'fields'>): Subject {
  return {
    id,
    kind: 'row',
    name: fields?.adminName ?? '',
    contact: fields?.adminMobile ?? '',
    company: name,
  }
}

const abouts: Record<Subject['kind'], (id: string) => ActionInput<'request.copy'>['about']> = {
  person: verification => ({ verification }),
  invited: invitation => ({ invitation }),
  row: row => ({ row }),
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
  return { about: abouts[kind](id), reference, ground }
}
