import { View } from '@tarojs/components'
import type { Subject } from '../../../cloud/types'
import { Apart } from '../../../components/apart'
import { Button } from '../../../components/button'
import { FormObstacle } from '../../../form/obstacle'
import { leftOutText, type Reading } from '../../../operator/left-out'
import { invitationFailureText } from '../shared-invitation/words'
import { issueText, linesNotListed } from './issues'
import { inviteText } from './texts'
import type { Faulty, Obstacle } from './use-invite'

interface ObstaclesProps {
  obstacle: Obstacle | null
  subject: Subject
  /** What the button below says. */
  button: string
  retry: () => void
  /** Invites those whose lines are not at fault. */
  leaveFaulty: (reading: Reading) => void
}

/** What stands in the way and belongs to no field. */
export function Obstacles({ obstacle, subject, button, retry, leaveFaulty }: ObstaclesProps) {
  return (
    <Apart>
      {obstacle?.kind === 'faulty' ? (
        <Faults
          found={obstacle.found}
          subject={subject}
          leaveFaulty={() => leaveFaulty({ ...obstacle.reading, ask: false, leaveFaulty: true })}
        />
      ) : (
        <FormObstacle
          id="invite-failed"
          obstacle={obstacle}
          button={button}
          say={failure => invitationFailureText(failure, button)}
          retry={retry}
        />
      )}
    </Apart>
  )
}

interface FaultsProps {
  found: Faulty
  subject: Subject
  leaveFaulty: () => void
}

/** What to mend in the spreadsheet, line by line, and who could be invited as it is. */
function Faults({ found, subject, leaveFaulty }: FaultsProps) {
  const { issues, faulty, lines, unknownHeadings, leftOut } = found
  const rest = linesNotListed(issues, faulty)
  return (
    <View id="faulty" className="p-faults" aria-role="alert">
      <View className="p-faults__title">{inviteText('faulty.title', { faulty })}</View>
      <View className="p-faults__text">{inviteText('faulty.text', { lines })}</View>
      <Apart>
        {unknownHeadings.length > 0 && (
          <View id="faulty-unknown" className="p-faults__text">
            {inviteText('faulty.unknown', { headings: unknownHeadings.join('、') })}
          </View>
        )}
      </Apart>
      <View id="faulty-left-out">
        {leftOut
          .filter(({ name, why }) => !(why === 'unknown' && unknownHeadings.includes(name)))
          .map(each => (
            <View key={`${each.what} ${each.name} ${each.why}`} className="p-faults__text">
              {leftOutText(each)}
            </View>
          ))}
      </View>
      <View id="issues" className="p-faults__list">
        {issues.map((issue, index) => {
          const { where, what } = issueText(issue, subject)
          return (
            <View
              key={`${issue.line} ${issue.column} ${issue.code}`}
              id={`issue-${index + 1}`}
              className="p-faults__issue"
            >
              <View className="p-faults__where">{where}</View>
              <View className="p-faults__what">{what}</View>
            </View>
          )
        })}
      </View>
      <Apart>
        {rest > 0 && (
          <View id="issues-more" className="p-faults__text">
            {inviteText('faulty.more', { n: rest })}
          </View>
        )}
      </Apart>
      <Apart>
        {lines > faulty && (
          <Button id="leave-faulty" kind="plain" onTap={leaveFaulty}>
            {inviteText('faulty.leave', { n: lines - faulty })}
          </Button>
        )}
      </Apart>
    </View>
  )
}
