import type { InvitationDetail } from '../../../cloud/types'
import { Cell, CellGroup } from '../../../components/cell'
import { clock } from '../../../i18n/time'
import { toCase } from '../../../routes'
import { kt } from '../shared/texts'
import { dt } from './texts'

type Person = InvitationDetail['people'][number]

/** Who has begun, newest first; each leads to the verification. */
export function People({ view: { people } }: { view: InvitationDetail }) {
  return (
    <CellGroup id="people" title={dt('people')} {...(people.length === 0 ? { note: dt('people.none') } : {})}>
      {people.map((person, index) => (
        <Cell
          key={person.verificationId}
          id={`person-${index + 1}`}
          title={dt('people.one', { n: people.length - index })}
          note={dt('people.at', { time: clock(person.at) })}
          value={progressText(person)}
          onTap={() => toCase(person.verificationId)}
        />
      ))}
    </CellGroup>
  )
}

function progressText({ state, finishedAt }: Person): string {
  if (finishedAt !== null) return dt('people.finished')
  return state === null ? dt('people.unknown') : kt(`state.${state}`)
}
