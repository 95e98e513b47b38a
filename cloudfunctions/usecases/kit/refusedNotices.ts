import type { RefusedNoticeView } from '../../contract/operator'
import { dayOf } from '../../domain/day'
import { isOurFault, refusalCodeOf, refusalCodes } from '../../domain/refusedNotice'
import type { VendorId } from '../../domain/words'
import type { Deps } from './deps'

const day = 24 * 3600_000
const hour = 3600_000
/** Days an owner is told of. */
const daysTold = 7
/** Verifications that are asked about because of one of them, once an hour at most. */
const mostAsked = 100

/**
 * Counts it for the owners, never its content. What was refused for a reason of ours may have been true: whatever it can
 * be about is due at once, the verification it was addressed to, or else those that are open with this vendor.
 */
export async function refuseNotice(
  deps: Deps,
  vendor: VendorId,
  reason: string,
  verificationId: string | null,
): Promise<void> {
  const code = refusalCodeOf(reason)
  deps.log.warn('notice.refused', { vendor, verification: verificationId ?? '', reason, code })
  await counted(deps, vendor, code)
  if (!isOurFault(code)) return
  if (verificationId !== null) return deps.store.makeDue(verificationId, deps.clock())
  await openAreDue(deps, vendor)
}

/** What owners see of the last days, newest first. */
export async function recentRefusals(deps: Deps): Promise<RefusedNoticeView[]> {
  const days = Array.from({ length: daysTold }, (_, back) => dayOf(deps.clock() - back * day))
  const wanted = days.flatMap(on =>
    [...deps.drivers.values()].flatMap(({ id: vendor }) =>
      refusalCodes.map(code => ({ vendor, code, id: idOf(vendor, code, on) })),
    ),
  )
  const found = await deps.store.find('counters', {
    where: [['_id', 'in', wanted.map(({ id }) => id)]],
    limit: wanted.length,
  })
  const known = new Map(found.map(each => [each._id, each]))
  return wanted.flatMap(({ vendor, code, id }) => {
    const counter = known.get(id)
    return counter ? [{ vendor, code, times: counter.value, lastAt: counter.at ?? 0 }] : []
  })
}

const idOf = (vendor: string, code: string, on: string): string => `refused:${vendor}:${code}:${on}`

async function counted({ store, clock }: Deps, vendor: VendorId, code: string): Promise<void> {
  const at = clock()
  const _id = idOf(vendor, code, dayOf(at))
  const add = () => store.updateMany('counters', [['_id', 'eq', _id]], { set: { at }, add: { value: 1 } })
  if ((await add()) > 0) return
  if (!(await store.insert('counters', { _id, version: 1, value: 1, at, until: at + (daysTold + 1) * day })))
    await add()
}

async function openAreDue({ store, clock }: Deps, vendor: VendorId): Promise<void> {
  const now = clock()
  const until = (Math.floor(now / hour) + 1) * hour
  if (!(await store.insert('counters', { _id: `askAgain:${vendor}:${until}`, version: 1, value: 1, until })))
    return
  const waiting = await store.find('verifications', {
    where: [['dueAt', 'gt', now]],
    fields: ['_id', 'vendor', 'redactAt'],
    orderBy: [['dueAt', 'asc']],
    limit: 5 * mostAsked,
  })
  const own = waiting.filter(each => each.vendor === vendor && each.redactAt === null)
  for (const { _id } of own.slice(0, mostAsked)) await store.makeDue(_id, now)
}
