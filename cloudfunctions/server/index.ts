import { dependencies, inOneRun } from '../app'
import { answerServer } from './answer'

/** The API of business systems (HTTP access): `…/v1/<resource>`, `Authorization: Bearer rnk_…`. */
export async function main(event: unknown): Promise<unknown> {
  return inOneRun(() => answerServer(dependencies, event))
}
