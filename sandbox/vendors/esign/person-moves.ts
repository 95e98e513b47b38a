/** What a person, or an organization's agent, can do. */
import type { Entrance, Flow, SubFlow } from './flows'
import { isClosed, ongoing, personTrackOf } from './stages'
import type { Moved, Step } from './step'
import { beginWay, end, giveUp, notOffered } from './sub-flows'
import { needed, takeTyped } from './typing'
import { PERSON_WAYS, type PersonWay, personWayOf, WECHAT_FACE } from './ways'

export function choosePersonWay(flow: Flow, { way, entrance }: Pick<Step, 'way' | 'entrance'>): Moved {
  const track = personTrackOf(flow)
  const chosen = flow.request.personWays.find(one => one === way)
  if (!track || !chosen) return notOffered(way, flow.request.personWays)
  const moved = beginWay(track, subFlowTypeOf(flow, chosen, entrance))
  if ('problem' in moved) return moved
  flow.main.status = 'ING'
  return { face: chosen === 'face' }
}

/** Those that have not failed too often. */
export function openPersonWays(flow: Flow): PersonWay[] {
  const track = personTrackOf(flow)
  return flow.request.personWays.filter(
    way =>
      !track?.subFlows.some(one => personWayOf(one.subFlowType) === way && isClosed(track, one.subFlowType)),
  )
}

export function submitPerson(flow: Flow, { values }: Step): Moved {
  const track = personTrackOf(flow)
  if (!track) return { problem: 'nobody has to verify' }
  const problem = takeTyped(flow, values, needed(flow, 'person-form'))
  if (problem) return { problem }
  end(ongoing(track), 'SUCCESS')
  track.status = 'SUCCESS'
  // An organization that is verified already asks its agent alone.
  if (flow.verifiedBefore) flow.main.status = 'SUCCESS'
  return {}
}

/** Before a way was chosen, the first one fails. */
export function failPerson(flow: Flow, step: Step): Moved {
  if (!personOngoing(flow)) {
    const chosen = choosePersonWay(flow, { ...step, way: openPersonWays(flow)[0] })
    if ('problem' in chosen) return chosen
  }
  return giveUp(flow, flow.agent ? [flow.agent, flow.main] : [flow.main], personOngoing(flow), step)
}

export function personOngoing(flow: Flow): SubFlow | undefined {
  const track = personTrackOf(flow)
  return track && ongoing(track)
}

function subFlowTypeOf(flow: Flow, way: PersonWay, entrance?: Entrance): string {
  if (way !== 'face') return PERSON_WAYS[way].subFlowType
  if (flow.request.faceType) return flow.request.faceType
  return entrance === 'mini-program' ? WECHAT_FACE : PERSON_WAYS.face.subFlowType
}
