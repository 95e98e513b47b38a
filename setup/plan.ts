/** What a step would do, one line each; `apply` does it. */
export interface Change {
  mark: 'create' | 'change' | 'same' | 'kept'
  what: string
  detail?: string
  apply?: () => Promise<void>
}

export interface Step {
  name: string
  /** What is there against what should be. Reads only. */
  look(): Promise<Change[]>
}

const signs: Record<Change['mark'], string> = { create: '+', change: '~', same: '=', kept: '-' }

export function render(name: string, changes: readonly Change[]): string {
  const lines = changes.map(
    ({ mark, what, detail }) => `  ${signs[mark]} ${what}${detail ? `  ${detail}` : ''}`,
  )
  return [name, ...lines].join('\n')
}

/** Looks and does, step after step; done twice it does nothing the second time. Returns how much was done. */
export async function perform(steps: readonly Step[], say: (text: string) => void): Promise<number> {
  let done = 0
  for (const { name, look } of steps) {
    const changes = await look()
    say(render(name, changes))
    for (const { apply } of changes) {
      if (!apply) continue
      await apply()
      done += 1
    }
  }
  return done
}
