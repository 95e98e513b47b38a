/** v2's start calls in the one form that flows have. */
import type { FlowRequest } from './flows'
import type { V2Organization, V2Person } from './v2-fields'
import {
  FACE_VENDORS,
  type FactName,
  type Facts,
  ORG_WAYS,
  orgWays,
  PERSON_WAY_NAMES,
  PERSON_WAYS,
  type PersonWay,
  personWays,
} from './ways'

export interface Begun {
  request: FlowRequest
  facts: Facts
}

const PERSON_FIELDS = {
  name: 'name',
  certNo: 'idNumber',
  mobileNo: 'mobile',
  bankCardNo: 'bankCard',
} as const satisfies Record<string, FactName>

const ORG_FIELDS = {
  name: 'orgName',
  certNo: 'orgNumber',
  legalRepName: 'legalRepName',
  agentName: 'name',
  agentIdNo: 'idNumber',
} as const satisfies Record<string, FactName>

const isKeyOf = <T extends object>(record: T, key: string): key is Extract<keyof T, string> => key in record

export function personRequest(body: V2Person, forMiniProgram: boolean): Begun {
  const { contextInfo, indivInfo = {}, configParams } = body
  const locked = configParams?.indivUneditableInfo ?? []
  return {
    facts: pick(indivInfo, PERSON_FIELDS),
    request: {
      ...context(contextInfo, forMiniProgram),
      personWays: personWays('v2', body.availableAuthTypes, body.authType),
      detailed: detailed(body.authAdvancedEnabled),
      orgWays: [],
      locked: locked.map(name => PERSON_FIELDS[name]),
    },
  }
}

export function organizationRequest(body: V2Organization, forMiniProgram: boolean): Begun {
  const { contextInfo, orgEntity = {}, configParams, agentAvailableAuthTypes = [] } = body
  const locked = configParams?.orgUneditableInfo ?? []
  const [only] = agentAvailableAuthTypes.length === 1 ? agentAvailableAuthTypes : []
  return {
    facts: pick(orgEntity, ORG_FIELDS),
    request: {
      ...context(contextInfo, forMiniProgram),
      personWays: personWays('v2', agentAvailableAuthTypes),
      detailed: detailed(body.agentAuthAdvancedEnabled),
      faceType: only !== undefined && isKeyOf(FACE_VENDORS, only) ? FACE_VENDORS[only] : undefined,
      orgWays: orgWays('v2', body.availableAuthTypes, body.authType),
      locked: locked.flatMap(name => (isKeyOf(ORG_FIELDS, name) ? [ORG_FIELDS[name]] : [])),
    },
  }
}

/** Documented: passed alone, it leaves the legal representative no other way, and no agent is needed. */
export function isForLegalRepAlone(body: V2Organization): boolean {
  const { availableAuthTypes = [] } = body
  return availableAuthTypes.length === 1 && availableAuthTypes[0] === ORG_WAYS.legalRep.v2
}

function context(contextInfo: V2Person['contextInfo'], forMiniProgram: boolean) {
  return {
    contextId: contextInfo?.contextId,
    notifyUrl: contextInfo?.notifyUrl,
    redirectUrl: contextInfo?.redirectUrl || undefined,
    showResultPage: contextInfo?.showResultPage ?? true,
    clientType: 'ALL',
    scopes: [],
    transactorUseSeal: false,
    forMiniProgram,
  }
}

function detailed(names: readonly string[] = []): PersonWay[] {
  return PERSON_WAY_NAMES.filter(way => names.includes(PERSON_WAYS[way].v2))
}

function pick(given: Record<string, unknown>, fields: Record<string, FactName>): Facts {
  const facts: Facts = {}
  for (const [field, name] of Object.entries(fields)) {
    const value = given[field]
    if (typeof value === 'string') facts[name] = value
  }
  return facts
}
