import type { Plugin, Weapp } from './weapp'

/** One thing that is wrong: a stable code, a sentence that says it, and one that mends it. Never a value of a setting. */
export interface Finding {
  code: string
  wrong: string
  mend: string
}

/** What the offline checks look at. */
export interface Bench {
  /** Settings of the functions, as they are to be deployed; null: there is no file with them. */
  variables: Readonly<Record<string, string>> | null
  /** cloudbaserc.json */
  functions: readonly { name: string; handler: string; runtime: string; timeout: number }[]
  envId: string
  /** cloudfunctions/<name>/config.json by function. */
  openapi: Readonly<Record<string, readonly string[]>>
  crons: readonly string[]
  appId: string
  /** Real people. */
  production: boolean
  /** Of the mini-program, that use this environment. */
  versions: readonly string[]
  /** The file with the variables lies within the repository. */
  isSettingsInTree: boolean
  /** Cloud calls in the source of the functions. */
  usedOpenapi: readonly string[]
  isBuilt: boolean
  /** The timer of cloudbaserc.json, which other tools read, by function. */
  rcCrons: readonly string[]
  /** What the environment says of the plan that was bought. */
  hasPlan: boolean
  /** null: the mini-program is not built. */
  weapp: Weapp | null
  /** Of the vendors' folders. */
  wantedPlugins: readonly (Plugin & { vendor: string })[]
  /** The line of the checklist that says what the privacy guide declares. */
  privacyGuide: string
}

export type Check = (bench: Bench) => Finding[]

export const when = (is: boolean, finding: Finding): Finding[] => (is ? [finding] : [])
