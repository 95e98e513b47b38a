import { dependencies } from '../app'
import { ActionError } from '../domain/errors'
import { ConfigError } from '../platform/config'
import { isRecord } from '../platform/json'
import { createLog } from '../platform/log'
import { callerOpenid } from '../platform/sdk'
import { sweep } from '../usecases/sweep'
import { createSetupCheck } from './setupCheck'

const log = createLog()
const isSetUp = createSetupCheck(log)

/**
 * The timer run. It never throws: the platform repeats a run that ended in an error twice, a minute apart, and the next
 * one comes anyway.
 */
export async function main(event: unknown): Promise<unknown> {
  // A user's call has an openid, whatever its event pretends to be.
  if (!isRecord(event) || event.Type !== 'Timer' || callerOpenid() !== null) return { refused: 'timer only' }
  try {
    const deps = dependencies()
    if (!(await isSetUp(deps.store))) return { refused: 'set-up first' }
    const report = await sweep(deps)
    if (report.due > 0 || report.flushed > 0 || report.batches > 0) log.info('sweep', { ...report })
    return report
  } catch (error) {
    log.error('sweep.ended', { code: codeOf(error), detail: detailOf(error) })
    return { failed: codeOf(error) }
  }
}

function codeOf(error: unknown): string {
  if (error instanceof ActionError) return error.code
  return error instanceof ConfigError ? 'NOT_CONFIGURED' : 'INTERNAL'
}

/** For operators: names of variables and collections, never what is in them. */
function detailOf(error: unknown): string {
  if (error instanceof ActionError) return error.detail ?? ''
  if (error instanceof ConfigError) return error.message
  return error instanceof Error ? error.name : 'not an error'
}
