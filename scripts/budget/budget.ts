import { readFile, writeFile } from 'node:fs/promises'

/** Bytes of something that is uploaded or loaded, and of what is in it. */
export interface Size {
  bytes: number
  of: Record<string, number>
}
/** By name: `api`, `mini-program, main package`. */
export type Sizes = Record<string, Size>

const budgetFile = 'scripts/budget/budget.json'

/** A part of what is written down: less than that more is too little to ask about. */
const slack = 0.05

/** What each had when it was written down: `npm run budget`. */
export const readBudget = async (): Promise<Sizes> => JSON.parse(await readFile(budgetFile, 'utf8'))

export async function drawBudget(sizes: Sizes): Promise<void> {
  await writeFile(budgetFile, `${JSON.stringify(sizes, null, 2)}\n`)
}

/**
 * A sentence for each that is over its budget, with what grew; none when all is well. `most`: bytes it may never have,
 * whatever is written down.
 */
export function overBudget(sizes: Sizes, budget: Sizes, most: Readonly<Record<string, number>>): string[] {
  return Object.entries(sizes).flatMap(([name, { bytes, of }]) => {
    const before = budget[name]
    if (!before) return [`${name} has no budget: npm run budget`]
    const allowed = Math.min(most[name] ?? 0, Math.round(before.bytes * (1 + slack)))
    return bytes <= allowed
      ? []
      : [`${name} has ${bytes} bytes, ${allowed} allowed; grown: ${grown(of, before.of)}`]
  })
}

function grown(now: Record<string, number>, before: Record<string, number>): string {
  return Object.entries(now)
    .map(([part, bytes]) => ({ part, more: bytes - (before[part] ?? 0) }))
    .filter(({ more }) => more > 0)
    .sort((a, b) => b.more - a.more)
    .slice(0, 5)
    .map(({ part, more }) => `${part} +${more}`)
    .join(', ')
}
