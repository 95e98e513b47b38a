export const readingFaults = [
  'malformed',
  /** The check digit or check sign does not fit: a typing error. */
  'checkDigit',
  /** The arithmetic is right and the number cannot be: a birth date to come, a region that does not exist. */
  'impossible',
  /** It may be meant in more than one way: somebody must say which. The suggestion is a question, not an answer. */
  'unclear',
  /** Signs are gone: an encoding lost them, or they are masked. */
  'signsLost',
  /** 「无」, `NULL`, `#REF!`: says nothing. */
  'placeholder',
] as const
export type ReadingFault = (typeof readingFaults)[number]

/**
 * A text in its one right form, which may differ from what was typed, or why it has none. A suggestion of `unclear` is
 * to be asked about; of other faults there is exactly one that would do.
 */
export type Reading = { ok: true; value: string } | { ok: false; code: ReadingFault; suggestion?: string }

export const right = (value: string): Reading => ({ ok: true, value })
export const wrong = (code: ReadingFault, suggestion?: string): Reading =>
  suggestion === undefined ? { ok: false, code } : { ok: false, code, suggestion }

/** Asks whether this was meant, if that is right by itself. */
export function ask(read: (text: string) => Reading, suggestion: string): Reading {
  const meant = read(suggestion)
  return meant.ok ? wrong('unclear', meant.value) : wrong('malformed')
}

/** The right form, or the one that is asked about, or the text: to tell whether two texts mean the same. */
export function likeliest(read: (text: string) => Reading, text: string): string {
  const reading = read(text)
  return reading.ok ? reading.value : (reading.suggestion ?? text)
}
