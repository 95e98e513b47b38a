import type { Verification } from '../../domain/verification'
import type { Deps } from '../kit/deps'
import { commit } from './commit'
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
  redactAt: null,
  dueAt: null,
}

/** After the retention time; irreversible. false: somebody changed it meanwhile, and the next run looks again. */
export async function redact(deps: Deps, found: Verification): Promise<boolean> {
  await clearBeside(deps, found)
  const { changed } = await commit(deps, found._id, ({ version }) =>
    version === found.version ? { changes: nobody, audit: { event: 'sweep', cause: 'redacted' } } : null,
  )
  return changed
}

/**
 * At once, as its person wants it: an open one ends, and the numbers go by which the vendor and the business system know
 * it. Its state and its trail stay, and are nobody's. Harmless to repeat.
 */
export async function erase(deps: Deps, found: Verification): Promise<void> {
  await clearBeside(deps, found)
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
async function clearBeside({ store }: Deps, { _id, useId, consentId }: Verification): Promise<void> {
  await store.removeMany('notices', [['verificationId', 'eq', _id]])
  await store.updateMany('consents', [['_id', 'eq', consentId]], { set: nobodysConsent })
  if (useId) await store.updateMany('invitation_uses', [['_id', 'eq', useId]], { set: { owner: '' } })
}
