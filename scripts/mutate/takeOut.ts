import { spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type Check, checks } from './checks'

/** Takes every check out by itself and runs its tests. Yields whether each turned a test red, and says which. */
export async function takeOutEach(cache: string, only: readonly string[] = ['']): Promise<boolean> {
  const wanted = checks.filter(({ file }) => only.some(part => file.includes(part)))
  const files = [...new Set(wanted.flatMap(({ tests }) => tests))]
  const red = await runTests(cache, files)
  if (red) return say(false, `red with every check in its place: ${red}`)
  let all = true
  for (const check of wanted) all = (await isSeen(cache, check)) && all
  return all
}

async function isSeen(cache: string, check: Check): Promise<boolean> {
  const { file, without, text, tests } = check
  const times = readFileSync(file, 'utf8').split(text).length - 1
  if (times !== 1) return say(false, `${file}, ${without}: the check stands there ${times} times`)
  for (const each of tests) {
    const red = await runTests(cache, [each], check)
    if (red) return say(true, `${file}, without ${without}: red is "${red}"`)
  }
  return say(false, `${file}, without ${without}: NOBODY SAW IT`)
}

function say(isWell: boolean, line: string): boolean {
  console.log(line)
  return isWell
}

/** The first test that is red; null: all are green. */
async function runTests(cache: string, files: readonly string[], without?: Check): Promise<string | null> {
  const list = path.resolve(cache, 'checks.tests.json')
  for (const file of files) {
    writeFileSync(list, JSON.stringify({ files: [file], leftOut: null, without }))
    const { code, output } = await mocha(list)
    if (code !== 0)
      return /^ {2}1\) ([\s\S]*?):\n/m.exec(output)?.[1]?.replace(/\s+/g, ' ') ?? output.slice(-500)
  }
  return null
}

function mocha(list: string): Promise<{ code: number | null; output: string }> {
  const command = ['scripts/mutate/node_modules/mocha/bin/mocha.js', '--bail', '--exit', '--timeout', '60000']
  const child = spawn(process.execPath, [...command, '--reporter', 'dot', 'scripts/mutate/tests.cjs'], {
    env: { ...process.env, MUTATE_TESTS: list },
  })
  // Without a check a test may never come to its end: that is red too.
  const patience = setTimeout(() => child.kill('SIGKILL'), 120_000)
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', chunk => {
      output += chunk
    })
  return new Promise(resolve =>
    child.once('exit', code => {
      clearTimeout(patience)
      resolve({ code, output })
    }),
  )
}
