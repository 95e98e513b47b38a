import type { LinkRow } from '../../domain/batch/link'
import type { BatchRow } from '../../domain/batch/row'
import { change } from '../../platform/change'
import type { Deps } from '../kit/deps'
import { inLanes } from '../kit/lanes'
import { batchDriver } from './driver'
import { questionSize } from './follow'

/** Questions asked at the same time; then what is known is written down, so that a look that dies loses only these. */
const lanes = 6

type Asked = Pick<BatchRow, '_id' | 'subTaskId'>
interface Findings {
  asked: string[]
  absent: string[]
}

/**
 * Asks about the rows of a link that the vendor was not asked about yet: those it no longer knows, or knows as failed,
 * are in no link of its. Goes on until `deadline`, ms since the epoch; whoever looks next takes up the rest.
 */
export async function askLeftOut(
  deps: Deps,
  link: LinkRow,
  rows: readonly Asked[],
  deadline: number,
): Promise<LinkRow> {
  const unasked = new Set(link.unasked ?? [])
  const queue = rows.filter(({ _id }) => unasked.has(_id))
  let known = link
  while (queue.length > 0 && deps.clock() < deadline && deps.hasTime()) {
    const answers: Findings[] = []
    await inLanes(lanes, async () => {
      const question = queue.splice(0, questionSize)
      if (question.length > 0) answers.push(await ask(deps, question))
    })
    known = await note(deps, known, {
      asked: answers.flatMap(({ asked }) => asked),
      absent: answers.flatMap(({ absent }) => absent),
    })
  }
  return known
}

async function ask(deps: Deps, rows: readonly Asked[]): Promise<Findings> {
  const outcome = await batchDriver(deps).progress(rows.flatMap(({ subTaskId }) => subTaskId ?? []))
  if (outcome.kind !== 'ok') {
    deps.log.warn('batch.link', { question: 'progress', kind: outcome.kind, code: outcome.code })
    return { asked: [], absent: [] }
  }
  const absent = rows.filter(row => {
    const found = outcome.value.find(each => each.subTaskId === row.subTaskId)
    return !found || found.standing === 'failed' || found.standing === 'already'
  })
  return { asked: rows.map(({ _id }) => _id), absent: absent.map(({ _id }) => _id) }
}

async function note({ store }: Deps, link: LinkRow, { asked, absent }: Findings): Promise<LinkRow> {
  const { document } = await change(store, 'links', link._id, before =>
    // Another link has taken its place, with questions of its own.
    before.sealed === link.sealed
      ? {
          unasked: (before.unasked ?? []).filter(id => !asked.includes(id)),
          leftOut: [...new Set([...before.leftOut, ...absent])],
        }
      : null,
  )
  return document ?? link
}
