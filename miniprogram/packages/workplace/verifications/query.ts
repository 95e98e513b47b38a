import type { ActionInput, State, Subject, VendorId } from '../../../cloud/types'

/** What the list is narrowed to; null: not by this. */
export interface Query {
  text: string
  state: State | null
  vendor: VendorId | null
  subject: Subject | null
}

export const everything: Query = { text: '', state: null, vendor: null, subject: null }

type Filters = Pick<ActionInput<'workplace.verifications'>, 'text' | 'state' | 'vendor' | 'subject'>

/** As the server takes it: what does not narrow is left out. */
export function filtersOf({ text, state, vendor, subject }: Query): Filters {
  const whole = text.trim()
  return {
    ...(whole === '' ? {} : { text: whole }),
    ...(state === null ? {} : { state }),
    ...(vendor === null ? {} : { vendor }),
    ...(subject === null ? {} : { subject }),
  }
}

export function narrows(query: Query): boolean {
  return Object.keys(filtersOf(query)).length > 0
}
