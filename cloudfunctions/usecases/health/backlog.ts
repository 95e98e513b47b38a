import type { BacklogKind, BacklogView } from '../../contract/health'
import type { CollectionName } from '../../platform/store'
import type { Deps } from '../kit/deps'

/** Of each kind; one request each. */
const mostCounted = 100

interface Place {
  kind: BacklogKind
  due: (deps: Deps, now: number) => Promise<number[]>
}

const dueIn =
  (collection: 'verifications' | 'batch_rows' | 'endpoints' | 'invitation_links') =>
  async ({ store }: Deps, now: number): Promise<number[]> => {
    const found = await store.find(collection, {
      where: [
        ['dueAt', 'gt', 0],
        ['dueAt', 'lte', now],
      ],
      fields: ['dueAt'],
      orderBy: [['dueAt', 'asc']],
      limit: mostCounted + 1,
    })
    return found.map(({ dueAt }) => dueAt ?? 0)
  }

/** Told at once as a rule: what stands there for longer belongs to a process that died. */
async function untold({ store }: Deps, now: number): Promise<number[]> {
  const collections = ['verifications', 'invitations', 'batches'] as const satisfies CollectionName[]
  const found = await Promise.all(
    collections.map(collection =>
      store.find(collection, {
        where: [
          ['outboxAt', 'gt', 0],
          ['outboxAt', 'lte', now - 60_000],
        ],
        fields: ['outboxAt'],
        orderBy: [['outboxAt', 'asc']],
        limit: mostCounted + 1,
      }),
    ),
  )
  return found
    .flat()
    .map(({ outboxAt }) => outboxAt ?? 0)
    .sort((a, b) => a - b)
}

const places: readonly Place[] = [
  { kind: 'verifications', due: dueIn('verifications') },
  { kind: 'rows', due: dueIn('batch_rows') },
  { kind: 'deliveries', due: dueIn('endpoints') },
  { kind: 'links', due: dueIn('invitation_links') },
  { kind: 'outbox', due: untold },
]

/** What waits to be done, at most a hundred of each kind counted. Of deliveries: the receivers that have some. */
export function backlog(deps: Deps): Promise<BacklogView[]> {
  const now = deps.clock()
  return Promise.all(
    places.map(async ({ kind, due }) => {
      const found = await due(deps, now)
      return {
        kind,
        count: Math.min(found.length, mostCounted),
        more: found.length > mostCounted,
        since: found[0] ?? null,
      }
    }),
  )
}
