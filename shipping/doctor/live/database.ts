import { collectionNames } from '../../../cloudfunctions/platform/store'
import type { Change } from '../../../setup/plan'
import { collections } from '../../../setup/steps/collections'
import { missingIndexes } from '../../../setup/steps/indexes'
import { logService } from '../../../setup/steps/logService'
import { storageRights } from '../../../setup/steps/storage'
import { query } from '../../apis/query'
import type { Finding } from '../finding'
import { type LiveCheck, setUpAgain } from './liveCheck'

/** What set-up would do, as faults; and the trace of somebody who wrote while it was not done. */
export const database: LiveCheck = async deployment => {
  const mend = setUpAgain(deployment)
  const { target } = deployment
  const named = await collections(target).look()
  const there = named.filter(({ mark }) => mark !== 'create').map(({ what }) => what)
  return [
    ...faults(named, 'create', 'COLLECTION_MISSING', '没有集合', mend),
    ...faults(
      named,
      'change',
      'COLLECTION_OPEN',
      '集合开着,用户能从小程序端读写',
      `马上 ${mend},再看有没有 COLLECTION_STRANGER`,
    ),
    ...(await strangers(deployment, there)),
    ...faults(await missingIndexes(target).look(), 'create', 'INDEX_MISSING', '缺索引', mend),
    ...faults(await storageRights(target).look(), 'change', 'STORAGE_OPEN', '云存储谁都能读', mend),
    ...faults(await logService(target).look(), 'create', 'LOGS', '日志服务没有开通,出了事没有记录', mend),
  ]
}

function faults(
  changes: readonly Change[],
  mark: Change['mark'],
  code: string,
  wrong: string,
  mend: string,
): Finding[] {
  const found = changes.filter(each => each.mark === mark).map(({ what }) => what)
  return found.length === 0 ? [] : [{ code, wrong: `${wrong}:${found.join('、')}`, mend }]
}

/** The platform puts `_openid` into what a client writes; the functions never do. */
async function strangers({ target }: Parameters<LiveCheck>[0], there: readonly string[]): Promise<Finding[]> {
  const found: string[] = []
  for (const name of collectionNames.filter(each => there.includes(each))) {
    const written = await query(target, name, { filter: { _openid: { $exists: true } }, limit: 1 })
    if (written.length > 0) found.push(name)
  }
  if (found.length === 0) return []
  return [
    {
      code: 'COLLECTION_STRANGER',
      wrong: `有人从小程序端写过:${found.join('、')}(文档带 _openid;云函数不认它们)`,
      mend: '在云控制台查看并删除带 _openid 的文档,查清是谁、何时写的(docs/security.md)',
    },
  ]
}
