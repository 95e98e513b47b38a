/** A text, and a number as one; '' for all else: vendors write codes and ids as either. */
export function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** The same for a code, which goes into logs and rows of ours: '' when it does not look like one. */
export function labelOf(value: unknown): string {
  const text = textOf(value)
  return /^[\w.-]{1,64}$/.test(text) ? text : ''
}
