import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { ActionError } from '../cloudfunctions/domain/errors'
import { limits } from '../cloudfunctions/platform/sheet/limits'
import { type Purpose, purposes, reportOf, type SheetReport } from './sheet-report'

/**
 * `npm run try:sheet -- --as batch|person|organization [--json] FILE`: how a file is read, by the very code that reads
 * uploads. `--sheet NAME`, `--hidden-rows` and `--hidden-columns` ask for what is left out otherwise.
 */
const usage =
  'npm run try:sheet -- --as batch|person|organization [--sheet NAME] [--hidden-rows] [--hidden-columns] [--json] FILE'

function main(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      as: { type: 'string' },
      json: { type: 'boolean', default: false },
      sheet: { type: 'string' },
      'hidden-rows': { type: 'boolean', default: false },
      'hidden-columns': { type: 'boolean', default: false },
    },
  })
  const purpose = purposes.find(each => each === values.as)
  const [file] = positionals
  if (!purpose || file === undefined || positionals.length > 1) throw new Error('how is it to be read?')
  const report = reportOf(() => bytesOf(placeOf(file)), purpose, {
    sheet: values.sheet,
    hiddenRows: values['hidden-rows'],
    hiddenColumns: values['hidden-columns'],
  })
  console.log(values.json ? JSON.stringify(report) : textOf(report, purpose))
}

/** npm changes to the project's folder, and keeps where it was called. */
function placeOf(file: string): string {
  const called = path.resolve(process.env.INIT_CWD ?? '.', file)
  return existsSync(called) ? called : path.resolve(file)
}

/** A file that is too large is not read at all: so much of it as shows that. */
function bytesOf(place: string): Buffer {
  if (!existsSync(place) || !statSync(place).isFile()) throw new ActionError('FILE_UNREADABLE', 'source')
  return statSync(place).size > limits.file ? Buffer.alloc(limits.file + 1) : readFileSync(place)
}

function textOf({ error, rows, leftOut }: SheetReport, purpose: Purpose): string {
  if (error) return `没有读出来:${error.message}(${error.code})`
  return [
    `按 ${purpose} 读出 ${rows.length} 行`,
    ...rows.map(({ line, fields, issues }) =>
      [
        `第 ${line} 行  ${Object.entries(fields)
          .map(([field, text]) => `${field}=${text}`)
          .join('  ')}`,
        ...issues.map(
          ({ field, code, suggestion }) =>
            `    ${field}: ${code}${suggestion === null ? '' : ` → ${suggestion}`}`,
        ),
      ].join('\n'),
    ),
    ...leftOut.map(({ what, name, count }) => `没有读:${what} ${name}(${count})`),
  ].join('\n')
}

try {
  main()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  console.error(usage)
  process.exitCode = 2
}
