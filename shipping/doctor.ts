import { parseArgs } from 'node:util'
import { readBench } from './doctor/bench'
import { project } from './doctor/project'
import { settings } from './doctor/settings'

/** `npm run doctor -- [--settings <file>] [--json]`: what is missing before a deployment. 0 clean, 1 faults, 2 could not look. */
function main(): number {
  const { values } = parseArgs({ options: { settings: { type: 'string' }, json: { type: 'boolean' } } })
  const bench = readBench(values.settings)
  const findings = [project, settings].flatMap(check => check(bench))
  if (values.json) console.log(JSON.stringify({ findings }))
  else for (const { code, wrong, mend } of findings) console.log(`✗ ${code}  ${wrong}\n  → ${mend}`)
  if (!values.json && findings.length === 0) console.log('没有发现问题 no faults found')
  return findings.length === 0 ? 0 : 1
}

try {
  process.exitCode = main()
} catch (error) {
  console.error(error instanceof Error ? error.message : 'could not look')
  process.exitCode = 2
}
