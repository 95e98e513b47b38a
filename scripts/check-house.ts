import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { asking } from './house/asking'
import { inputs } from './house/inputs'
import { siblings } from './house/siblings'
import { parse, type Rule } from './house/source'
import { spoken } from './house/spoken'
import { styles } from './house/styles'

const rules: readonly Rule[] = [asking, inputs, siblings, spoken]

/** Part of `npm run lint`: the rules of the mini-program that no linter knows. */
function main() {
  const tracked = execFileSync(
    'git',
    ['ls-files', '--cached', '--others', '--exclude-standard', '--deduplicate', 'miniprogram'],
    { encoding: 'utf8' },
  )
  const files = tracked.split('\n')
  const sources = files.filter(file => /(?<!\.test)\.tsx?$/.test(file))
  const sheets = files.filter(file => file.endsWith('.css'))
  const findings = [
    ...sources.flatMap(file => {
      const source = parse(file, readFileSync(file, 'utf8'))
      return rules.flatMap(rule => rule(source))
    }),
    ...sheets.flatMap(file => styles(file, readFileSync(file, 'utf8'))),
  ]
  for (const finding of findings) console.error(finding)
  process.exitCode = findings.length > 0 ? 1 : 0
}

main()
