import { spawnSync } from 'node:child_process'

/** `npm run test:sheets`: ten thousand made-up workbooks instead of the three hundred of `npm test`; takes minutes. */
const { status } = spawnSync(
  process.execPath,
  ['node_modules/jest/bin/jest.js', '--maxWorkers=1', 'test/sheets/any-workbook'],
  { stdio: 'inherit', env: { ...process.env, SHEETS: process.env.SHEETS ?? '10000' } },
)
process.exitCode = status ?? 1
