import { dependencies } from '../app'
import { createLog } from '../platform/log'
import { receiveNotice } from '../usecases/receiveNotice'
import { readEvent } from './event'

const log = createLog()

/** Where vendors send their notices (HTTP access): `/<vendor>/<verification>/<attempt>/<secret>` or `/<vendor>`. */
export async function main(event: unknown): Promise<unknown> {
  const notice = readEvent(event)
  if (!notice)
    return { statusCode: 404, headers: { 'content-type': 'application/json' }, body: '{"code":404}' }
  try {
    return await receiveNotice(dependencies(), notice)
  } catch (error) {
    // The vendor repeats what was not answered with success; nothing is lost.
    log.error('notice.failed', { error: error instanceof Error ? error.name : 'unknown' })
    return { statusCode: 500, headers: { 'content-type': 'application/json' }, body: '{"code":1001}' }
  }
}
