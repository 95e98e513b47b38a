import { readFileSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import type { Sizes } from './sizes'

/** What each function may have at its start, and what it had when that was written down: `npm run budget`. */
type Budget = Record<string, Pick<Sizes, 'start' | 'startOf'>>

const measuredFile = 'dist/.functions-sizes.json'
const budgetFile = 'scripts/functions/budget.json'

/** Bytes an instance may read before its first answer. docs/performance.md */
const mostAtStart = 1_000_000
/** A part of what is written down; below it, what came is too little to ask about. */
const slack = 0.01

export async function keepSizes(sizes: Record<string, Sizes>): Promise<void> {
  await writeFile(measuredFile, `${JSON.stringify(sizes, null, 2)}\n`)
}

/** As the last build left them. */
export async function readSizes(): Promise<Record<string, Sizes>> {
  return JSON.parse(await readFile(measuredFile, 'utf8'))
}

export const readBudget = (): Budget => JSON.parse(readFileSync(budgetFile, 'utf8'))

export async function drawBudget(): Promise<void> {
  const budget = Object.entries(await readSizes()).map(([name, { start, startOf }]) => [
    name,
    { start, startOf },
  ])
  await writeFile(budgetFile, `${JSON.stringify(Object.fromEntries(budget), null, 2)}\n`)
}

/** A sentence for each function that is over its budget, with what grew; none when all is well. */
export function overBudget(sizes: Record<string, Sizes>, budget: Budget): string[] {
  return Object.entries(sizes).flatMap(([name, { start, startOf }]) => {
    const allowed = budget[name]
    if (!allowed) return [`${name} has no budget: npm run budget`]
    const most = Math.min(mostAtStart, Math.round(allowed.start * (1 + slack)))
    return start <= most
      ? []
      : [`${name} starts with ${start} bytes, ${most} allowed: ${grown(startOf, allowed.startOf)}`]
  })
}

function grown(now: Record<string, number>, before: Record<string, number>): string {
  return Object.entries(now)
    .map(([group, bytes]) => ({ group, more: bytes - (before[group] ?? 0) }))
    .filter(({ more }) => more > 0)
    .sort((a, b) => b.more - a.more)
    .slice(0, 5)
    .map(({ group, more }) => `${group} +${more}`)
    .join(', ')
}
