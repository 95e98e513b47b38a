import { dependencies } from '../app'
import { isRecord } from '../platform/json'
import { createLog } from '../platform/log'
import { callerOpenid } from '../platform/sdk'
import { sweep } from '../usecases/sweep'

const log = createLog()
let prepared = false

/** The timer run. Its first run also creates the collections, so a new environment needs no other set-up. */
export async function main(event: unknown): Promise<unknown> {
  // A user's call has an openid, whatever its event pretends to be.
  if (!isRecord(event) || event.Type !== 'Timer' || callerOpenid() !== null) return { refused: 'timer only' }
  const deps = dependencies()
  if (!prepared) await deps.store.prepare()
  prepared = true
  const report = await sweep(deps)
  if (report.due > 0 || report.flushed > 0 || report.batches > 0) log.info('sweep', { ...report })
  return report
}
