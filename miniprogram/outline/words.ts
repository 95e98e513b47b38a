import type { FlowOutline, Outline, OutlineState, OutlineStep } from '../cloud/types'
import { clock, dayAndHour } from '../i18n/time'
import { outlineText } from './texts'

/** How the tag of a state looks. A server newer than this page may send states that are not in here. */
const tags: Readonly<Record<OutlineState, 'good' | 'bad' | 'busy' | 'idle'>> = {
  notStarted: 'idle',
  underWay: 'busy',
  passed: 'good',
  failed: 'bad',
  stopped: 'idle',
  unknown: 'idle',
}

/** What is not known counts as unknown. */
export function stateOf({ state }: Pick<FlowOutline, 'state'>): OutlineState {
  return Object.keys(tags).includes(state) ? state : 'unknown'
}

export function tagOf(of: Pick<FlowOutline, 'state'>) {
  return tags[stateOf(of)]
}

export function stateText(of: Pick<FlowOutline, 'state'>): string {
  return outlineText(`state.${stateOf(of)}`)
}

/** What is done in a step; kinds we have no word for go by the vendor's name, for those who look at the details. */
export function kindText(
  { kind, rawKind, maker }: Pick<OutlineStep, 'kind' | 'rawKind' | 'maker'>,
  details: boolean,
): string {
  const known = outlineText.has(`kind.${kind}`)
  if (known && kind !== 'other') {
    const text = outlineText(`kind.${kind}`)
    if (!maker || !outlineText.has(`maker.${maker}`)) return text
    return outlineText('kind.made', { kind: text, maker: outlineText(`maker.${maker}`) })
  }
  return rawKind && details ? outlineText('kind.named', { name: rawKind }) : outlineText('kind.other')
}

/** `流程编号 8037… · 本单发起`; '' for those who are told no ids. */
export function flowIdText({ id, ours }: Pick<FlowOutline, 'id' | 'ours'>): string {
  const one = id ? outlineText('flowId', { id }) : ''
  if (!ours) return one
  return one && outlineText('and', { one, other: outlineText('ours.yes') })
}

/** `11月22日 10:03 开始 · 10:04 更新`; '' where the vendor says neither. */
export function sinceText({ createdAt, changedAt }: Pick<Outline, 'createdAt' | 'changedAt'>, now: number) {
  const started = createdAt === null ? '' : outlineText('started', { time: dayAndHour(createdAt, now) })
  const changed =
    changedAt === null ? '' : outlineText('changed', { time: changedText(changedAt, createdAt, now) })
  if (createdAt === null || changedAt === null || clock(createdAt) === clock(changedAt)) {
    return started || changed
  }
  return outlineText('and', { one: started, other: changed })
}

/** The day is said once. */
function changedText(changedAt: number, createdAt: number | null, now: number): string {
  const [day, hour = ''] = clock(changedAt).split(' ')
  const sameDay = createdAt !== null && clock(createdAt).split(' ')[0] === day
  return sameDay ? hour : dayAndHour(changedAt, now)
}
