/** v3's start calls in the one form that flows have. */
import type { FlowRequest } from './flows'
import type { OrganizationLink, PersonLink, PersonPageConfig, PersonRef } from './v3-fields'
import { type FactName, type Facts, orgWays, PERSON_WAY_NAMES, PERSON_WAYS, personWays } from './ways'

const PERSON_EDITABLE = {
  name: 'name',
  IDCardNum: 'idNumber',
  mobile: 'mobile',
  bankCardNum: 'bankCard',
} as const satisfies Record<string, FactName>

const ORG_EDITABLE: Partial<Record<string, FactName>> = { orgNum: 'orgNumber', legalRepName: 'legalRepName' }

/** Documented: face recognition comes first unless another way is named. */
const DEFAULT_MODE = 'PSN_FACE'

export function personRequest(body: PersonLink): FlowRequest {
  const { psnAuthPageConfig } = body.psnAuthConfig
  return {
    ...common(body),
    ...personPart(psnAuthPageConfig),
    transactorUseSeal: false,
    orgWays: [],
    locked: lockedPerson(psnAuthPageConfig),
  }
}

export function organizationRequest(body: OrganizationLink): FlowRequest {
  const { orgAuthPageConfig = {}, transactorAuthPageConfig } = body.orgAuthConfig
  const { orgAvailableAuthModes, orgDefaultAuthMode, orgEditableFields = [] } = orgAuthPageConfig
  const free = orgEditableFields.map(name => ORG_EDITABLE[name])
  const orgFacts: FactName[] = ['orgName', 'orgNumber', 'legalRepName']
  return {
    ...common(body),
    ...personPart(transactorAuthPageConfig),
    transactorUseSeal: body.transactorUseSeal ?? false,
    orgWays: orgWays('v3', orgAvailableAuthModes, orgDefaultAuthMode),
    locked: [...lockedPerson(transactorAuthPageConfig), ...orgFacts.filter(name => !free.includes(name))],
  }
}

export function personFacts({ psnAccount, psnInfo = {} }: PersonRef): Facts {
  return told({
    account: psnAccount,
    name: psnInfo.psnName,
    idNumber: psnInfo.psnIDCardNum,
    mobile: psnInfo.psnMobile,
    bankCard: psnInfo.bankCardNum,
  })
}

export function organizationFacts({ orgName, orgInfo = {} }: OrganizationLink['orgAuthConfig']): Facts {
  return told({ orgName, orgNumber: orgInfo.orgIDCardNum, legalRepName: orgInfo.legalRepName })
}

function common(body: Omit<PersonLink, 'psnAuthConfig'>) {
  const { redirectConfig = {} } = body
  return {
    notifyUrl: body.notifyUrl,
    redirectUrl: redirectConfig.redirectUrl,
    redirectDelay: redirectConfig.redirectDelayTime,
    showResultPage: true,
    clientType: body.clientType ?? 'ALL',
    scopes: body.authorizeConfig?.authorizedScopes ?? [],
    forMiniProgram: false,
  }
}

function personPart({
  psnAvailableAuthModes,
  psnDefaultAuthMode = DEFAULT_MODE,
  advancedVersion = [],
}: PersonPageConfig = {}) {
  const detailed: readonly string[] = advancedVersion
  return {
    personWays: personWays('v3', psnAvailableAuthModes, psnDefaultAuthMode),
    detailed: PERSON_WAY_NAMES.filter(way => detailed.includes(PERSON_WAYS[way].v3)),
  }
}

/** Documented: nothing that was told can be edited unless it is listed; the account never. */
function lockedPerson({ psnEditableFields = [] }: PersonPageConfig = {}): FactName[] {
  const free: FactName[] = psnEditableFields.map(name => PERSON_EDITABLE[name])
  const all: FactName[] = ['account', ...Object.values(PERSON_EDITABLE)]
  return all.filter(name => !free.includes(name))
}

function told(facts: Facts): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined))
}
