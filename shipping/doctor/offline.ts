import type { Bench, Finding } from './finding'
import { miniProgram } from './miniProgram'
import { project } from './project'
import { settings } from './settings'

/** Everything that can be seen before anything is asked of the cloud. */
export const examineOffline = (bench: Bench): Finding[] =>
  [project, miniProgram, settings].flatMap(check => check(bench))
