import type { Deps } from './deps'

/** Of the counter that says since when a run has been asked for. */
const id = 'wake'
/** ms after which a run that was asked for and never began may be asked for again. */
const patience = 60_000

/** Something is due at once that only a run of the timer does: this run may ask for one when it has done its own work. */
export function wantRun({ instance }: Pick<Deps, 'instance'>): void {
  instance.nextRun.wanted = true
}

/** This run does it itself, from now on: what was left until now needs no other. */
export function attendHere({ instance }: Pick<Deps, 'instance'>): void {
  instance.nextRun.wanted = false
}

/**
 * Whether this run is to start one. Of all that ask before it has begun only one does: it has not looked yet, and will
 * find what every one of them has left. One write, and none where nothing was left.
 */
export async function claimRun(deps: Deps): Promise<boolean> {
  const { store, clock, instance } = deps
  if (!instance.nextRun.wanted) return false
  attendHere(deps)
  const now = clock()
  const notBefore = now + patience
  const claimed = await store.updateMany(
    'counters',
    [
      ['_id', 'eq', id],
      ['notBefore', 'lte', now],
    ],
    { set: { notBefore } },
  )
  return claimed === 1 || store.insert('counters', { _id: id, version: 1, value: 0, notBefore })
}

/** The run that was asked for begins to look: whatever is left from now on needs another. */
export async function beginRun({ store }: Pick<Deps, 'store'>): Promise<void> {
  await store.updateMany('counters', [['_id', 'eq', id]], { set: { notBefore: 0 } })
}
