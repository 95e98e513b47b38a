import type { ActionInput, CaseView, State, Subject, VendorId } from '../../../cloud/types'

/** What the list is narrowed to; null: not by this. */
export interface Query {
  text: string
  state: State | null
  vendor: VendorId | null
  subject: Subject | null
  tag: CaseView['tag']
  since: Since | null
}

/** How long ago the oldest may have been made, days of the phone's calendar, today included. */
export const spans = [1, 7, 30, 90] as const
export type Since = (typeof spans)[number]

export const everything: Query = {
  text: '',
  state: null,
  vendor: null,
  subject: null,
  tag: null,
  since: null,
}

type Filters = Pick<
  ActionInput<'workplace.verifications'>,
  'text' | 'state' | 'vendor' | 'subject' | 'tag' | 'from'
>

/** As the server takes it: what does not narrow is left out. */
export function filtersOf({ text, state, vendor, subject, tag, since }: Query, now = Date.now()): Filters {
  const whole = text.trim()
  return {
    ...(whole === '' ? {} : { text: whole }),
    ...(state === null ? {} : { state }),
    ...(vendor === null ? {} : { vendor }),
    ...(subject === null ? {} : { subject }),
    ...(tag === null ? {} : { tag }),
    ...(since === null ? {} : { from: beginning(since, now) }),
  }
}

export function narrows(query: Query): boolean {
  return Object.keys(filtersOf(query)).length > 0
}

/** Midnight, so that the pages of one list begin at the same moment whenever they are asked for. */
function beginning(days: number, now: number): number {
  const day = new Date(now)
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() - days + 1).getTime()
}
