import { dependencies, inOneRun } from '../app'
import { ActionError } from '../domain/errors'
import { ConfigError } from '../platform/config'
import { isRecord } from '../platform/json'
import { createLog } from '../platform/log'
import { startNextRun } from '../platform/nextRun'
import { callerOpenid } from '../platform/sdk'
import { askedByDoctor } from '../usecases/health/askedByDoctor'
import { noteSweep } from '../usecases/health/note'
import { unlessMisconfigured } from '../usecases/kit/unlessMisconfigured'
import { beginRun, claimRun } from '../usecases/kit/wake'
import { sweep } from '../usecases/sweep'
import { choresOf, isWoken, nextMessage, nextWake } from './message'
import { createSetupCheck } from './setupCheck'

const log = createLog()
const setup = createSetupCheck(log)

/**
 * The timer run. It never throws: the platform repeats a run that ended in an error twice, a minute apart, and the next
 * one comes anyway. One that was cut short lets the next begin at once.
 */
export async function main(event: unknown): Promise<unknown> {
  // A user's call has an openid, whatever its event pretends to be.
  const openid = callerOpenid()
  const asked = await askedByDoctor(dependencies, 'sweep', event, openid)
  if (asked) return asked
  if (!isRecord(event) || event.Type !== 'Timer' || openid !== null) return { refused: 'timer only' }
  try {
    const deps = dependencies()
    const startedAt = deps.clock()
    if (isWoken(event.Message)) await beginRun(deps)
    const chores = choresOf(event.Message, deps.clock())
    const report = await inOneRun(() => sweep({ ...deps, store: setup.checked(deps.store) }, chores))
    if (report.due > 0 || report.flushed > 0 || report.batches > 0 || report.resealed > 0)
      log.info('sweep', { ...report })
    await noteSweep(deps, { ms: deps.clock() - startedAt, left: report.left, failed: null })
    const next = report.left ? nextMessage(event.Message) : (await claimRun(deps)) && nextWake(event.Message)
    if (next) await startNextRun('sweep', next, log)
    return report
  } catch (error) {
    const code = codeOf(error)
    const deps = unlessMisconfigured(dependencies)
    if (code !== 'SETUP_MISSING') log.error('sweep.ended', { code, detail: detailOf(error) })
    // The database may be what failed; the log has said it then.
    else if (deps) await setup.say(deps.store).catch(() => undefined)
    if (code === 'INTERNAL' && deps) await noteSweep(deps, { ms: 0, left: false, failed: code })
    return { failed: code }
  }
}

function codeOf(error: unknown): string {
  if (error instanceof ActionError) return error.code
  return error instanceof ConfigError ? 'NOT_CONFIGURED' : 'INTERNAL'
}

/** For operators: names of variables, never what is in them. */
function detailOf(error: unknown): string {
  if (error instanceof ConfigError) return error.message
  return error instanceof Error ? error.name : 'not an error'
}
