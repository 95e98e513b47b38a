import { render, type Step } from '../../setup/plan'
import type { Finding } from '../doctor/finding'
import type { Deployment } from './deployment'
import { deploySteps, type Part } from './steps'

export interface RunOptions {
  only: Part | null
  dryRun: boolean
  /** Nobody is asked. */
  yes: boolean
}

export interface Surroundings {
  say(text: string): void
  /** null: there is nobody to ask. */
  ask: ((question: string) => Promise<string>) | null
  examine(): Promise<Finding[]>
  /** Notes what is deployed now, and keeps it to go back to. */
  keep(isUploaded: boolean): void
}

/** Plan, question, steps, examination, record. 0 done, 1 something failed or is wrong, 2 nothing was begun. */
export async function run(
  deployment: Deployment,
  { only, dryRun, yes }: RunOptions,
  { say, ask, examine, keep }: Surroundings,
): Promise<number> {
  const steps = deploySteps(deployment, only)
  const planned = await plan(steps, say)
  say(planned === 0 ? '没有要改的 nothing to change' : `要做 to do: ${planned}`)
  if (dryRun) return 0
  if (planned > 0 && !yes && !(await agreed(deployment, say, ask))) return 2
  if (!(await applied(steps, say))) return 1
  const findings = await examine()
  for (const { code, wrong, mend } of findings) say(`✗ ${code}  ${wrong}\n  → ${mend}`)
  keep(deployment.uploader.upload !== null && (only === null || only === 'miniprogram'))
  say(`已部署 deployed: ${deployment.build.release} → ${deployment.environment.envId}`)
  return findings.length === 0 ? 0 : 1
}

/** Looks at everything before anything is done. Returns how much would be. */
async function plan(steps: readonly Step[], say: Surroundings['say']): Promise<number> {
  let planned = 0
  for (const { name, look } of steps) {
    const changes = await look()
    planned += changes.filter(({ apply }) => apply).length
    say(render(name, changes))
  }
  return planned
}

async function agreed(
  { environment }: Deployment,
  say: Surroundings['say'],
  ask: Surroundings['ask'],
): Promise<boolean> {
  if (!ask) {
    say('没有终端可以确认:加 --yes(no terminal to ask: add --yes)')
    return false
  }
  const wanted = environment.production ? environment.envId : 'y'
  const question = environment.production
    ? `这是生产环境。输入环境 ID 确认 (type the id of the production environment): `
    : `部署到 ${environment.envId}?(y/N) `
  if ((await ask(question)).trim() === wanted) return true
  say('什么也没有做 nothing was done')
  return false
}

/** What is there is looked at again before each step: somebody may have answered the question late. */
async function applied(steps: readonly Step[], say: Surroundings['say']): Promise<boolean> {
  for (const [at, { name, look, prove }] of steps.entries()) {
    try {
      for (const { what, apply } of await look()) {
        if (!apply) continue
        await apply()
        say(`  ✓ ${name}: ${what}`)
      }
      if (prove) say(`  ✓ ${await prove()}`)
    } catch (error) {
      say(`  ✗ ${name}: ${error instanceof Error ? error.message : 'failed'}`)
      const left = steps.slice(at).map(each => each.name)
      say(`停在这里,还没有做 not done: ${left.join(';')}\n再运行一次就接着做 (run it again to go on)`)
      return false
    }
  }
  return true
}
