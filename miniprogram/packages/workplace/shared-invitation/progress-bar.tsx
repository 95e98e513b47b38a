import type { CampaignView } from '../../../cloud/types'
import { CountsBar, countsText, type Tone } from '../../../operator/counts-bar'
import { invitationText } from './texts'
import { invitationStates } from './words'

type Counts = CampaignView['counts']

/** From what is done to what has come to nothing. */
const bar: readonly { part: keyof Counts; tone: Tone }[] = [
  { part: 'finished', tone: 'done' },
  { part: 'verified', tone: 'good' },
  { part: 'started', tone: 'busy' },
  { part: 'pending', tone: 'idle' },
  { part: 'expired', tone: 'bad' },
  { part: 'revoked', tone: 'gone' },
]

/** How far a campaign got; said in words by `progressText`. */
export function ProgressBar({ counts }: { counts: Counts }) {
  return <CountsBar counts={counts} parts={bar} label={progressText(counts)} />
}

export function progressText(counts: Counts): string {
  return countsText(counts, invitationStates, (state, n) => invitationText(`part.${state}`, { n }))
}
