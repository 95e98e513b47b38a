import { compare, percent, type Report, scoreOf, survivorsOf, withoutChangedTests } from './report'

const at = (line: number, from: number, to: number) => ({
  start: { line, column: from },
  end: { line, column: to },
})
const change = { mutatorName: 'ConditionalExpression', replacement: 'false' }
const report: Report = {
  files: {
    'a.ts': {
      source: 'const one = a === b\n  return a  === b && c\n',
      mutants: [
        { ...change, status: 'Killed', location: at(1, 13, 20) },
        { ...change, status: 'Timeout', location: at(1, 13, 20) },
        { ...change, status: 'Survived', location: at(2, 10, 18) },
        { ...change, status: 'NoCoverage', location: at(2, 10, 23) },
        { ...change, status: 'Ignored', location: at(2, 10, 23) },
      ],
    },
  },
}
const first = {
  file: 'a.ts',
  mutator: 'ConditionalExpression',
  text: 'return a  === b && c',
  was: 'a === b',
  becomes: 'false',
}

test('what no test reaches counts as not seen, and what was not tried does not count', () => {
  const score = scoreOf(report.files['a.ts']?.mutants ?? [])
  expect(score).toEqual({ seen: 2, survived: 2, ignored: 1 })
  expect(percent(score)).toBe(50)
})

test('where there was nothing to change nothing is missing', () => {
  expect(percent(scoreOf([]))).toBe(100)
})

test('a survivor is known by its line and what was changed on it, wherever the line stands by now', () => {
  expect(survivorsOf(report)).toEqual([
    { ...first, line: 2 },
    { ...first, line: 2, was: 'a === b && c' },
  ])
})

test('who is not explained is told, and so is an explanation of what a test sees by now', () => {
  const why = 'both ways the same'
  const gone = { ...first, text: 'return b', why }
  const { unexplained, stale } = compare(survivorsOf(report), [{ ...first, why }, gone])
  expect(unexplained.map(({ was }) => was)).toEqual(['a === b && c'])
  expect(stale).toEqual([gone])
})

test('what a test has found that reads otherwise now, or is gone, is found anew; the rest is kept', () => {
  const mutant = { ...change, location: at(1, 13, 20) }
  const mutants: Report['files'][string]['mutants'] = [
    { ...mutant, status: 'Killed', coveredBy: ['1', '2', '3'], killedBy: ['1'] },
    { ...mutant, status: 'Killed', coveredBy: ['1', '2', '3'], killedBy: ['2'] },
    { ...mutant, status: 'Killed', coveredBy: ['3'], killedBy: ['3'] },
    { ...mutant, status: 'Survived', coveredBy: ['1', '2'] },
    { ...mutant, status: 'Survived', coveredBy: ['1'] },
    { ...mutant, status: 'Timeout', coveredBy: ['1', '2'] },
    { ...mutant, status: 'NoCoverage' },
  ]
  const testFiles = {
    'same.test.ts': { source: 'same', tests: [{ id: '1' }] },
    'changed.test.ts': { source: 'before', tests: [{ id: '2' }] },
    'gone.test.ts': { source: 'gone', tests: [{ id: '3' }] },
  }
  const texts: Record<string, string> = { 'same.test.ts': 'same', 'changed.test.ts': 'now' }
  const before = { files: { 'a.ts': { source: 'a', mutants } }, testFiles }
  const { files } = withoutChangedTests(before, file => texts[file] ?? null)
  expect(files['a.ts']?.mutants).toEqual([0, 4, 5, 6].map(index => mutants[index]))
  expect(files['a.ts']?.source).toBe('a')
})
