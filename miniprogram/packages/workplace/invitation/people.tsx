import { View } from '@tarojs/components'
import type { InvitationDetail } from '../../../cloud/types'
import { Cell, CellGroup } from '../../../components/cell'
import { clock } from '../../../i18n/time'
import { toCase } from '../../../routes'
import { kt } from '../shared/texts'
import { dt } from './texts'
import '../../../components/stepper/index.css'

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

/** What has become of the invitation, oldest first. */
export function History({ view: { history } }: { view: InvitationDetail }) {
  return (
    <CellGroup title={dt('history')}>
      <View id="history" className="c-stepper">
        {history.map(({ event, at }, index) => (
          <View
            key={`${at}-${event}`}
            className={`c-step c-step--${index === history.length - 1 ? 'current' : 'done'}`}
          >
            <View className="c-step__dot" />
            <View className="c-step__title">{dt(`event.${event}`)}</View>
            <View className="c-step__note">{clock(at)}</View>
          </View>
        ))}
      </View>
    </CellGroup>
  )
}
