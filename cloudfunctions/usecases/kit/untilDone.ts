import type { Deps } from './deps'

/** Documents of one page of what is to be cleared. */
export const pageSize = 100

/** Page after page, until one is not full or there is no more time. `page` returns how many it found. */
export async function untilDone(
  { clock }: Pick<Deps, 'clock'>,
  deadline: number,
  page: () => Promise<number>,
): Promise<number> {
  for (let all = 0; ; ) {
    const found = await page()
    all += found
    if (found < pageSize || clock() >= deadline) return all
  }
}
