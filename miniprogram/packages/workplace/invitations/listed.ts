import type { InvitationView } from '../../../cloud/types'

export const bulkActs = ['remind', 'resend', 'revoke'] as const
export type BulkAct = (typeof bulkActs)[number]

/** What the server takes by one call. */
const most = 100

const open: Readonly<Record<BulkAct, ReadonlySet<InvitationView['state']>>> = {
  remind: new Set(['pending', 'started']),
  resend: new Set(['pending', 'started', 'expired']),
  revoke: new Set(['pending', 'started']),
}

/** Those of the list that have not come to their end: with them it can be done. */
export function actedOn(act: BulkAct, items: readonly InvitationView[]): string[] {
  return items
    .filter(({ state }) => open[act].has(state))
    .slice(0, most)
    .map(({ id }) => id)
}
