import { CountsBar, countsText, type Tone } from '../../../operator/counts-bar'
import { type Part, parts } from './progress'
import { batchText } from './texts'

const tones: Readonly<Record<Part, Tone>> = {
  verified: 'good',
  underWay: 'busy',
  attention: 'bad',
  notSent: 'idle',
  canceled: 'gone',
}
const bar = parts.map(part => ({ part, tone: tones[part] }))

/** How far a batch got; said in words by `progressText`. */
export function ProgressBar({ counts }: { counts: Record<Part, number> }) {
  return <CountsBar counts={counts} parts={bar} label={progressText(counts)} />
}

export function progressText(counts: Record<Part, number>): string {
  return countsText(counts, parts, (part, n) => batchText(`part.${part}`, { n }))
}
