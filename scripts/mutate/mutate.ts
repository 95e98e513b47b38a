import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import {
  compare,
  type Explanation,
  percent,
  type Reading,
  readReport,
  type Score,
  scoreOf,
  stillHeld,
  survivorsOf,
} from './report'
import { codeOf, leftOut, type Room, rooms, testsOf } from './rooms'
import { takeOutEach } from './takeOut'

/**
 * `npm run mutate -- --room domain`: makes wrong changes to the code of a room, one at a time, and runs the tests that
 * reach each; says what share of them a test saw, and which nobody saw. What was found is kept in `.cache/mutate/`:
 * killed and run again, it goes on, and later runs try only what is new, was changed, or has new tests.
 * `--only PART` takes the files whose path contains it, or one of several that are given, `--static` also what runs
 * once as a file is loaded, `--show` prints what is kept and runs nothing, `--jobs 2` uses two processes, `--twice`
 * only tells which tests cannot run twice in one process, as Stryker runs them, `--tests PART` lets only tests look
 * whose path contains it: soon done while tests are written, and no score, since what others see counts as not seen.
 * `--checks` takes the checks of `checks.ts` out instead, one at a time; each must turn a test red.
 */
const {
  values: { only, tests: lookers, ...values },
} = parseArgs({
  options: {
    room: { type: 'string' },
    only: { type: 'string', multiple: true },
    tests: { type: 'string', multiple: true },
    static: { type: 'boolean' },
    show: { type: 'boolean' },
    twice: { type: 'boolean' },
    checks: { type: 'boolean' },
    further: { type: 'boolean' },
    jobs: { type: 'string' },
  },
})
const cache = '.cache/mutate'
const explanationsOf = (room: string) => `test/mutation/${room}.json`

async function main(): Promise<void> {
  mkdirSync(cache, { recursive: true })
  if (values.checks) {
    if (!(await takeOutEach(cache, only))) process.exitCode = 1
    return
  }
  const name = values.room ?? ''
  const room = rooms[name]
  if (!room) return fail(`--room is one of ${Object.keys(rooms).join(', ')}`)
  const files = codeOf(room).filter(isWanted(only))
  if (!values.show && !(await measure(name, room, files))) return fail('Stryker did not come to its end')
  judge(name, room, files)
}

const isWanted = (parts: readonly string[] | undefined) => (file: string) =>
  !parts || parts.some(part => file.includes(part))

/** False when a run failed; what was finished before is kept. */
async function measure(name: string, room: Room, files: readonly string[]): Promise<boolean> {
  const tests = path.resolve(cache, `${name}.tests.json`)
  const { longestTest, mostTests = 100 } = room
  const testFiles = testsOf(room, values.further ?? false).filter(isWanted(lookers))
  writeFileSync(tests, JSON.stringify({ files: testFiles, leftOut, longestTest, mostTests }))
  const environment = { ...process.env, MUTATE_TESTS: tests }
  if (values.twice) return run(['scripts/mutate/twice.cjs'], environment)
  // What a killed run has left behind.
  rmSync(treeOf(name), { recursive: true, force: true })
  const reading: Reading = Object.fromEntries(testFiles.map(file => [file, digestOf(file)]))
  for (const group of groups(files, room.linesAtOnce)) {
    forgetOutdated(name, group, reading)
    const settings = `${cache}/${name}.settings.json`
    writeFileSync(settings, JSON.stringify(strykerSettings(name, group)))
    const stryker = 'scripts/mutate/node_modules/@stryker-mutator/core/bin/stryker.js'
    if (!(await run([stryker, 'run', settings], environment))) return false
    const found = Object.fromEntries(group.map(file => [file, reading]))
    writeFileSync(readingsOf(name), JSON.stringify({ ...readJson(readingsOf(name)), ...found }))
  }
  return true
}

/** Takes out of what is kept what the tests have found while they read otherwise. */
function forgetOutdated(name: string, group: readonly string[], reading: Reading): void {
  const report = readReport(reportOf(name))
  const readings = readJson(readingsOf(name)) as Record<string, Reading>
  for (const file of group) {
    const kept = report.files[file]
    if (kept) kept.mutants = stillHeld(kept.mutants, report.testFiles, readings[file] ?? {}, reading)
  }
  if (existsSync(reportOf(name))) writeFileSync(reportOf(name), JSON.stringify(report))
}

const digestOf = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 8)
const readJson = (file: string) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {})

function groups(files: readonly string[], linesAtOnce: number): string[][] {
  const all: string[][] = []
  let room = 0
  for (const file of files) {
    if (room <= 0) {
      all.push([])
      room = linesAtOnce
    }
    all.at(-1)?.push(file)
    room -= readFileSync(file, 'utf8').split('\n').length
  }
  return all
}

const strykerSettings = (room: string, mutate: readonly string[]) => ({
  mutate,
  incremental: true,
  incrementalFile: reportOf(room),
  plugins: [
    path.resolve('scripts/mutate/node_modules/@stryker-mutator/mocha-runner/dist/src/index.js'),
    path.resolve('scripts/mutate/ignore.mjs'),
    path.resolve('scripts/mutate/runner.mjs'),
    path.resolve('scripts/mutate/reporter.mjs'),
  ],
  testRunner: values.static ? 'mocha' : 'nearestFirst',
  mochaOptions: { spec: ['scripts/mutate/tests.cjs'] },
  coverageAnalysis: 'perTest',
  // What runs once as a file is loaded needs a new process and every test of the room for each change.
  ignoreStatic: !values.static,
  ignorers: ['logs', 'causes', 'tables'],
  // A test that was stopped halfway may leave something behind; nothing outlives its process.
  maxTestRunnerReuse: 200,
  concurrency: Number(values.jobs ?? 1),
  // Endless loops are stopped by their count; a crowded machine is slow.
  timeoutMS: 30_000,
  dryRunTimeoutMinutes: 30,
  disableTypeChecks: false,
  tempDirName: treeOf(room),
  ignorePatterns: ['dist', '.cache', '.data', '.git', 'bench', 'reports', 'test/screenshots'],
  reporters: ['atOnce'],
  allowConsoleColors: false,
  tsconfigFile: 'none',
})

const treeOf = (room: string) => `${cache}/tree/${room}`
const reportOf = (room: string) => `${cache}/${room}.json`
/** How the tests read when the results of each file were found. */
const readingsOf = (room: string) => `${cache}/${room}.readings.json`

/** Whether it ended well. */
const run = (command: string[], env: NodeJS.ProcessEnv): Promise<boolean> =>
  new Promise(resolve => {
    spawn(process.execPath, command, { stdio: 'inherit', env }).once('exit', code => resolve(code === 0))
  })

function judge(name: string, room: Room, wanted: readonly string[]): void {
  const all = readReport(reportOf(name)).files
  const report = { files: Object.fromEntries(Object.entries(all).filter(([file]) => wanted.includes(file))) }
  const explanations = (JSON.parse(readFileSync(explanationsOf(name), 'utf8')) as Explanation[]).filter(
    ({ file }) => file in report.files,
  )
  const { unexplained, stale } = compare(survivorsOf(report), explanations)
  for (const [file, { mutants }] of Object.entries(report.files)) console.log(line(file, scoreOf(mutants)))
  for (const { file, line, mutator, was, becomes } of unexplained)
    console.log(`nobody saw ${file}:${line} (${mutator}): ${was} -> ${becomes}`)
  for (const { file, text } of stale) console.log(`explained, but seen or gone: ${file}: ${text}`)
  const missing = wanted.filter(file => !(file in report.files))
  if (missing.length > 0) console.log(`not run yet, or nothing in it to change: ${missing.join(', ')}`)
  const score = scoreOf(Object.values(report.files).flatMap(({ mutants }) => mutants))
  console.log(`${line(name, score)}; goal ${room.goal} %; not seen and not explained: ${unexplained.length}`)
  if (unexplained.length > 0 || stale.length > 0 || percent(score) < room.goal) process.exitCode = 1
}

const line = (what: string, score: Score) =>
  `${what}: ${percent(score).toFixed(1)} % (${score.seen} of ${score.seen + score.survived} seen, ${score.ignored} not tried)`

function fail(why: string): void {
  console.error(why)
  process.exitCode = 1
}

void main()
