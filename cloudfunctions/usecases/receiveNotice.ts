import type { VendorId } from '../domain/words'
import { sha256 } from '../platform/crypto'
import type { NoticeAnswer, RawNotice } from '../vendors/driver'
import type { Deps } from './deps'
import { isOurs } from './noticeAddress'
import { reconcile } from './reconcile'

export interface AddressedNotice extends RawNotice {
  vendor: string
  verificationId: string
  attempt: number
  secret: string
}

/** ms a vendor waits at most while its notice is acted upon; the rest is the sweep's. */
const patience = 1500

/**
 * Takes in a vendor's notice: checked, stored once, answered, and only then a reason to ask the vendor. What the
 * notice says never verifies by itself. A frozen instance does no work after its answer, so the question is asked
 * before it, within `patience`; the verification is due for the sweep in any case.
 */
export async function receiveNotice(deps: Deps, notice: AddressedNotice): Promise<NoticeAnswer> {
  const { verificationId, attempt } = notice
  const driver = [...deps.drivers.values()].find(each => each.id === notice.vendor)
  if (!driver || !isOurs(deps, verificationId, attempt, notice.secret)) return refusal(404)
  const reading = driver.readNotice(notice)
  if (reading.kind === 'refused') {
    deps.log.warn('notice.refused', {
      vendor: driver.id,
      verification: verificationId,
      reason: reading.reason,
    })
    return refusal(400)
  }
  await deps.store.makeDue(verificationId, deps.clock())
  const isNew = await deps.store.insert('notices', {
    _id: `${verificationId}_${attempt}_${sha256(notice.body)}`,
    verificationId,
    vendor: driver.id satisfies VendorId,
    attempt,
    ...reading.claim,
    refs: reading.refs,
    receivedAt: deps.clock(),
  })
  if (isNew) await within(patience, reconcile(deps, verificationId, { event: 'notice', fact: 'ask' }), deps)
  return driver.noticeAnswer
}

function refusal(statusCode: number): NoticeAnswer {
  return { statusCode, headers: { 'content-type': 'application/json' }, body: `{"code":${statusCode}}` }
}

async function within(ms: number, work: Promise<unknown>, { log }: Deps): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise(resolve => {
    timer = setTimeout(resolve, ms)
  })
  const settled = work.catch((error: unknown) => {
    log.warn('notice.reconcile', { error: error instanceof Error ? error.name : 'unknown' })
  })
  await Promise.race([settled, limit])
  clearTimeout(timer)
}
