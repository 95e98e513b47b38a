import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/**
 * Proves docs/adding-a-vendor.md: in a copy of the tree a small fourth vendor is added as the page says. Everything
 * that guards the three must then hold for four.
 */
const fixture = path.resolve('test/fourth-vendor/tree')
const tree = mkdtempSync(path.join(os.tmpdir(), 'realname-hub-vendor-'))

jest.setTimeout(600_000)

afterAll(() => rmSync(tree, { recursive: true, force: true }))

/** The lines the page asks for, each after a line that is there. */
const edits: Record<string, [after: string, added: string][]> = {
  'cloudfunctions/vendors/registry.ts': [
    ["import { ess } from './ess'", "import { nimbus } from './nimbus'"],
    ['  esign,', '  nimbus,'],
  ],
  'sandbox/vendors/registry.ts': [
    ["import type { SimulatedVendor } from './kit/vendor'", "import { nimbus } from './nimbus/local'"],
    ['  esign,', '  nimbus,'],
  ],
  'test/conformance/benches.ts': [
    ["import { openEssBench } from './ess-bench'", "import { openNimbusBench } from './nimbus-bench'"],
    ['  esign: esignBenches,', "  nimbus: [{ name: '云核', open: openNimbusBench }],"],
  ],
}

/** Tests that its capabilities ask for; fewer, and a suite has passed it over. */
const fewest = 45

function run(command: string, ...args: string[]): string {
  const { JEST_WORKER_ID: _worker, NODE_ENV: _env, ...env } = process.env
  const done = spawnSync(command, args, { cwd: tree, encoding: 'utf8', env, maxBuffer: 64 * 1024 * 1024 })
  if (done.status !== 0) throw new Error(`${command} ${args.join(' ')}\n${done.stdout}\n${done.stderr}`)
  return done.stdout
}
const tool = (file: string, ...args: string[]) => run(process.execPath, `node_modules/${file}`, ...args)
const git = (...args: string[]) =>
  run('git', '-c', 'user.name=nobody', '-c', 'user.email=nobody@example.com', ...args)

function insert(file: string, lines: [string, string][]): void {
  const place = path.join(tree, file)
  let text = readFileSync(place, 'utf8')
  for (const [after, added] of lines) {
    if (!text.includes(`${after}\n`)) throw new Error(`${file} has no line ${after}`)
    text = text.replace(`${after}\n`, `${after}\n${added}\n`)
  }
  writeFileSync(place, text)
}

test('the tree is copied as git knows it, and the vendor added', () => {
  const listed = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    encoding: 'utf8',
    maxBuffer: 16 * 1024 * 1024,
  })
  expect(listed.status).toBe(0)
  // A file that was moved and not yet recorded is still listed.
  for (const file of listed.stdout.split('\0').filter(Boolean))
    cpSync(file, path.join(tree, file), { force: true, errorOnExist: false })
  symlinkSync(path.resolve('node_modules'), path.join(tree, 'node_modules'))
  git('init', '--quiet')
  git('add', '--all')
  git('commit', '--quiet', '--no-gpg-sign', '-m', 'three vendors')
  cpSync(fixture, tree, { recursive: true })
  for (const [file, lines] of Object.entries(edits)) insert(file, lines)
})

test('at most four existing files are changed', () => {
  const changed = git('status', '--porcelain')
    .split('\n')
    .filter(line => line !== '' && !line.startsWith('??'))
    .map(line => line.slice(3))
  expect(changed).toEqual(Object.keys(edits).sort())
  expect(changed.length).toBeLessThanOrEqual(4)
})

test('types hold', () => {
  tool('typescript/bin/tsc')
  tool('typescript/bin/tsc', '-p', 'miniprogram')
})

test('the lint is content', () => {
  tool(
    '@biomejs/biome/bin/biome',
    'check',
    'cloudfunctions',
    'sandbox',
    'miniprogram/i18n',
    'test/conformance',
  )
  const config = ['--config', '.dependency-cruiser.cjs']
  tool('dependency-cruiser/bin/dependency-cruise.mjs', ...config, 'cloudfunctions', 'sandbox', 'test')
})

test('the functions are built, the vendor passes the suites of all it can, and verifies a person', () => {
  const script = "require('./scripts/build-functions.ts').buildFunctions({ force: true })"
  run(process.execPath, '--require', 'tsx/cjs', '-e', script)
  const report = path.join(tree, 'report.json')
  const jest = (...args: string[]) =>
    tool('jest/bin/jest.js', '--maxWorkers=1', '--json', `--outputFile=${report}`, ...args)
  jest('--testNamePattern=云核|nimbus|built functions', 'test/conformance/[a-z]+.test.ts')
  const { numPassedTests, testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report
  const suites = testResults.filter(({ assertionResults }) =>
    assertionResults.some(({ status }) => status === 'passed'),
  )
  expect(suites.map(({ name }) => path.basename(name, '.test.ts')).sort()).toEqual([
    'nimbus',
    'notices',
    'organizations',
    'persons',
  ])
  expect(numPassedTests).toBeGreaterThanOrEqual(fewest)
  jest('sandbox/vendors/registry.test.ts', '--testNamePattern=console')
})

/** What Jest writes about a run. */
interface Report {
  numPassedTests: number
  testResults: { name: string; assertionResults: { status: string }[] }[]
}
