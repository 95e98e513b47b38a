import * as v from 'valibot'
import type { Fact, Standing } from '../../domain/decide'
import type {
  FaceMaker,
  FlowOutline,
  Outline,
  OutlineKind,
  OutlineState,
  OutlineStep,
} from '../../domain/outline'
import type { Subject } from '../../domain/words'
import type { Outcome } from '../driver'
import { lost } from './errors'
import { lookUp, number, text, wordOf } from './shape'

/** A list in the table, one text in the sample. */
const texts = v.nullish(
  v.union([
    v.array(v.string()),
    v.pipe(
      v.string(),
      v.transform(value => value.split(',')),
    ),
  ]),
  [],
)
const noInfo = {
  psnAuthMode: '',
  orgAuthMode: '',
  willingnessAuthModes: [],
  authFlowCreateTime: null,
  authFlowUpdateTime: null,
}
const authFlow = v.object({
  authType: text,
  realNameOrWillingness: text,
  realNameStatus: text,
  authorizedStatus: text,
  authInfo: v.nullish(
    v.object({
      psnAuthMode: text,
      orgAuthMode: text,
      willingnessAuthModes: texts,
      authFlowCreateTime: number,
      authFlowUpdateTime: number,
    }),
    noInfo,
  ),
})
export type AuthFlow = v.InferOutput<typeof authFlow>

const authTypes: Record<Subject, string> = { person: 'PSN', organization: 'ORG' }

/** Of `authorizedStatus`, while nothing is verified. */
const standings: Readonly<Record<string, Standing>> = {
  '0': 'expired',
  // Authorized and yet not verified: not described anywhere.
  '1': 'started',
  '2': 'started',
  '3': 'rejected',
}

/** `authInfo.*AuthMode`; `_DETAILS` is the same with another answer to a mismatch. */
const authModeKinds: Readonly<Record<string, OutlineKind>> = {
  PSN_BANKCARD4: 'bankCard',
  PSN_BANKCARD4_DETAILS: 'bankCard',
  PSN_MOBILE3: 'threeFactor',
  PSN_MOBILE3_DETAILS: 'threeFactor',
  PSN_FACE: 'face',
  ORG_BANK_TRANSFER: 'bankTransfer',
  ORG_ALIPAY_CREDIT: 'alipayEnterprise',
  ORG_LEGALREP_AUTHORIZATION: 'legalPersonAuthorization',
  ORG_LEGALREP: 'legalPersonFace',
  ORG_LEGALREP_WILLINGNESS: 'legalPersonAuthorization',
  CODE_SMS: 'smsCode',
  CODE_EMAIL: 'other',
  PSN_FACE_ALIPAY: 'face',
  PSN_FACE_TECENT: 'face',
  PSN_FACE_ESIGN: 'face',
  PSN_FACE_WECHAT: 'face',
}

const faceMakers: Readonly<Record<string, FaceMaker>> = {
  PSN_FACE_ALIPAY: 'alipay',
  PSN_FACE_TECENT: 'tencent',
  PSN_FACE_ESIGN: 'esign',
  PSN_FACE_WECHAT: 'wechat',
}

export function readAuthFlow(answer: Record<string, unknown>): Outcome<AuthFlow> {
  const read = v.safeParse(authFlow, answer)
  return read.success ? { kind: 'ok', value: read.output } : lost('read', 'SHAPE', 'a flow of another shape')
}

export function factOfAuthFlow(flow: AuthFlow, subject: Subject): Fact {
  const { authType, realNameStatus, authorizedStatus } = flow
  if (authType !== authTypes[subject]) {
    return { standing: 'unproven', assurance: null, rawStatus: `authType=${wordOf(authType)}` }
  }
  const standing = standingOf(flow) ?? 'unproven'
  return {
    standing,
    assurance: standing === 'verified' ? 'attempt' : null,
    rawStatus: `realNameStatus=${wordOf(realNameStatus)},authorizedStatus=${wordOf(authorizedStatus)}`,
  }
}

/** Under way and with nothing done in it (`none`), nobody has begun: the user is still to go there. null: unknown. */
function standingOf({ realNameStatus, authorizedStatus, realNameOrWillingness }: AuthFlow): Standing | null {
  if (realNameStatus === '1') return 'verified'
  if (authorizedStatus === '2' && realNameOrWillingness === 'none') return 'unproven'
  return lookUp(standings, authorizedStatus) ?? null
}

const states: Partial<Record<Standing, OutlineState>> = {
  unproven: 'notStarted',
  started: 'underWay',
  verified: 'passed',
  rejected: 'failed',
  expired: 'stopped',
}

const stateOf = (standing: Standing | null): OutlineState => (standing && states[standing]) ?? 'unknown'

/** As far as it goes: v3 names the ways that were taken, and says nothing of tries. Personal data are left out. */
export function outlineOfAuthFlow(flow: AuthFlow): Outline {
  const { authType, authInfo, realNameStatus, authorizedStatus } = flow
  const state = stateOf(standingOf(flow))
  const stepState = state === 'passed' ? 'passed' : 'unknown'
  const personSteps = stepsOf([authInfo.psnAuthMode, ...authInfo.willingnessAuthModes], stepState)
  const isOrganization = authType === authTypes.organization
  return {
    subject: isOrganization ? 'organization' : 'person',
    ...unnamed,
    state,
    rawState: `realNameStatus=${wordOf(realNameStatus)},authorizedStatus=${wordOf(authorizedStatus)}`,
    failure: '',
    steps: isOrganization ? stepsOf([authInfo.orgAuthMode], stepState) : personSteps,
    createdAt: authInfo.authFlowCreateTime,
    changedAt: authInfo.authFlowUpdateTime,
    related: isOrganization && personSteps.length > 0 ? [transactor(personSteps, stepState)] : [],
  }
}

/** v3 tells no ids of what is inside, and echoes nothing of our start. */
const unnamed = { id: '', ours: null } as const

/** Whoever acts for the organization; what became of him alone is not told. */
function transactor(steps: OutlineStep[], state: OutlineState): FlowOutline {
  return { subject: 'person', ...unnamed, state, rawState: '', failure: '', steps }
}

function stepsOf(modes: string[], state: OutlineState): OutlineStep[] {
  return modes.filter(Boolean).map(mode => ({
    kind: lookUp(authModeKinds, mode) ?? 'other',
    maker: lookUp(faceMakers, mode) ?? null,
    id: '',
    rawKind: wordOf(mode),
    state,
  }))
}
