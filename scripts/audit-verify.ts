import fs from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import Database from 'libsql'
import { type StoredHead, type StoredRow, verifyAudit } from '../cloudfunctions/usecases/audit/verify'
import { decode } from '../sandbox/cloud/ejson'

/**
 * `npm run audit:verify -- <folder> [--anchor <hash>]`: whether anybody has changed, removed or inserted something in the
 * audit, and where. The folder is that of a local cloud that was stopped (`documents.sqlite`), or holds an export of the
 * real one: `<collection>.json` of `audit`, `verifications`, `batches`, `invitations`, a document a line or one list.
 * `--anchor`: a hash the log told (`audit.anchored`), which must be among the anchors. Ends with 1 when something is wrong.
 */
const withChains = ['verifications', 'batches', 'invitations'] as const

function main(): number {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { anchor: { type: 'string' } },
  })
  const [folder] = positionals
  if (!folder) {
    console.error('用法 usage: npm run audit:verify -- <folder> [--anchor <hash>]')
    return 2
  }
  const read = readerOf(folder)
  const rows = read('audit') as StoredRow[]
  const heads = withChains.flatMap(name => read(name)) as StoredHead[]
  const findings = verifyAudit(rows, heads)
  for (const { kind, id } of findings) console.log(`${words[kind]}: ${id}`)
  const isAnchorMissing = values.anchor !== undefined && !rows.some(({ hash }) => hash === values.anchor)
  if (isAnchorMissing) console.log(`日志里的锚不在流水里 the anchor of the log is missing: ${values.anchor}`)
  // Nobody can say of nothing that it is whole.
  if (rows.length === 0) console.log('没有流水 there are no rows')
  const wrong = findings.length + Number(isAnchorMissing) + Number(rows.length === 0)
  const chains = new Set(rows.map(({ _id }) => _id.slice(0, _id.lastIndexOf('_')))).size
  const anchor = rows.filter(({ heads: seen }) => seen).sort((a, b) => b.sequence - a.sequence)[0]
  if (anchor)
    console.log(`最近的锚,与日志对照 newest anchor, to compare with the log: ${anchor._id} ${anchor.hash}`)
  console.log(
    `${rows.length} 行,${chains} 条链 rows in chains: ${wrong === 0 ? '完整 whole' : `${wrong} 处不对 wrong`}`,
  )
  return wrong === 0 ? 0 : 1
}

const words = {
  changed: '被改 changed',
  removed: '被删 removed',
  inserted: '被加 inserted',
  removedWhole: '连同流水被删 removed with its rows',
  headRemoved: '流水还在,单据被删 removed, its rows are there',
  stateChanged: '单据的状态与流水不符 in another state than its rows say',
} as const

type Read = (collection: string) => unknown[]

function readerOf(folder: string): Read {
  const file = path.join(folder, 'documents.sqlite')
  return fs.existsSync(file) ? ofLocalCloud(file) : ofExport(folder)
}

/** Throws while the local cloud is running: it has the file to itself. */
function ofLocalCloud(file: string): Read {
  const bodies = opened(file)
  return collection =>
    (bodies.all(collection) as { body: string }[]).map(({ body }) => decode(body, 0, collection))
}

function opened(file: string) {
  try {
    return new Database(file).prepare('select body from documents where collection = ?')
  } catch (error) {
    if (!String(error).includes('locked')) throw error
    throw new Error('本地云还开着,请先停下再核对 the local cloud is running: stop it first')
  }
}

function ofExport(folder: string): Read {
  return collection => {
    const file = path.join(folder, `${collection}.json`)
    if (!fs.existsSync(file)) throw new Error(`没有 ${file}(missing from the export)`)
    const text = fs.readFileSync(file, 'utf8').trim()
    const lines = text.startsWith('[')
      ? (JSON.parse(text) as object[]).map(each => JSON.stringify(each))
      : text.split('\n')
    return lines.filter(Boolean).map(line => decode(line, 0, collection))
  }
}

try {
  process.exitCode = main()
} catch (error) {
  console.error(error instanceof Error ? error.message : 'failed')
  process.exitCode = 2
}
