/**
 * The four pages of the vendors' documentation this product was made from. They stand beside the repository where they
 * were given to us (`../shared/seeds`); a plain clone has no copy, so what is needed of them is written into the tests
 * and compared with the pages wherever they are.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const folder = path.resolve('../shared/seeds')

export const seedIds = ['000', '001', '002', '003'] as const
export type SeedId = (typeof seedIds)[number]

/** The text of a page, or null in a plain clone. */
export function seedPage(id: SeedId): string | null {
  if (!existsSync(folder)) return null
  const name = readdirSync(folder).find(file => file.startsWith(`${id}_`))
  return name === undefined ? null : readFileSync(path.join(folder, name), 'utf8').replace(/\r\n/g, '\n')
}

/** What stands from line `from` to `to`, both included, counted from 1; null in a plain clone. */
export function linesOf(id: SeedId, from: number, to: number): string | null {
  const page = seedPage(id)
  return page === null
    ? null
    : page
        .split('\n')
        .slice(from - 1, to)
        .join('\n')
}
