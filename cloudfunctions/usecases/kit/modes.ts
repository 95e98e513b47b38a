import type { PersonMode } from '../../domain/words'
import type { Capabilities } from '../../vendors/driver'

/** What an operator may decide on: some are not offered to people, who seldom could go through with them here. */
export function modesOf({ personModes, page }: Capabilities): readonly PersonMode[] {
  return page?.modes ?? personModes
}
