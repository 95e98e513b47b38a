import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { isSafe } from 'redos-detector'
import { analyse } from 'scslre'
import ts from 'typescript'

/** What is shipped and meets texts from outside. */
const rooms = ['cloudfunctions', 'miniprogram']
/** How often a pattern may go back for one character of the text; those that may do so without end are refused. */
const maxScore = 100
/** Steps of the judge; a pattern that takes more is too hard to be shipped. Never a time: machines differ. */
const maxSteps = 20_000

/** Files and patterns that are let pass, and why. */
const exceptions: ReadonlyMap<string, string> = new Map([
  [String.raw`/\/+$/`, 'meets the operator’s own settings only, once an instance'],
])

/** `file:line` and what is wrong there. */
export type Finding = string

/**
 * Looks at every regular expression in a source text: none may take more than linear time, whatever it meets. One that
 * is put together while the program runs cannot be looked at, so there must be none.
 */
export function findingsIn(file: string, text: string): Finding[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  const findings: Finding[] = []
  const report = (node: ts.Node, what: string) => {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart())
    findings.push(`${file}:${line + 1} ${what}`)
  }
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node) && !exceptions.has(node.text) && !isLinear(node.text))
      report(node, `may take more than linear time: ${node.text}`)
    if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === 'RegExp')
      report(node, 'is put together while the program runs: write it as a literal')
    ts.forEachChild(node, visit)
  }
  visit(source)
  return findings
}

/** Two judges: each overlooks what the other finds. */
function isLinear(literal: string): boolean {
  const end = literal.lastIndexOf('/')
  const pattern = new RegExp(literal.slice(1, end), literal.slice(end + 1))
  return (
    analyse(pattern).reports.length === 0 &&
    isSafe(pattern, { maxScore, maxSteps, timeout: Number.POSITIVE_INFINITY }).safe
  )
}

function shippedFiles(): string[] {
  const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', ...rooms], {
    encoding: 'utf8',
  })
  return tracked.split('\n').filter(file => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
}

if (require.main === module) {
  const files = shippedFiles().filter(file => !exceptions.has(file))
  const findings = files.flatMap(file => findingsIn(file, readFileSync(file, 'utf8')))
  for (const finding of findings) process.stderr.write(`${finding}\n`)
  process.exitCode = findings.length > 0 ? 1 : 0
}
