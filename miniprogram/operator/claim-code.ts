/** Codes are read aloud and copied in groups. The server folds the case of those an owner makes; others are exact. */
export function cleanedCode(typed: string): string {
  return typed.replace(/\s/g, '')
}
