/** Waits until `look` yields something; gives up after `limitMs` with its last error. Never a measure of speed. */
export async function eventually<T>(
  look: () => T | null | undefined | false | Promise<T | null | undefined | false>,
  limitMs = 45_000,
): Promise<T> {
  const until = Date.now() + limitMs
  let last: unknown = new Error('nothing came')
  while (Date.now() < until) {
    try {
      const found = await look()
      if (found) return found
    } catch (error) {
      last = error
    }
    await new Promise(resolve => setTimeout(resolve, 20))
  }
  throw last
}
