/** Where a flow's page is: read off the tracks, never remembered, so that every way in shows the same. */
import type { Flow, SubFlow, Track } from './flows'
import { ORG_INFO, type OrgWay, orgWayOf, type PersonWay, personWayOf } from './ways'

export type Stage =
  | 'person-way'
  | 'person-form'
  | 'org-info'
  | 'org-way'
  | OrgWay
  | 'authorize'
  | 'passed'
  | 'failed'

export function stageOf(flow: Flow): Stage {
  const { main } = flow
  if (main.status === 'FAIL') return 'failed'
  if (main.status === 'SUCCESS')
    return flow.request.scopes.length > 0 && !flow.authorizedAt ? 'authorize' : 'passed'
  const person = personTrackOf(flow)
  if (person && person.status !== 'SUCCESS') return ongoing(person) ? 'person-form' : 'person-way'
  if (!infoOf(main)) return 'org-info'
  const way = orgWayOf(ongoingOrgWay(main)?.subFlowType ?? '')
  return way ?? 'org-way'
}

/** The track of the person who has to verify: of an organization, its agent. */
export function personTrackOf(flow: Flow): Track | undefined {
  return flow.main.objectType === 'INDIVIDUAL' ? flow.main : flow.agent
}

export function ongoing(track: Track): SubFlow | undefined {
  return track.subFlows.filter(one => one.status === 'ING').at(-1)
}

/** The comparison of the organization's data, which lasts until the whole flow has ended. */
export function infoOf(track: Track): SubFlow | undefined {
  return track.subFlows.find(
    one => one.subFlowType === ORG_INFO && (one.status === 'ING' || one.status === 'SUCCESS'),
  )
}

export function ongoingOrgWay(track: Track): SubFlow | undefined {
  return track.subFlows.filter(one => one.status === 'ING' && one.subFlowType !== ORG_INFO).at(-1)
}

export function personWayNow(flow: Flow): PersonWay | undefined {
  const track = personTrackOf(flow)
  return track && personWayOf(ongoing(track)?.subFlowType ?? '')
}

/** Documented as code 30500052: too many failures, another way must be chosen. After how many is ours. */
const FAILURES_ALLOWED = 3

export function isClosed(track: Track, subFlowType: string): boolean {
  const failures = track.subFlows.filter(
    one => one.subFlowType === subFlowType && one.status === 'FAIL',
  ).length
  return failures >= FAILURES_ALLOWED
}
