import type { ExportFileResult, ExportListResult, ExportView } from '../../contract/workplace'
import { dayOf } from '../../domain/day'
import { ActionError } from '../../domain/errors'
import type { ExportJob } from '../../domain/exportJob'
import { type SheetToWrite, writeCsv, writeXlsx } from '../../platform/sheet'
import type { Deps } from '../kit/deps'
import { fileName } from '../kit/fileName'
import { pageSize } from '../kit/pages'
import { operatorId } from '../operator/identity'
import { invitationFields, invitationTable, verificationFields, verificationTable } from './exportTables'
import { sheetTexts } from './exportTexts'
import { type CaseFilters, keptConditions, keptFilters } from './filters'

/** As many as one run reads and writes within its time and memory. */
const rowsAPart = 5000
const mostRows = 50_000
/** ms after which a part takes no more rows, however few it has. */
const patience = 8000
/** ms its files are there. */
const keptFor = 24 * 3600_000
/** s */
const addressLife = 600
const mostListed = 20

interface Wanted extends CaseFilters, Pick<ExportJob, 'of' | 'format' | 'language'> {
  clientKey?: string | undefined
}

/** Notes what is wanted; nothing is read yet. */
export async function beginExport(
  deps: Deps,
  openid: string,
  { of, format, language, clientKey: _, ...filters }: Wanted,
): Promise<ExportView> {
  const now = deps.clock()
  const job: ExportJob = {
    _id: `x_${deps.random(16)}`,
    version: 1,
    owner: operatorId(deps, openid),
    of,
    filters: keptFilters(deps, filters),
    format,
    language,
    parts: [],
    after: '',
    done: false,
    cut: false,
    createdAt: now,
    expiresAt: now + keptFor,
  }
  await deps.store.insert('exports', job)
  return viewOf(job)
}

/**
 * Makes the next part, unless somebody has made it already: newest first, from where the last one ended. Whoever dies
 * in between has made nothing, and the file is deleted with the rest. Throws NOT_FOUND.
 */
export async function goOnExport(
  deps: Deps,
  openid: string,
  { id, part }: { id: string; part: number },
): Promise<ExportView> {
  const job = await own(deps, openid, id)
  if (job.done || job.parts.length !== part - 1) return viewOf(job)
  const { rows, after, isLast, sheet } = await nextRows(deps, job)
  const parts = [...job.parts]
  if (rows > 0 || parts.length === 0) parts.push({ fileId: await kept(deps, job, sheet), rows })
  const cut = !isLast && rowsOf(parts) >= mostRows
  const changes = { parts, after, done: isLast || cut, cut }
  if (await deps.store.replace('exports', id, job.version, changes)) return viewOf({ ...job, ...changes })
  return viewOf(await own(deps, openid, id))
}

/** Those of the caller that are not forgotten yet. */
export async function listExports(deps: Deps, openid: string): Promise<ExportListResult> {
  const found = await deps.store.find('exports', {
    where: [['owner', 'eq', operatorId(deps, openid)]],
    orderBy: [['createdAt', 'desc']],
    limit: mostListed,
  })
  return { items: found.filter(({ expiresAt }) => expiresAt > deps.clock()).map(viewOf) }
}

/** Throws NOT_FOUND. */
export async function exportFile(
  deps: Deps,
  openid: string,
  { id, part }: { id: string; part: number },
): Promise<ExportFileResult> {
  const job = await own(deps, openid, id)
  const file = job.parts[part - 1]
  if (!file) throw new ActionError('NOT_FOUND')
  const title = `${sheetTexts[job.language][job.of]} ${dayOf(job.createdAt)} ${part}`
  return {
    name: `${fileName(title)}.${job.format}`,
    url: await deps.files.address(file.fileId, addressLife),
  }
}

/** Another operator's is as if it were not there. */
async function own(deps: Deps, openid: string, id: string): Promise<ExportJob> {
  const job = await deps.store.get('exports', id)
  if (!job || job.owner !== operatorId(deps, openid) || job.expiresAt <= deps.clock())
    throw new ActionError('NOT_FOUND')
  return job
}

const rowsOf = (parts: ExportJob['parts']): number => parts.reduce((sum, { rows }) => sum + rows, 0)

function viewOf({ _id, of, format, parts, done, cut, createdAt, expiresAt }: ExportJob): ExportView {
  return { id: _id, of, format, parts: parts.map(({ rows }) => rows), done, cut, createdAt, expiresAt }
}

/** Noted as it is stored, so that the sweep deletes it. */
async function kept({ store, files, random }: Deps, job: ExportJob, sheet: SheetToWrite): Promise<string> {
  const bytes = job.format === 'xlsx' ? await writeXlsx(sheet) : await writeCsv(sheet)
  const fileId = await files.upload(`exports/${random(16)}.${job.format}`, bytes)
  await store.insert('files', { _id: `f_${random(16)}`, version: 1, fileId, expiresAt: job.expiresAt })
  return fileId
}

interface Rows {
  rows: number
  /** Where the next part begins. */
  after: string
  /** There are none after these. */
  isLast: boolean
  sheet: SheetToWrite
}

async function nextRows(deps: Deps, { of, language, filters, parts, after }: ExportJob): Promise<Rows> {
  const most = Math.min(rowsAPart, mostRows - rowsOf(parts))
  if (of === 'verifications') {
    const { found, ...end } = await newest(deps, after, most, (from, limit) =>
      deps.store.find('verifications', {
        where: [...keptConditions(filters), ...from],
        fields: verificationFields,
        orderBy: [['listKey', 'desc']],
        limit,
      }),
    )
    return { ...end, rows: found.length, sheet: verificationTable(deps, language, found) }
  }
  const { found, ...end } = await newest(deps, after, most, (from, limit) =>
    deps.store.find('invitations', {
      where: from,
      fields: invitationFields,
      orderBy: [['listKey', 'desc']],
      limit,
    }),
  )
  return { ...end, rows: found.length, sheet: invitationTable(deps, language, found) }
}

type From = [readonly ['listKey', 'lt' | 'gt', string]]

/** Page by page, until there are so many, none is left, or the time is over. */
async function newest<D extends { listKey: string }>(
  { clock }: Deps,
  after: string,
  most: number,
  page: (from: From, limit: number) => Promise<D[]>,
): Promise<{ found: D[]; after: string; isLast: boolean }> {
  const deadline = clock() + patience
  const found: D[] = []
  for (let last = after; ; ) {
    const from: From = [last === '' ? ['listKey', 'gt', ''] : ['listKey', 'lt', last]]
    const limit = Math.min(pageSize, most - found.length)
    if (limit === 0) return { found, after: last, isLast: (await page(from, 1)).length === 0 }
    if (clock() >= deadline) return { found, after: last, isLast: false }
    const next = await page(from, limit)
    found.push(...next)
    last = next.at(-1)?.listKey ?? last
    if (next.length < limit) return { found, after: last, isLast: true }
  }
}
