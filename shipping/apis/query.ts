import { list, record } from '../../setup/apis/tencent'
import type { Target } from '../../setup/target'

interface Find {
  /** Of MongoDB. */
  filter: Record<string, unknown>
  limit: number
}

/** Documents as an administrator sees them. https://cloud.tencent.com/document/api/876/129012 */
export async function query(
  { api, database }: Target,
  collection: string,
  find: Find,
): Promise<Record<string, unknown>[]> {
  const Command = JSON.stringify({ find: collection, ...find })
  const { Data } = await api.call('RunCommands', {
    ...database,
    MgoCommands: [{ TableName: collection, CommandType: 'QUERY', Command }],
  })
  // A list of texts in a text, each of them a document.
  const [answer] = list(Data)
  return list(JSON.parse(String(answer ?? '[]'))).map(each => record(JSON.parse(String(each))))
}
