import type { Verification } from '../../domain/verification'
import type { Deps } from '../kit/deps'
import type { OnFailure } from '../kit/outbox'
import { commit, commitAll } from './commit'
import { nobodysConsent } from './consents'
import { stopping } from './stop'

/** What was typed, whose it is, and by what it was found: none of it stays. */
const nobody = {
  owner: '',
  bodyHash: '',
  searchKeys: [],
  maskedName: null,
  maskedContact: '',
  sealed: null,
  before: null,
  tag: null,
  redactAt: null,
  dueAt: null,
}

/**
 * After the retention time; irreversible. Returns how many were: those somebody changed meanwhile are left to the next
 * run.
 */
export async function redactAll(
  deps: Deps,
  found: readonly Verification[],
  onFailure: OnFailure,
): Promise<number> {
  if (found.length === 0) return 0
  await clearBeside(deps, found)
  const asFound = new Map(found.map(({ _id, version }) => [_id, version]))
  const changed = await commitAll(
    deps,
    found,
    ({ _id, version }) =>
      version === asFound.get(_id) ? { changes: nobody, audit: { event: 'sweep', cause: 'redacted' } } : null,
    onFailure,
  )
  return changed.length
}

/**
 * At once, as its person wants it: an open one ends, and the numbers go by which the vendor and the business system know
 * it. Its state and its trail stay, and are nobody's. Harmless to repeat.
 */
export async function erase(deps: Deps, found: Verification): Promise<void> {
  await clearBeside(deps, [found])
  await commit(deps, found._id, before =>
    before.owner === ''
      ? null
      : {
          changes: { ...stopping(deps, before), ...nobody, refs: {}, bizId: '' },
          audit: { event: 'erase', cause: 'erased' },
        },
  )
  // A notice that was on its way when this one stopped.
  await deps.store.removeMany('notices', [['verificationId', 'eq', found._id]])
}

/** First, as it is found by what the verification still holds: whatever dies in between is taken up again. */
async function clearBeside({ store }: Deps, found: readonly Verification[]): Promise<void> {
  const [ids, consents] = [found.map(({ _id }) => _id), found.map(({ consentId }) => consentId)]
  const uses = found.flatMap(({ useId }) => useId ?? [])
  await store.removeMany('notices', [['verificationId', 'in', ids]])
  await store.removeMany('messages', [['about', 'in', ids]])
  await store.removeMany('case_notes', [['_id', 'in', ids]])
  await store.updateMany('consents', [['_id', 'in', consents]], { set: nobodysConsent })
  if (uses.length > 0)
    await store.updateMany('invitation_uses', [['_id', 'in', uses]], { set: { owner: '' } })
}
