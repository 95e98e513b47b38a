import { dependencies, inOneRun } from '../app'
import { ActionError } from '../domain/errors'
import { createLog } from '../platform/log'
import { callerOpenid } from '../platform/sdk'
import { askedByDoctor } from '../usecases/health/askedByDoctor'
import { alongside } from '../usecases/health/note'
import { receiveNotice } from '../usecases/receiveNotice'
import { wakeSweep } from '../wakeSweep'
import { readEvent } from './event'
import { answerProbe, readProbe } from './probe'

const log = createLog()

/** Where vendors send their notices (HTTP access): `/<vendor>/<verification>/<attempt>/<secret>` or `/<vendor>`. */
export async function main(event: unknown): Promise<unknown> {
  // A user's call has an openid, whatever its event pretends to be.
  const openid = callerOpenid()
  const asked = await askedByDoctor(dependencies, 'callback', event, openid)
  if (asked) return asked
  const probe = openid === null ? readProbe(event) : null
  if (probe) return answerProbe(dependencies, probe)
  const notice = openid === null ? readEvent(event) : null
  if (!notice)
    return { statusCode: 404, headers: { 'content-type': 'application/json' }, body: '{"code":404}' }
  try {
    const answer = await inOneRun(() =>
      alongside(dependencies, 'callback', () => receiveNotice(dependencies(), notice)),
    )
    await wakeSweep(dependencies)
    return answer
  } catch (error) {
    // The vendor repeats what was not answered with success; nothing is lost.
    log.error('notice.failed', {
      error: error instanceof Error ? error.name : 'unknown',
      code: error instanceof ActionError ? error.code : '',
    })
    return { statusCode: 500, headers: { 'content-type': 'application/json' }, body: '{"code":1001}' }
  }
}
