import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { buildSync } from 'esbuild'
import { bombs } from './bombs'

const run = promisify(execFile)
/** MB of heap. */
const heap = 256
/** ms; a process that has not answered by then is killed. Never a measure of speed. */
const patience = 60_000

const folder = mkdtempSync(path.join(tmpdir(), 'bombs-'))
const program = path.join(folder, 'read-bomb.cjs')
beforeAll(() => {
  buildSync({
    entryPoints: [path.join(__dirname, 'read-bomb.ts')],
    outfile: program,
    bundle: true,
    platform: 'node',
    logLevel: 'error',
  })
})
afterAll(() => rmSync(folder, { recursive: true }))

test.each(Object.entries(bombs).map(([name, { code }]) => [name, code] as const))(
  '%s, with 256 MB: %s',
  async (name, code) => {
    const { stdout } = await run(process.execPath, [`--max-old-space-size=${heap}`, program, name], {
      timeout: patience,
    })
    expect(JSON.parse(stdout)).toMatchObject({ code, rows: code === null ? expect.any(Number) : 0 })
  },
  patience + 10_000,
)
