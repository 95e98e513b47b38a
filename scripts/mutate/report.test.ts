import {
  compare,
  type Mutant,
  percent,
  type Reading,
  type Report,
  scoreOf,
  stillHeld,
  survivorsOf,
} from './report'

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

test('what a test has found that reads otherwise now is found anew; what nobody saw, with every new test', () => {
  const mutant = { ...change, location: at(1, 13, 20) }
  const [killed, byAnother, survived, ...others]: Mutant[] = [
    { ...mutant, status: 'Killed', killedBy: ['1'] },
    { ...mutant, status: 'Killed', killedBy: ['2'] },
    { ...mutant, status: 'Survived' },
    { ...mutant, status: 'Timeout' },
    { ...mutant, status: 'Ignored' },
  ]
  const mutants = [killed, byAnother, survived, ...others].flatMap(each => each ?? [])
  const testFiles = { 'a.test.ts': { tests: [{ id: '1' }] }, 'b.test.ts': { tests: [{ id: '2' }] } }
  const then = { 'a.test.ts': 'a', 'b.test.ts': 'b' }
  const held = (now: Reading) => stillHeld(mutants, testFiles, then, now)
  expect(held(then)).toEqual(mutants)
  expect(held({ ...then, 'b.test.ts': 'changed' })).toEqual([killed, ...others])
  expect(held({ ...then, 'c.test.ts': 'new' })).toEqual([killed, byAnother, ...others])
  expect(held({ 'a.test.ts': 'a' })).toEqual([killed, survived, ...others])
  expect(stillHeld(mutants, testFiles, {}, then)).toEqual(others)
})
