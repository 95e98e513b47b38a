import { type Index, indexes, indexName } from '../../cloudfunctions/platform/indexes'
import { type CollectionName, collectionNames } from '../../cloudfunctions/platform/store'
import { list, record, TencentError } from '../apis/tencent'
import type { Change, Step } from '../plan'
import type { Target } from '../target'

/** Missing indexes, one at a time: a list can fail half-way, and a name that exists would be dropped and built again. */
export function missingIndexes(target: Target): Step {
  return {
    name: '索引 indexes',
    async look() {
      const changes: Change[] = []
      for (const collection of collectionNames) {
        const wanted = indexes[collection] ?? []
        const there = wanted.length > 0 ? await existing(target, collection) : new Set<string>()
        changes.push(...wanted.map(index => changeOf(target, collection, index, there)))
      }
      return changes
    },
  }
}

function changeOf(target: Target, collection: string, index: Index, there: Set<string>): Change {
  const what = `${collection}(${index.fields.join(', ')})`
  if (there.has(index.fields.join())) return { mark: 'same', what }
  const MgoIndexKeys = index.fields.map(field => ({
    Name: field.replace('-', ''),
    Direction: field.startsWith('-') ? '-1' : '1',
  }))
  const CreateIndexes = [{ IndexName: indexName(index), MgoKeySchema: { MgoIndexKeys, MgoIsUnique: false } }]
  const apply = async () => {
    await target.api.call('UpdateTable', { ...target.database, TableName: collection, CreateIndexes })
  }
  return { mark: 'create', what, apply }
}

/** By their keys; names are whatever somebody gave them. Of a collection that is not there yet: none. */
async function existing({ api, database }: Target, collection: CollectionName): Promise<Set<string>> {
  try {
    const { Indexes } = await api.call('DescribeTable', { ...database, TableName: collection })
    return new Set(list(Indexes).map(each => list(record(each).Keys).map(keyOf).join()))
  } catch (error) {
    if (error instanceof TencentError && /^ResourceNotFound/.test(error.code)) return new Set()
    throw error
  }
}

function keyOf(key: unknown): string {
  const { Name, Direction } = record(key)
  return `${String(Direction) === '-1' ? '-' : ''}${String(Name)}`
}
