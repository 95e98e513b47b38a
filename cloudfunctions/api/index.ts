import { dependencies, inOneRun } from '../app'
import { createLog } from '../platform/log'
import { callerOpenid } from '../platform/sdk'
import { askedByDoctor } from '../usecases/health/askedByDoctor'
import { alongside } from '../usecases/health/note'
import { answer } from './answer'
import { tellPeople } from './tellPeople'

const log = createLog()

/** What the mini-program calls: `{ action, input }` in, `{ ok, data | error }` out. */
export async function main(event: unknown): Promise<unknown> {
  const openid = callerOpenid()
  const asked = await askedByDoctor(dependencies, 'api', event, openid)
  if (asked) return asked
  return inOneRun(() =>
    alongside(dependencies, 'api', async () => {
      const answered = await answer({ event, openid, dependencies, log })
      if (openid !== null) await tellPeople(dependencies)
      return answered
    }),
  )
}
