import type { LinkResult, LinksResult, LinkView, RowLinkResult } from '../../contract/batch'
import type { LinkRow } from '../../domain/batch/link'
import { adminIdTypeOf, type Batch, type BatchRow, withOwnIds } from '../../domain/batch/row'
import { ActionError } from '../../domain/errors'
import type { BatchLink } from '../../vendors/batch'
import type { Deps } from '../kit/deps'
import { actionErrorOf } from '../kit/problem'
import { slices } from '../kit/slices'
import { batchDriver } from './driver'
import { askLeftOut } from './leftOut'
import { formsOfLink } from './linkForms'
import { batchOf, fieldsOf, rowOf } from './rows'
import { pageOfLink } from './sharedLink'
import { batchView } from './view'

const listed = [
  '_id',
  'number',
  'name',
  'state',
  'subTaskId',
  'subTasks',
  'adminKey',
  'maskedAdmin',
] as const satisfies readonly (keyof BatchRow)[]
type Listed = Pick<BatchRow, (typeof listed)[number]>

/** ms after which nothing more is asked; a function dies at 20 s, and the last questions may take long. */
const patience = { link: 10_000, look: 3000 }

/** Rows that share one link: those of one administrator. */
interface Group {
  key: string
  first: Listed
  rows: Listed[]
}

/**
 * The administrators of a batch and their links. Of links that are alive, what the vendor was not asked about yet is
 * asked now, for as long as a page waits. Throws NOT_FOUND.
 */
export async function links(deps: Deps, _operator: string, { id }: { id: string }): Promise<LinksResult> {
  const deadline = deps.clock() + patience.look
  const batch = await batchOf(deps, id)
  const groups = await groupsOf(deps, batch)
  const stored = await storedOf(deps, id, groups)
  const views: LinkView[] = []
  for (const group of groups) {
    const own = stored.get(linkId(id, group.key))
    const alive = own !== undefined && own.expiresAt > deps.clock()
    views.push(viewOf(deps, group, alive ? await askLeftOut(deps, own, group.rows, deadline) : own))
  }
  return { batch: await batchView(deps, batch), links: views }
}

/**
 * Fetches a link for one administrator, in the place of the one before, and keeps it at once: at the vendor it is made.
 * What the vendor left out of it, which it does not say, is found by asking about every row, for as long as there is
 * time; the next look goes on. Throws NOT_FOUND, LINK_NOT_READY and what became of the call.
 */
export async function link(
  deps: Deps,
  _operator: string,
  { id, group: key }: { id: string; group: string },
): Promise<LinkResult> {
  const deadline = deps.clock() + patience.link
  const driver = batchDriver(deps)
  const group = (await groupsOf(deps, await batchOf(deps, id))).find(each => each.key === key)
  if (!group) throw new ActionError('LINK_NOT_READY')
  const fields = fieldsOf(deps, await rowOf(deps, group.first._id))
  if (!fields) throw new ActionError('LINK_NOT_READY')
  const subTaskIds = group.rows.flatMap(({ subTaskId }) => subTaskId ?? [])
  const outcome = await driver.link({
    administrator: {
      name: fields.adminName,
      mobile: fields.adminMobile,
      idType: adminIdTypeOf(fields.adminIdType),
      idNumber: fields.adminIdNumber,
    },
    subTaskIds,
  })
  if (outcome.kind !== 'ok') throw actionErrorOf(deps, 'link', outcome)
  const kept = await keep(deps, id, group, outcome.value)
  return { link: viewOf(deps, group, await askLeftOut(deps, kept, group.rows, deadline)) }
}

/** The link of one row, in `perRow` mode. Throws NOT_FOUND, LINK_NOT_READY and what became of the call. */
export async function rowLink(
  deps: Deps,
  _operator: string,
  { rowId }: { rowId: string },
): Promise<RowLinkResult> {
  const row = await rowOf(deps, rowId)
  const { linkMode } = await batchOf(deps, row.batchId)
  const open = row.state === 'ready' || row.state === 'processing'
  if (linkMode !== 'perRow' || !open || row.taskId === null) throw new ActionError('LINK_NOT_READY')
  const outcome = await batchDriver(deps).prepared(row.taskId)
  if (outcome.kind !== 'ok') throw actionErrorOf(deps, 'prepared', outcome)
  const url = outcome.value.find(each => each.subTaskId === row.subTaskId)?.url
  const madeAt = row.history.find(({ state }) => state === 'ready')?.at ?? row.updatedAt
  if (!url) throw new ActionError('LINK_NOT_READY')
  return {
    handoff: {
      kind: 'webUrl',
      url,
      qrImage: await deps.qrImage(url),
      singleUse: false,
      expiresAt: madeAt + rowLinkLifetime,
    },
  }
}

/** As the vendor states it. */
const rowLinkLifetime = 7 * 24 * 3600_000

/** Links of a batch that are alive, with their groups. Throws NOT_FOUND. */
export async function liveLinks(deps: Deps, id: string): Promise<{ group: string; link: LinkRow }[]> {
  const groups = await groupsOf(deps, await batchOf(deps, id))
  const stored = await storedOf(deps, id, groups)
  return groups.flatMap(({ key: group }) => {
    const link = stored.get(linkId(id, group))
    return link && link.expiresAt > deps.clock() ? [{ group, link }] : []
  })
}

async function groupsOf(deps: Deps, { _id, linkMode }: Batch): Promise<Group[]> {
  if (linkMode !== 'single') return []
  const found = await deps.store.find('batch_rows', {
    where: [
      ['batchId', 'eq', _id],
      ['state', 'in', ['ready', 'processing']],
    ],
    fields: listed,
    orderBy: [['number', 'asc']],
    limit: 1000,
  })
  const rows = found.map(withOwnIds)
  const size = batchDriver(deps).limits.rowsPerLink ?? rows.length
  const groups: Group[] = []
  for (const adminKey of new Set(rows.map(row => row.adminKey))) {
    if (adminKey === null) continue
    const own = rows.filter(row => row.adminKey === adminKey)
    for (const [from, first] of own.entries()) {
      if (from % size === 0)
        groups.push({ key: `${adminKey}_${from / size + 1}`, first, rows: own.slice(from, from + size) })
    }
  }
  return groups
}

/** A thousand administrators have a thousand links, which are more than one answer of the database holds. */
const linksPage = 100

async function storedOf(
  { store }: Deps,
  batchId: string,
  groups: readonly { key: string }[],
): Promise<Map<string, LinkRow>> {
  const all: LinkRow[] = []
  for (const page of slices(groups, linksPage)) {
    const ids = page.map(({ key }) => linkId(batchId, key))
    all.push(...(await store.find('links', { where: [['_id', 'in', ids]], limit: linksPage })))
  }
  return new Map(all.map(link => [link._id, link]))
}

const linkId = (batchId: string, key: string): string => `${batchId}_${key}`

async function keep(
  deps: Deps,
  batchId: string,
  group: Group,
  { expiresAt, failures, ...forms }: BatchLink,
): Promise<LinkRow> {
  const id = linkId(batchId, group.key)
  const rowIds = group.rows.map(({ _id }) => _id)
  const content = {
    batchId,
    sealed: deps.vault.seal(forms, { kind: 'batchLink', id }),
    rowIds,
    leftOut: [],
    unasked: rowIds,
    failures: failures.map(text => text.slice(0, 500)),
    expiresAt,
  }
  const fresh = { _id: id, version: 1, ...content }
  if (await deps.store.insert('links', fresh)) return fresh
  const before = await deps.store.get('links', id)
  // Somebody may have fetched one at the same moment and is the one to keep it: either is as good.
  if (before) await deps.store.replace('links', id, before.version, content)
  return fresh
}

function viewOf(deps: Deps, { key, first, rows }: Group, stored: LinkRow | undefined): LinkView {
  const administrator = first.maskedAdmin ?? { name: '', mobile: '' }
  const base = { group: key, administrator, rows: rows.length }
  if (!stored)
    return { ...base, notCovered: 0, unasked: 0, state: 'none', link: null, leftOut: [], failures: [] }
  const named = rows.filter(({ _id }) => stored.leftOut.includes(_id))
  const known = {
    ...base,
    notCovered: rows.filter(({ _id }) => !stored.rowIds.includes(_id)).length,
    unasked: rows.filter(({ _id }) => stored.unasked?.includes(_id)).length,
    leftOut: named.map(({ _id: rowId, number, name }) => ({ rowId, number, name })),
    failures: stored.failures,
  }
  if (stored.expiresAt <= deps.clock()) return { ...known, state: 'expired', link: null }
  const forms = formsOfLink(deps, stored)
  return {
    ...known,
    state: known.notCovered === 0 ? 'live' : 'stale',
    link: { ...forms, page: pageOfLink(deps, stored._id), expiresAt: stored.expiresAt },
  }
}
