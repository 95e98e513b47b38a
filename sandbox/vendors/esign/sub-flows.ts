/** How sub-flows begin and end. */
import type { Flow, SubFlow, Track } from './flows'
import { newSubFlowId } from './ids'
import { infoOf, isClosed } from './stages'
import type { Moved, Step } from './step'

export function begin(track: Track, subFlowType: string): Moved {
  track.subFlows.push({ subFlowId: newSubFlowId(), subFlowType, status: 'ING' })
  track.status = 'ING'
  return {}
}

/** Unless it failed too often. */
export function beginWay(track: Track, subFlowType: string): Moved {
  if (isClosed(track, subFlowType)) return { problem: '该方式失败次数过多，请更换认证方式' }
  return begin(track, subFlowType)
}

export function end(subFlow: SubFlow | undefined, status: SubFlow['status']): Moved {
  if (subFlow) subFlow.status = status
  return {}
}

export function refuse(subFlow: SubFlow | undefined, { reason }: Step): Moved {
  end(subFlow, 'FAIL')
  return { failed: true, note: reason }
}

/** The try fails and with it the whole of a v2 flow. v3 knows no failed flow: it stays open and can be tried again. */
export function giveUp(flow: Flow, tracks: Track[], subFlow: SubFlow | undefined, step: Step): Moved {
  const moved = refuse(subFlow, step)
  if (flow.family === 'v2') {
    for (const track of tracks) {
      track.status = 'FAIL'
      track.failReason = step.reason
    }
    if (infoOf(flow.main)?.status === 'ING') end(infoOf(flow.main), 'TERMINATED')
  }
  return moved
}

export function notOffered(way: string | undefined, offered: readonly string[]): Moved {
  return { problem: `way must be one of ${offered.join(', ')}, not ${way?.slice(0, 20)}` }
}
