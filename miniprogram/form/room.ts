/** As much as the contract takes of each sign it keeps. */
const pasted = 4

/** Signs an input takes of which so many are kept once the blanks of a paste are gone. */
export function roomFor(kept: number): number {
  return kept * pasted
}
