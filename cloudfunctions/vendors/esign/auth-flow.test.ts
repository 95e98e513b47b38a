import type { OutlineStep } from '../../domain/outline'
import { factOfAuthFlow, outlineOfAuthFlow, readAuthFlow } from './auth-flow'

const open = {
  authFlowId: 'OF-1',
  authType: 'PSN',
  realNameOrWillingness: 'realName',
  realNameOrWillingnessFlowId: '803719636976683872',
  realNameStatus: 0,
  authorizedStatus: 2,
  authUrl: 'https://example.com',
  authInfo: null,
  authorizedInfo: null,
}
function flowOf(changes: object) {
  const flow = readAuthFlow({ ...open, ...changes })
  if (flow.kind !== 'ok') throw new Error(flow.code)
  return flow.value
}
const fact = (changes: object, subject: 'person' | 'organization' = 'person') =>
  factOfAuthFlow(flowOf(changes), subject)
const outline = (changes: object) => outlineOfAuthFlow(flowOf(changes))

test.each([
  [1, 0, 'verified', 'passed'],
  [1, 1, 'verified', 'passed'],
  [1, 2, 'verified', 'passed'],
  [1, 3, 'verified', 'passed'],
  [0, 0, 'expired', 'stopped'],
  [0, 1, 'started', 'underWay'],
  [0, 2, 'started', 'underWay'],
  [0, 3, 'rejected', 'failed'],
  [0, 4, 'unproven', 'unknown'],
  [2, 2, 'started', 'underWay'],
  [null, null, 'unproven', 'unknown'],
  [null, 'constructor', 'unproven', 'unknown'],
] as const)(
  'realNameStatus %j and authorizedStatus %j: %s',
  (realNameStatus, authorizedStatus, standing, state) => {
    for (const write of [Number, String]) {
      if (typeof authorizedStatus !== 'number' || realNameStatus === null) continue
      const changes = { realNameStatus: write(realNameStatus), authorizedStatus: write(authorizedStatus) }
      expect(fact(changes)).toMatchObject({
        standing,
        assurance: standing === 'verified' ? 'attempt' : null,
        rawStatus: `realNameStatus=${realNameStatus},authorizedStatus=${authorizedStatus}`,
      })
    }
    expect(fact({ realNameStatus, authorizedStatus }).standing).toBe(standing)
    expect(outline({ realNameStatus, authorizedStatus }).state).toBe(state)
  },
)

test('under way with nothing done in it: the user is still to go there', () => {
  expect(fact({ realNameOrWillingness: 'none', realNameOrWillingnessFlowId: '0' }).standing).toBe('unproven')
  expect(outline({ realNameOrWillingness: 'none' }).state).toBe('notStarted')
  expect(fact({ realNameOrWillingness: 'willingness' }).standing).toBe('started')
  expect(fact({ realNameOrWillingness: 'none', realNameStatus: 1 }).standing).toBe('verified')
  expect(fact({ realNameOrWillingness: 'none', authorizedStatus: 0 }).standing).toBe('expired')
})

test.each([
  ['organization', 'PSN'],
  ['person', 'ORG'],
  ['person', 'OTHER'],
] as const)('about the %s a flow of %s proves nothing', (subject, authType) => {
  expect(fact({ authType, realNameStatus: 1 }, subject)).toEqual({
    standing: 'unproven',
    assurance: null,
    rawStatus: `authType=${authType}`,
  })
})

const modes: [string, string][] = [
  ['PSN_BANKCARD4', 'bankCard'],
  ['PSN_BANKCARD4_DETAILS', 'bankCard'],
  ['PSN_MOBILE3', 'threeFactor'],
  ['PSN_MOBILE3_DETAILS', 'threeFactor'],
  ['PSN_FACE', 'face'],
  ['PSN_OF_THE_FUTURE', 'other'],
]
test.each(modes)('psnAuthMode %s is %s', (rawKind, kind) => {
  expect(outline({ realNameStatus: 1, authInfo: { psnAuthMode: rawKind } }).steps).toEqual([
    { kind, maker: null, id: '', rawKind, state: 'passed' },
  ])
})

const organizationModes: [string, string][] = [
  ['ORG_BANK_TRANSFER', 'bankTransfer'],
  ['ORG_ALIPAY_CREDIT', 'alipayEnterprise'],
  ['ORG_LEGALREP_AUTHORIZATION', 'legalPersonAuthorization'],
  ['ORG_LEGALREP', 'legalPersonFace'],
  ['ORG_LEGALREP_WILLINGNESS', 'legalPersonAuthorization'],
  ['ORG_OF_THE_FUTURE', 'other'],
]
test.each(organizationModes)('orgAuthMode %s is %s; the transactor stands beside it', (rawKind, kind) => {
  const authInfo = { orgAuthMode: rawKind, psnAuthMode: 'PSN_FACE', willingnessAuthModes: null }
  expect(outline({ authType: 'ORG', authInfo, realNameStatus: 0 })).toMatchObject({
    subject: 'organization',
    steps: [{ kind, maker: null, id: '', rawKind, state: 'unknown' }],
    related: [{ subject: 'person', state: 'unknown', steps: [{ kind: 'face', rawKind: 'PSN_FACE' }] }],
  })
})

const willingnessModes: [string, OutlineStep['kind']][] = [
  ['CODE_SMS', 'smsCode'],
  ['CODE_EMAIL', 'other'],
  ['PSN_FACE_ALIPAY', 'face'],
  ['PSN_FACE_TECENT', 'face'],
  ['PSN_FACE_ESIGN', 'face'],
  ['PSN_FACE_WECHAT', 'face'],
]
test.each(willingnessModes)('willingnessAuthModes with %s, as a list or a text: %s', (rawKind, kind) => {
  for (const willingnessAuthModes of [[rawKind], rawKind]) {
    expect(outline({ authInfo: { willingnessAuthModes } }).steps).toMatchObject([
      { kind, rawKind, state: 'unknown' },
    ])
  }
})

test.each([
  ['PSN_FACE_ALIPAY', 'alipay'],
  ['PSN_FACE_TECENT', 'tencent'],
  ['PSN_FACE_ESIGN', 'esign'],
  ['PSN_FACE_WECHAT', 'wechat'],
  ['CODE_SMS', null],
])('%s is made by %s', (mode, maker) => {
  expect(outline({ authInfo: { willingnessAuthModes: [mode] } }).steps).toMatchObject([{ maker, id: '' }])
})

test('several ways are told apart, whether they come as a list or a text', () => {
  const kinds = (willingnessAuthModes: unknown) =>
    outline({ authInfo: { psnAuthMode: 'PSN_FACE', willingnessAuthModes } }).steps.map(({ kind }) => kind)
  expect(kinds(['CODE_SMS', 'CODE_EMAIL'])).toEqual(['face', 'smsCode', 'other'])
  expect(kinds('CODE_SMS,,CODE_EMAIL,')).toEqual(['face', 'smsCode', 'other'])
  expect(kinds('')).toEqual(['face'])
})

test('beside an organization stands somebody only when something is known of him; nobody beside a person', () => {
  expect(outline({ authType: 'ORG', authInfo: { orgAuthMode: 'ORG_LEGALREP' } }).related).toEqual([])
  expect(outline({ authType: 'ORG', authInfo: null })).toMatchObject({ steps: [], related: [] })
  expect(outline({ authInfo: { psnAuthMode: 'PSN_FACE' } }).related).toEqual([])
  const authInfo = { orgAuthMode: 'ORG_LEGALREP', psnAuthMode: 'PSN_FACE' }
  const step = { kind: 'face', maker: null, id: '', rawKind: 'PSN_FACE', state: 'passed' }
  expect(outline({ authType: 'ORG', authInfo, realNameStatus: 1 }).related).toEqual([
    { subject: 'person', id: '', ours: null, state: 'passed', rawState: '', failure: '', steps: [step] },
  ])
})

test('a flow of another shape is none, and can be asked about again', () => {
  expect(readAuthFlow({ authType: {} })).toEqual({
    kind: 'transient',
    code: 'SHAPE',
    detail: 'a flow of another shape',
  })
})

test('times are told where the vendor tells them; nothing personal is', () => {
  const authInfo = {
    authFlowCreateTime: 1_700_000_000_000,
    authFlowUpdateTime: null,
    person: { psnInfo: { psnName: '测试员甲' } },
  }
  const drawn = outline({ authInfo })
  expect(drawn).toMatchObject({
    subject: 'person',
    createdAt: 1_700_000_000_000,
    changedAt: null,
    related: [],
  })
  expect(drawn.failure).toBe('')
  expect(JSON.stringify(drawn)).not.toContain('测试员甲')
})
