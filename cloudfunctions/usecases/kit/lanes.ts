/**
 * Runs `work` so many times at once and waits for all of them, also when one fails: what is still under way when a
 * function answers stands still with it and would go on at some later call, perhaps much later. Throws the first error.
 */
export async function inLanes(count: number, work: () => Promise<void>): Promise<void> {
  const ends = await Promise.allSettled(Array.from({ length: count }, work))
  for (const end of ends) if (end.status === 'rejected') throw end.reason
}
