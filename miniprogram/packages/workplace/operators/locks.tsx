import { Apart } from '../../../components/apart'
import { Notice } from '../../../components/notice'
import { operatorsText } from './texts'
import type { Listing } from './words'

/** Who tried too many codes lately, for the owner to act upon. Ids: `lock-<n>`, from 1. */
export function Locks({ locks }: Pick<Listing, 'locks'>) {
  return (
    <Apart>
      {locks.map(({ kind, day, people }, index) => (
        <Notice key={`${kind}-${day}`} id={`lock-${index + 1}`} kind="warn">
          {operatorsText(`lock.${kind}`, { day, n: people })}
        </Notice>
      ))}
    </Apart>
  )
}
