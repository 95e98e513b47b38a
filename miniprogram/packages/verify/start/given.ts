import type { InvitationTerms, InviteeField } from '../../../cloud/types'
import { createDraft } from '../../../form/draft'

/** A field that the inviting side has filled in. */
export interface Given {
  /** Masked, but for an organization's public data. */
  text: string
  locked: boolean
  /** The invitee types another value instead. */
  changing: boolean
  change: () => void
  keep: () => void
}
export type GivenFields = Partial<Record<InviteeField, Given>>

/** Which of them are being changed. */
export const changingDraft = createDraft<{ fields: readonly InviteeField[] }>({ fields: [] })

export type Emptied = Partial<Record<InviteeField, string>>

/** `onChange` empties a field before something else is typed there. */
export function useGiven(
  invitation: string | null,
  terms: InvitationTerms | null,
  onChange: (emptied: Emptied) => void,
): GivenFields {
  const [{ fields }, set] = changingDraft.useDraft(invitation)
  const without = (field: InviteeField) => fields.filter(each => each !== field)
  const entries = (terms?.filledIn ?? []).map(({ field, text, locked }) => {
    const given: Given = {
      text,
      locked,
      changing: !locked && fields.includes(field),
      change: () => {
        onChange({ [field]: '' })
        set({ fields: [...without(field), field] })
      },
      keep: () => set({ fields: without(field) }),
    }
    return [field, given]
  })
  return Object.fromEntries(entries)
}

/** It goes to the vendor as the inviting side has filled it in. */
export function stays(given: Given | undefined): boolean {
  return given !== undefined && !given.changing
}

/** Nothing that was typed where a filled-in value stays. */
export function typedOnly<D extends Emptied>(draft: D, given: GivenFields): D {
  const staying = Object.entries(given).filter(([, each]) => stays(each))
  return { ...draft, ...Object.fromEntries(staying.map(([field]) => [field, ''])) }
}
