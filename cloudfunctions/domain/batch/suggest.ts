import { textIssue } from './check'
import { type Column, columns, type Issue, type RowFields } from './row'

/** A suggestion nobody need be asked about. */
export function isCorrection({ code, suggestion }: Issue): boolean {
  return suggestion !== undefined && code !== 'unclear'
}

/** The fields with everything put right that has exactly one right value. */
export function withSuggestions(fields: RowFields, issues: readonly Issue[]): RowFields {
  const suggested = columns.flatMap(column => {
    const suggestion = issues.find(issue => issue.column === column && isCorrection(issue))?.suggestion
    return suggestion === undefined ? [] : [[column, suggestion] as const]
  })
  return { ...fields, ...Object.fromEntries(suggested) }
}

/** What an organization is called and numbered is public; every other text is sealed. */
const open: readonly Issue['column'][] = ['name', 'creditCode'] satisfies Column[]

/** As they may be kept beside what is sealed: a suggestion is what was typed, put right. */
export function withoutTyped(issues: readonly Issue[]): Issue[] {
  return issues.map(issue => {
    const { suggestion: _, ...rest } = issue
    return open.includes(issue.column) ? issue : rest
  })
}

/** What `withoutTyped` has left out, worked out again from what was typed. `now`: ms since the epoch. */
export function withTyped(issues: readonly Issue[], fields: RowFields, now: number): Issue[] {
  return withoutTyped(issues).map(issue => {
    const column = columns.find(each => each === issue.column)
    const found = column && textIssue(column, fields, now)
    const suggestion = found?.code === issue.code ? found.suggestion : undefined
    return suggestion === undefined ? issue : { ...issue, suggestion }
  })
}
