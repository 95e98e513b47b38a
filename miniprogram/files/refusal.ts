/**
 * Why WeChat gave nothing. `undeclared`: the privacy guide of the mini-program does not name this kind of data, or is not
 * in effect yet (about an hour after it was changed): nobody who uses it can help that. `refused`: privacy or permission.
 */
export type Refusal = 'canceled' | 'refused' | 'undeclared'

/** `errno` 112, or its sentence where an older WeChat gives none. */
export function refusalOf(error: unknown): Refusal {
  const { errMsg, errno } = Object(error)
  const text = typeof errMsg === 'string' ? errMsg : String(error)
  if (errno === 112 || /not declared in the privacy/i.test(text)) return 'undeclared'
  return /cancel/.test(text) ? 'canceled' : 'refused'
}
