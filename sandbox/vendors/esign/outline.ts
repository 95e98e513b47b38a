/** What v2 tells of a flow: the outline (page 查询认证主流程明细) and the detail with its personal data. */
import type { Flow, SubFlow, Track } from './flows'
import { longUrl, shortUrl } from './links'
import { personTrackOf } from './stages'

/** Times are Unix ms; `relatedFlows` holds an organization's agent and has no times. */
export function outline(flow: Flow): Record<string, unknown> {
  const contextId = flow.request.contextId ?? null
  return {
    ...summary(shown(flow.main, flow)),
    createTime: flow.createdAt,
    modifyTime: flow.modifiedAt,
    contextId,
    subFlows: newestFirst(flow.main.subFlows),
    relatedFlows: flow.agent
      ? [{ ...summary(flow.agent), contextId, subFlows: newestFirst(flow.agent.subFlows) }]
      : [],
  }
}

const summary = ({ flowId, status, objectType, failReason }: Track) => ({
  flowId,
  flowStatus: status,
  objectType,
  failReason,
})

/** What an expired flow looks like is not documented; one of three was ordered. */
function shown(track: Track, { expired }: Flow): Track {
  if (expired === 'FAIL') return { ...track, status: 'FAIL', failReason: '认证流程已过有效期' }
  return track
}

/** The documented sample shows the youngest first. */
function newestFirst(subFlows: readonly SubFlow[]) {
  return [...subFlows]
    .reverse()
    .map(({ subFlowId, subFlowType, status }) => ({ subFlowId, subFlowType, status }))
}

/** Here the status is called `status`, not `flowStatus`. */
export function detail(flow: Flow, serverUrl: string): Record<string, unknown> {
  const { main, agent, createdAt, modifiedAt, request } = flow
  const { status, failReason } = shown(main, flow)
  const isOver = status === 'SUCCESS' || status === 'FAIL'
  return {
    flowId: main.flowId,
    status,
    objectType: main.objectType,
    startTime: createdAt,
    endTime: isOver ? modifiedAt : null,
    failReason,
    authType: typeOfSuccess(main),
    agentAuthType: agent ? typeOfSuccess(agent) : null,
    contextId: request.contextId ?? null,
    url: longUrl(flow, serverUrl),
    shortLink: shortUrl(flow, serverUrl),
    organInfo: main.objectType === 'ORGANIZATION' ? organInfo(flow) : null,
    indivInfo: indivInfo(flow),
  }
}

/** The way that passed, in the words of the sub-flows. */
function typeOfSuccess(track: Track): string | null {
  const passed = track.subFlows.find(
    one => one.status === 'SUCCESS' && one.subFlowType !== 'ORGANIZATION_INFO_AUTH',
  )
  return passed?.subFlowType ?? null
}

function organInfo({ facts, organization }: Flow) {
  return {
    accountId: organization?.id ?? null,
    name: facts.orgName ?? null,
    certNo: facts.orgNumber ?? null,
    certType: 'ORGANIZATION_USC_CODE',
    legalRepName: facts.legalRepName ?? null,
    legalRepNationality: 'MAINLAND',
    legalRepCertNo: null,
    legalRepCertType: null,
  }
}

/** Pictures and scores are off unless the vendor turned them on. */
function indivInfo(flow: Flow) {
  const { facts, person } = flow
  if (!personTrackOf(flow)) return null
  return {
    accountId: person?.id ?? null,
    name: facts.name ?? null,
    certNo: facts.idNumber ?? null,
    certType: 'INDIVIDUAL_CH_IDCARD',
    nationality: null,
    mobileNo: facts.mobile ?? null,
    bankCardNo: facts.bankCard ?? null,
    facePhotoUrl: null,
    facePhotoAllUrl: null,
    similarity: null,
    livingScore: null,
    faceVideoUrl: null,
    faceType: null,
    idCardFrontPicUrl: null,
    idCardBackPicUrl: null,
  }
}
