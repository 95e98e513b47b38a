import type { InvitationDetail } from '../../../cloud/types'
import { Cell, CellGroup } from '../../../components/cell'
import { clock } from '../../../i18n/time'
import { toCase } from '../../../routes'
import { workplaceText } from '../shared/texts'
import { detailText } from './texts'

type Person = InvitationDetail['people'][number]

/** Who has begun, newest first; each leads to the verification. */
export function People({ view: { people } }: { view: InvitationDetail }) {
  return (
    <CellGroup
      id="people"
      title={detailText('people')}
      {...(people.length === 0 ? { note: detailText('people.none') } : {})}
    >
      {people.map((person, index) => (
        <Cell
          key={person.verificationId}
          id={`person-${index + 1}`}
          title={detailText('people.one', { n: people.length - index })}
          note={detailText('people.at', { time: clock(person.at) })}
          value={progressText(person)}
          onTap={() => toCase(person.verificationId)}
        />
      ))}
    </CellGroup>
  )
}

function progressText({ state, finishedAt }: Person): string {
  if (finishedAt !== null) return detailText('people.finished')
  return state === null ? detailText('people.unknown') : workplaceText(`state.${state}`)
}
