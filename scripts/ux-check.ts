import { parseArgs } from 'node:util'
import { looks } from './gallery/looks'
import { check } from './ux/check'
import { faults, heading, line } from './ux/report'

/** Both modes are looked at unless one look is asked for. */
const usual = ['light', 'dark']

/**
 * `npm run ux:check [-- --look narrow --walk batch]`: walks through the compiled mini-program as the gallery does and
 * measures every page in every state against the limits of ux/limits.ts. Needs `npm run build` first. The exit code is 1
 * when something is too much or a walk goes no further.
 */
async function main() {
  const { values: only } = parseArgs({ options: { look: { type: 'string' }, walk: { type: 'string' } } })
  console.log(heading)
  const { screens, bad, stuck } = await check({
    looks: looks.filter(({ id }) => (only.look === undefined ? usual.includes(id) : only.look === id)),
    walk: only.walk,
    onScreen(screen) {
      console.log(line(screen))
      for (const fault of faults(screen)) console.log(`    ${fault}`)
    },
  })
  console.log(`${screens.length} screens, ${bad.length} with something to mend, ${stuck.length} walks stuck`)
  for (const each of stuck) console.error(each)
  if (bad.length > 0 || stuck.length > 0 || screens.length === 0) process.exitCode = 1
}

void main()
