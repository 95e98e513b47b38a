import { sha256 } from '../platform/crypto'
import { canonicalJson } from '../platform/json'
import type { Driver, NoticeAnswer, NoticeReading, RawNotice } from '../vendors/driver'
import { receiveAboutRows } from './batch/receiveAboutRows'
import type { Deps } from './kit/deps'
import { counted } from './kit/limits'
import { refuseNotice } from './kit/refusedNotices'
import { isOurs } from './verification/noticeAddress'
import { reconcile } from './verification/reconcile'
import { isStopped } from './verification/stop'

export interface InboundNotice extends RawNotice {
  method: 'GET' | 'POST'
  vendor: string
  /** One attempt; null: the one address of the whole account. */
  address: { verificationId: string; attempt: number; secret: string } | null
}

/** ms a vendor waits at most while its notice is acted upon; the rest is the sweep's. */
const patience = 1500

/**
 * Takes in a vendor's notice: checked, stored once, answered, and only then a reason to ask the vendor. What the
 * notice says never verifies by itself. A frozen instance does no work after its answer, so the question is asked
 * before it, within `patience`; whatever it is about is due for the sweep in any case.
 */
export async function receiveNotice(deps: Deps, notice: InboundNotice): Promise<NoticeAnswer> {
  const { address } = notice
  const driver = [...deps.drivers.values()].find(each => each.id === notice.vendor)
  if (!driver) return refusal(404)
  if (address && !isOurs(deps, address.verificationId, address.attempt, address.secret)) return refusal(404)
  // Some vendors look in with a GET while a face is being checked; only what is posted counts.
  if (notice.method === 'GET') return address ? driver.noticeAnswer : refusal(405)
  // Nothing proves it: not its address, nor a signature.
  if (!address && !driver.signsNotices) return refusal(404)
  const reading = driver.readNotice(notice)
  switch (reading.kind) {
    case 'nothing':
      return driver.noticeAnswer
    case 'account':
      await receiveForAccount(deps, driver, reading)
      return driver.noticeAnswer
    case 'read':
      // Signed or not, it is about the attempt it was addressed to.
      if (!address) return refusal(404)
      if ((await counted(deps, 'notices', `${address.verificationId}_${address.attempt}`)) !== null)
        return refusal(429)
      if (await isTaken(deps, driver, address.verificationId))
        await receiveForAttempt(deps, driver, address, reading)
      return driver.noticeAnswer
    case 'refused':
      await refuseNotice(deps, driver.id, reading.reason, address?.verificationId ?? null)
      return refusal(400)
  }
}

/** Of what its person has stopped or had erased nothing is taken in; the vendor hears that it need not say it again. */
async function isTaken({ store }: Deps, driver: Driver, verificationId: string): Promise<boolean> {
  const verification = await store.get('verifications', verificationId)
  return verification?.vendor === driver.id && !isStopped(verification)
}

type Read<K> = Extract<NoticeReading, { kind: K }>

/** What is said about which attempt is the event: the same, written or signed another way, is the same notice. */
async function receiveForAttempt(
  deps: Deps,
  driver: Driver,
  { verificationId, attempt }: { verificationId: string; attempt: number },
  { claim, refs }: Read<'read'>,
): Promise<void> {
  await deps.store.makeDue(verificationId, deps.clock())
  const isNew = await deps.store.insert('notices', {
    _id: `${verificationId}_${attempt}_${sha256(canonicalJson({ claim, refs }))}`,
    verificationId,
    vendor: driver.id,
    attempt,
    ...claim,
    refs,
    receivedAt: deps.clock(),
  })
  if (isNew) await within(patience, asked(deps, verificationId), deps)
}

/** Asks the vendor; of what was erased in this very moment no notice stays. */
async function asked(deps: Deps, verificationId: string): Promise<void> {
  const { owner } = await reconcile(deps, verificationId, { event: 'notice', fact: 'ask' })
  if (owner === '') await deps.store.removeMany('notices', [['verificationId', 'eq', verificationId]])
}

/** The vendor's notices have ids of their own: what came twice is stored and acted upon once. */
async function receiveForAccount(
  deps: Deps,
  driver: Driver,
  { eventId, about, claim, rawStatus }: Read<'account'>,
): Promise<void> {
  const target = await verificationOf(deps, driver, about.reference)
  if (target?.stopped) return
  const ask = await receiveAboutRows(deps, about)
  if (target) await deps.store.makeDue(target.verificationId, deps.clock())
  const isNew = await deps.store.insert('notices', {
    _id: `${driver.id}_${sha256(eventId)}`,
    verificationId: target?.verificationId ?? '',
    vendor: driver.id,
    attempt: target?.attempt ?? 0,
    standing: claim?.standing ?? null,
    ...(claim?.reason && { reason: claim.reason }),
    rawStatus,
    refs: {},
    receivedAt: deps.clock(),
  })
  if (!isNew) return
  const work = target ? asked(deps, target.verificationId) : ask()
  await within(patience, work, deps)
}

/** `<verification id>_<attempt>`, as it was given to the vendor; only for a verification with that vendor. */
async function verificationOf({ store }: Deps, driver: Driver, reference: string | undefined) {
  const [, verificationId, attempt] = /^(v_[0-9a-f]{32})_(\d{1,6})$/.exec(reference ?? '') ?? []
  if (!verificationId) return null
  const verification = await store.get('verifications', verificationId)
  if (verification?.vendor !== driver.id) return null
  return { verificationId, attempt: Number(attempt), stopped: isStopped(verification) }
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
