import type { Verification } from '../../domain/verification'
import type { Deps } from '../kit/deps'
import { pageSize } from '../kit/untilDone'

/** All of one person's verifications, oldest first. */
export async function ownVerifications({ store }: Deps, owner: string): Promise<Verification[]> {
  const all: Verification[] = []
  for (;;) {
    const page = await store.find('verifications', {
      where: [
        ['owner', 'eq', owner],
        ['listKey', 'gt', all.at(-1)?.listKey ?? ''],
      ],
      orderBy: [['listKey', 'asc']],
      limit: pageSize,
    })
    all.push(...page)
    if (page.length < pageSize) return all
  }
}
