import { change, changeOrBegin } from '../platform/change'
import type { SealedKind } from '../platform/crypto'
import type { CollectionName, Collections, VersionedName } from '../platform/store'
import type { Deps } from './kit/deps'
import { inLanes } from './kit/lanes'

/** What holds something sealed; a collection that does and is not here does not compile. */
const sealedIn: {
  readonly [C in CollectionName as 'sealed' extends keyof Collections[C] ? C : never]: SealedKind
} = {
  verifications: 'verificationFields',
  invitations: 'invitationInvitee',
  invitation_links: 'invitationLinks',
  batch_rows: 'batchRow',
  links: 'batchLink',
  handovers: 'handoverToken',
  endpoints: 'endpointSecrets',
  kept_answers: 'keptAnswer',
  tokens: 'vendorToken',
  case_notes: 'caseNote',
}
type Sealing = keyof typeof sealedIn & VersionedName
const collections = Object.keys(sealedIn) as Sealing[]

export interface ResealReport {
  /** Documents that now open with the newest key alone. */
  resealed: number
  /** Those that no key opens: they stay as they are, and the log names them. */
  unreadable: number
  /** There is more to do. */
  left: boolean
}

/** So few at once, because a link is large and an answer of the database holds 1 MB. */
const pageSize = 20
/** Of what may hold the image of a code: 120 KB each. */
const pageSizeOfImages = 5
const withImages: readonly Sealing[] = ['invitation_links', 'kept_answers']
const lanes = 10
/** Of progress: nothing is sealed with another key than the newest. */
const done = -1

/**
 * After `SEAL_KEYS` got a new first key: seals anew whatever was sealed with another, a page at a time, while everything
 * runs. Where it is stands in the database: killed, it goes on there. It goes through all until it finds nothing more, so
 * that what an instance with the settings of before has sealed meanwhile is not missed. With other keys than before it
 * goes through all of it again; and, `asked` by somebody who is going to take the older keys away, also when it was done:
 * a release that was rolled back has sealed with them since. With one key there is nothing to do, and nothing is asked.
 */
export async function reseal(deps: Deps, deadline: number, asked = false): Promise<ResealReport> {
  const report = { resealed: 0, unreadable: 0, left: false }
  const { newest } = deps.vault
  if (newest.alone) return report
  const progress = `reseal:${newest.among}`
  for (let first = true; ; first = false) {
    const known = await deps.store.get('counters', progress)
    const { value: reached, after = '', changed = 0 } = known ?? { value: 0 }
    if (reached === done && !(asked && first)) return report
    const value = reached === done ? 0 : reached
    if (deps.clock() >= deadline || !deps.hasTime()) return { ...report, left: true }
    // Whoever begins again comes by the same ones again.
    if (value === 0 && after === '') report.unreadable = 0
    const step = await page(deps, collections[value] ?? 'verifications', after)
    report.resealed += step.resealed
    report.unreadable += step.unreadable
    const total = changed + step.resealed
    const next = step.last !== null ? { value, after: step.last, changed: total } : nextPlace(value, total)
    await changeOrBegin(deps.store, 'counters', progress, () => next)
  }
}

/** The next collection; after the last one the beginning, unless nothing was found from there to here. */
function nextPlace(value: number, changed: number) {
  if (value + 1 < collections.length) return { value: value + 1, after: '', changed }
  return { value: changed === 0 ? done : 0, after: '', changed: 0 }
}

/** `last`: the id after which it goes on; null: the collection has no more. */
async function page(deps: Deps, collection: Sealing, after: string) {
  const limit = withImages.includes(collection) ? pageSizeOfImages : pageSize
  const found = await deps.store.find(collection, {
    where: [['_id', 'gt', after]],
    fields: ['_id', 'sealed'],
    orderBy: [['_id', 'asc']],
    limit,
  })
  const old = found.filter(({ sealed }) => sealed !== null && !deps.vault.isNewest(sealed))
  const outcome = { resealed: 0, unreadable: 0 }
  await inLanes(lanes, async () => {
    for (let next = old.shift(); next; next = old.shift())
      outcome[(await resealed(deps, collection, next._id)) ? 'resealed' : 'unreadable'] += 1
  })
  return { ...outcome, last: found.length < limit ? null : (found.at(-1)?._id ?? null) }
}

/** false: no key opens it. What the database refuses is thrown, and the next run begins with this page again. */
async function resealed(deps: Deps, collection: Sealing, id: string): Promise<boolean> {
  const { vault } = deps
  const place = { kind: sealedIn[collection], id }
  let opens = true
  await change(deps.store, collection, id, ({ sealed }) => {
    if (sealed === null || vault.isNewest(sealed)) return null
    try {
      return { sealed: vault.seal(vault.open(sealed, place), place) }
    } catch {
      opens = false
      return null
    }
  })
  if (!opens) deps.log.error('reseal.unreadable', { collection, document: id })
  return opens
}
