import { collectionNames } from '../../cloudfunctions/platform/store'
import { list, record } from '../apis/tencent'
import type { Change, Step } from '../plan'
import type { Target } from '../target'

const closed = 'ADMINONLY'
const pageSize = 100

/**
 * Each collection is created closed, and read back before the next one: with the rights of a new one every client
 * writes into it. One that came open all the same is closed at once.
 */
export function collections(target: Target, names: readonly string[] = collectionNames): Step {
  return {
    name: '集合和权限 collections',
    async look() {
      const there = await existing(target)
      const changes: Change[] = []
      for (const name of names) changes.push(await changeOf(target, name, there.has(name)))
      return changes
    },
  }
}

async function changeOf(target: Target, name: string, isThere: boolean): Promise<Change> {
  if (!isThere) {
    const apply = async () => {
      const { EnvId } = target.database
      const PermissionInfo = { EnvId, AclTag: closed }
      await target.api.call('CreateTable', { ...target.database, TableName: name, PermissionInfo })
      if ((await rightsOf(target, name)) !== closed) await close(target, name)
    }
    return { mark: 'create', what: name, detail: closed, apply }
  }
  const rights = await rightsOf(target, name)
  if (rights === closed) return { mark: 'same', what: name }
  return { mark: 'change', what: name, detail: `${rights}→${closed}`, apply: () => close(target, name) }
}

async function existing({ api, database }: Target): Promise<Set<string>> {
  const names = new Set<string>()
  for (let offset = 0; ; offset += pageSize) {
    const page = list(
      (await api.call('ListTables', { ...database, MgoOffset: offset, MgoLimit: pageSize })).Tables,
    )
    for (const each of page) names.add(String(record(each).TableName))
    if (page.length < pageSize) return names
  }
}

async function rightsOf({ api, database }: Target, name: string): Promise<string> {
  const answer = await api.call('DescribeDatabaseACL', { EnvId: database.EnvId, CollectionName: name })
  return String(answer.AclTag)
}

async function close(target: Target, name: string): Promise<void> {
  const { api, database } = target
  await api.call('ModifyDatabaseACL', { EnvId: database.EnvId, CollectionName: name, AclTag: closed })
  const rights = await rightsOf(target, name)
  if (rights !== closed) throw new Error(`${name} 仍然是 ${rights}:没有关上 (still open)`)
}
