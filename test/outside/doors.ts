import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import ts from 'typescript'
import { below, callsOf, parse } from '../../scripts/house/source'

/** What takes text or bytes apart that somebody else may have written. */
const calls = ['JSON.parse', 'parseJsonKeepingIds', 'parseRecord', 'decodeURIComponent', 'Date.parse']
const checks = ['v.safeParse', 'v.parse', 'isWithin']
const constructors: readonly string[] = ['URL', 'URLSearchParams', 'Inflate']

/** Files of the functions in which something from outside may be taken apart. */
export function filesWithDoors(): string[] {
  const tracked = execFileSync(
    'git',
    ['ls-files', '--cached', '--others', '--exclude-standard', '--deduplicate', 'cloudfunctions'],
    { encoding: 'utf8' },
  )
  return tracked
    .split('\n')
    .filter(file => /\.ts$/.test(file) && !/(\.test|test-support)\.ts$/.test(file))
    .filter(file => hasDoor(parse(file, readFileSync(file, 'utf8'))))
    .sort()
}

function hasDoor(source: ts.SourceFile): boolean {
  if (callsOf(source, ...calls, ...checks, 'inflateSync').length > 0) return true
  const made = below(source, ts.isNewExpression).some(({ expression }) =>
    constructors.includes(expression.getText()),
  )
  return made || below(source, ts.isCallExpression).some(isDoor)
}

/** Chunks of a stream, a file, bytes that are decoded. */
function isDoor({ expression, arguments: given }: ts.CallExpression): boolean {
  if (!ts.isPropertyAccessExpression(expression)) return false
  const [first, second] = given
  const name = expression.name.text
  if (name === 'on') return first !== undefined && ts.isStringLiteral(first) && first.text === 'data'
  if (name === 'from') return expression.expression.getText() === 'Buffer' && second !== undefined
  if (name === 'toString') return first !== undefined && ts.isStringLiteral(first) && first.text === 'utf8'
  return name === 'download'
}
