/** What v3 tells of a flow (page 查询认证授权流程详情). */
import { handleOf } from './accounts'
import type { Flow } from './flows'
import { longUrl } from './links'
import { authorizedInfo } from './notice-fields'
import { personTrackOf, stageOf } from './stages'
import { ORG_WAYS, orgWayOf, PERSON_WAYS, personWayOf } from './ways'

/** `authorizedStatus`: 0 expired, 1 authorized, 2 under way; 3, refused by the administrator, never happens here. */
const AUTHORIZED = { expired: 0, done: 1, open: 2 } as const

export function authFlow(flow: Flow, serverUrl: string): Record<string, unknown> {
  const { main, createdAt, modifiedAt } = flow
  const kind = kindOf(flow)
  return {
    authFlowId: flow.id,
    authType: main.objectType === 'ORGANIZATION' ? 'ORG' : 'PSN',
    realNameOrWillingness: kind,
    realNameOrWillingnessFlowId: kind === 'none' ? '0' : main.flowId,
    realNameStatus: main.status === 'SUCCESS' ? 1 : 0,
    authorizedStatus: authorizedStatus(flow),
    authUrl: longUrl(flow, serverUrl),
    authInfo: {
      willingnessAuthModes: kind === 'willingness' ? 'CODE_SMS' : null,
      psnAuthMode: psnAuthMode(flow),
      orgAuthMode: orgAuthMode(flow),
      authFlowCreateTime: createdAt,
      authFlowUpdateTime: modifiedAt,
      person: flow.person ? person(flow) : null,
      organization: main.objectType === 'ORGANIZATION' ? organization(flow) : null,
    },
    authorizedInfo: authorizedInfo(flow),
  }
}

function authorizedStatus(flow: Flow): number {
  if (flow.expired) return AUTHORIZED.expired
  // The documented sample of a flow without scopes shows 1 together with `authorizedInfo: null`.
  return stageOf(flow) === 'passed' ? AUTHORIZED.done : AUTHORIZED.open
}

/** Whoever was verified before gives a proof of will instead of verifying. */
function kindOf(flow: Flow): 'realName' | 'willingness' | 'none' {
  if (flow.main.subFlows.length > 0 || flow.agent?.subFlows.length) return 'realName'
  return flow.authorizedAt === undefined ? 'none' : 'willingness'
}

function psnAuthMode(flow: Flow): string | null {
  const passed = personTrackOf(flow)?.subFlows.find(one => one.status === 'SUCCESS')
  const way = passed && personWayOf(passed.subFlowType)
  if (!way) return null
  return flow.request.detailed.includes(way) ? `${PERSON_WAYS[way].v3}_DETAILS` : PERSON_WAYS[way].v3
}

function orgAuthMode({ main }: Flow): string | null {
  const passed = main.subFlows.find(one => one.status === 'SUCCESS' && orgWayOf(one.subFlowType))
  const way = passed && orgWayOf(passed.subFlowType)
  return way ? ORG_WAYS[way].told : null
}

function person({ person: account, request, authorizedAt, facts }: Flow) {
  const told = authorizedAt !== undefined && request.scopes.includes('get_psn_identity_info')
  return {
    psnId: account?.id ?? null,
    psnAccount: handleOf(account?.facts.account ?? facts.account),
    psnInfo: told ? psnInfo(account?.facts ?? facts) : null,
    faceRecognitionInfo: { facePhotoUrl: null, similarityScore: null, livingScore: null },
  }
}

export function psnInfo(facts: Flow['facts']) {
  return {
    psnName: facts.name ?? null,
    psnNationality: null,
    psnIDCardNum: facts.idNumber ?? null,
    psnIDCardType: 'CRED_PSN_CH_IDCARD',
    bankCardNum: facts.bankCard ?? null,
    psnMobile: facts.mobile ?? null,
  }
}

function organization({ organization: account, request, authorizedAt, facts }: Flow) {
  const told = authorizedAt !== undefined && request.scopes.includes('get_org_identity_info')
  return {
    orgId: account?.id ?? null,
    orgName: account?.facts.orgName ?? facts.orgName ?? null,
    orgInfo: told ? orgInfo(account?.facts ?? facts) : null,
  }
}

export function orgInfo(facts: Flow['facts']) {
  return {
    orgIDCardNum: facts.orgNumber ?? null,
    orgIDCardType: 'CRED_ORG_USCC',
    legalRepName: facts.legalRepName ?? null,
    legalRepIDCardNum: null,
    legalRepIDCardType: null,
  }
}
