/** ms between the first two looks, and the most between any two: who looks too often meets the limits of the product. */
const pauses = { first: 20, most: 500 }

/** Waits until `look` yields something; gives up after `limitMs` with its last error. Never a measure of speed. */
export async function eventually<T>(
  look: () => T | null | undefined | false | Promise<T | null | undefined | false>,
  limitMs = 45_000,
): Promise<T> {
  const until = Date.now() + limitMs
  let last: unknown = new Error('nothing came')
  for (let pause = pauses.first; Date.now() < until; pause = Math.min(pause * 1.3, pauses.most)) {
    try {
      const found = await look()
      if (found) return found
    } catch (error) {
      last = error
    }
    await new Promise(resolve => setTimeout(resolve, pause))
  }
  throw last
}
