import { dependencies, inOneRun } from '../app'
import { callerOpenid } from '../platform/sdk'
import { askedByDoctor } from '../usecases/health/askedByDoctor'
import { alongside } from '../usecases/health/note'
import { wakeSweep } from '../wakeSweep'
import { answerServer } from './answer'

/** The API of business systems (HTTP access): `…/v1/<resource>`, `Authorization: Bearer rnk_…`. */
export async function main(event: unknown): Promise<unknown> {
  const asked = await askedByDoctor(dependencies, 'server', event, callerOpenid())
  if (asked) return asked
  const answer = await inOneRun(() =>
    alongside(dependencies, 'server', () => answerServer(dependencies, event)),
  )
  await wakeSweep(dependencies)
  return answer
}
