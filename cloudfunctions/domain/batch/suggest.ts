import { columns, type Issue, type RowFields } from './row'

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
