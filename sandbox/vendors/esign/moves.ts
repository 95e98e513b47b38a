/** What can be done at each stage. */
import type { Flow } from './flows'
import {
  chooseOrgWay,
  failInfo,
  failOrganization,
  passOrganization,
  submitAmount,
  submitInfo,
} from './organization-moves'
import { choosePersonWay, failPerson, personOngoing, submitPerson } from './person-moves'
import { ongoingOrgWay, type Stage, stageOf } from './stages'
import type { Moved, Step, StepAction } from './step'
import { end, refuse } from './sub-flows'

type Moves = Partial<Record<StepAction, (flow: Flow, step: Step) => Moved>>

export function move(flow: Flow, step: Step): Moved {
  const stage = stageOf(flow)
  const run = MOVES[stage][step.action]
  return run ? run(flow, step) : { problem: `${step.action} cannot be done at ${stage}` }
}

const orgWayMoves: Moves = {
  submit: passOrganization,
  switch: flow => end(ongoingOrgWay(flow.main), 'TERMINATED'),
  mismatch: (flow, step) => refuse(ongoingOrgWay(flow.main), step),
  fail: failOrganization,
}

const MOVES: Record<Stage, Moves> = {
  'person-way': { choose: choosePersonWay, fail: failPerson },
  'person-form': {
    submit: submitPerson,
    switch: flow => end(personOngoing(flow), 'TERMINATED'),
    mismatch: (flow, step) => refuse(personOngoing(flow), step),
    fail: failPerson,
  },
  'org-info': { submit: submitInfo, fail: failInfo },
  'org-way': { choose: chooseOrgWay, fail: failOrganization },
  transfer: { ...orgWayMoves, submit: submitAmount },
  legalAuthorize: orgWayMoves,
  legalRep: orgWayMoves,
  alipay: orgWayMoves,
  authorize: {
    submit: (flow, { now }) => {
      flow.authorizedAt = now
      return {}
    },
  },
  passed: {},
  failed: {},
}
