import type { CodeSheet } from './codeSheet'

export type { CodeSheet, PrintedCode } from './codeSheet'

/** A PDF: A4 pages of 3 × 4 codes, in the order given. Throws when an image is none. */
export async function writeCodeSheet(sheet: CodeSheet): Promise<Buffer> {
  // Few calls write a sheet, and every cold start would load the library.
  const { draw } = await import('./draw')
  return draw(sheet)
}
