/** `kept`: only in the cloud, and left there. `hand`: not done here; the detail says what to do. */
export type Mark = 'create' | 'change' | 'same' | 'kept' | 'hand'

export interface Line {
  mark: Mark
  what: string
  detail?: string
}

/** What a step would do, one line each; `apply` does it. */
export interface Change extends Line {
  /** What it consists of. */
  parts?: readonly Line[]
  apply?: () => Promise<void>
}

export interface Step {
  name: string
  /** What is there against what should be. Reads only. */
  look(): Promise<Change[]>
  /** Whether what stands there works: returns the sentence that says so, or throws. Asked after everything is done. */
  prove?(): Promise<string>
}

const signs: Record<Mark, string> = { create: '+', change: '~', same: '=', kept: '-', hand: '!' }

export function render(name: string, changes: readonly Change[]): string {
  const lines = changes.flatMap(({ parts = [], ...line }) => [
    `  ${lineOf(line)}`,
    ...parts.map(part => `      ${lineOf(part)}`),
  ])
  return [name, ...lines].join('\n')
}

const lineOf = ({ mark, what, detail }: Line): string =>
  `${signs[mark]} ${what}${detail ? `  ${detail}` : ''}`

/** Looks and does, step after step; done twice it does nothing the second time. Returns how much was done. */
export async function perform(steps: readonly Step[], say: (text: string) => void): Promise<number> {
  let done = 0
  for (const { name, look, prove } of steps) {
    const changes = await look()
    say(render(name, changes))
    for (const { apply } of changes) {
      if (!apply) continue
      await apply()
      done += 1
    }
    if (prove) say(`  ✓ ${await prove()}`)
  }
  return done
}
