import { existsSync, readFileSync } from 'node:fs'

/** As Stryker writes it: the schema of mutation-testing-elements. */
export interface Report {
  files: Record<string, { source: string; mutants: Mutant[] }>
  testFiles?: Record<string, { tests: { id: string }[] }>
}

export interface Mutant {
  mutatorName: string
  replacement?: string
  status:
    | 'Killed'
    | 'Timeout'
    | 'Survived'
    | 'NoCoverage'
    | 'Ignored'
    | 'CompileError'
    | 'RuntimeError'
    | 'Pending'
  statusReason?: string
  /** Ids of tests. */
  killedBy?: string[]
  location: { start: Place; end: Place }
}

/** Both counted from 1. */
interface Place {
  line: number
  column: number
}

export interface Survivor {
  file: string
  line: number
  mutator: string
  /** The whole line as it is, without the spaces around. */
  text: string
  /** What was changed on it, and into what. */
  was: string
  becomes: string
}

/** test/mutation/ROOM.json: a change that no test sees, and why it does no harm. */
export type Explanation = Omit<Survivor, 'line'> & { why: string }

export interface Score {
  seen: number
  survived: number
  ignored: number
}

export const readReport = (file: string): Report =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Report) : { files: {} }

/** How the test files read: a digest of each by its name. */
export type Reading = Readonly<Record<string, string>>

/**
 * What still holds of a file's results since the tests read as `then`. Stryker itself compares with the tests of its
 * last run, which may have been about other files.
 */
export function stillHeld(
  mutants: readonly Mutant[],
  testFiles: Report['testFiles'] = {},
  then: Reading,
  now: Reading,
): Mutant[] {
  const isSame = (file: string) => then[file] === now[file]
  const isNew = Object.keys(now).some(file => !isSame(file))
  const changed = new Set(
    Object.entries(testFiles).flatMap(([file, { tests }]) => (isSame(file) ? [] : tests.map(({ id }) => id))),
  )
  return mutants.filter(({ status, killedBy = [] }) => {
    if (status === 'Survived' || status === 'NoCoverage') return !isNew
    return !killedBy.some(id => changed.has(id))
  })
}

export function scoreOf(mutants: readonly Mutant[]): Score {
  const count = (...statuses: Mutant['status'][]) =>
    mutants.filter(({ status }) => statuses.includes(status)).length
  return {
    seen: count('Killed', 'Timeout'),
    survived: count('Survived', 'NoCoverage'),
    ignored: count('Ignored', 'CompileError', 'RuntimeError'),
  }
}

/** Of a hundred wrong changes, how many a test saw. */
export const percent = ({ seen, survived }: Score): number =>
  seen + survived === 0 ? 100 : (100 * seen) / (seen + survived)

export function survivorsOf(report: Report): Survivor[] {
  return Object.entries(report.files).flatMap(([file, { source, mutants }]) => {
    const lines = source.split('\n')
    return mutants
      .filter(({ status }) => status === 'Survived' || status === 'NoCoverage')
      .map(({ mutatorName, replacement = '', location: { start, end } }) => ({
        file,
        line: start.line,
        mutator: mutatorName,
        text: (lines[start.line - 1] ?? '').trim(),
        was: oneLine(between(lines, start, end)),
        becomes: oneLine(replacement),
      }))
  })
}

function between(lines: readonly string[], start: Place, end: Place): string {
  const within = lines.slice(start.line - 1, end.line)
  const last = within.length - 1
  return within
    .map((line, at) => line.slice(at === 0 ? start.column - 1 : 0, at === last ? end.column - 1 : undefined))
    .join('\n')
}

/** Long pieces are known by their beginning. */
const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim().slice(0, 100)

const keyOf = ({ file, mutator, text, was, becomes }: Omit<Survivor, 'line'>) =>
  JSON.stringify([file, mutator, text, was, becomes])

/** What nobody has explained, and explanations of what a test sees by now, or of what is gone. */
export function compare(
  survivors: readonly Survivor[],
  explanations: readonly Explanation[],
): { unexplained: Survivor[]; stale: Explanation[] } {
  const explained = new Set(explanations.map(keyOf))
  const alive = new Set(survivors.map(keyOf))
  return {
    unexplained: survivors.filter(each => !explained.has(keyOf(each))),
    stale: explanations.filter(each => !alive.has(keyOf(each))),
  }
}
