export interface Names {
  classes: ReadonlyMap<string, string>
  properties: ReadonlyMap<string, string>
}
export function namesOf(sheets: readonly string[]): Names
export function namesOfPages(): Names
export function withClasses(names: Names, text: string): string
export function asWritten(names: Names, selector: string): string
export function withProperties(names: Names, text: string): string
