import { readFileSync } from 'node:fs'
import type { Fact } from '../../domain/decide'
import { factOfFlow, outlineOf, readFlow } from './outline'
import { json, success, vendor } from './test-support'

const fixtures = 'cloudfunctions/vendors/esign/__fixtures__'
const sample = readFileSync(`${fixtures}/outline-sample.json`, 'utf8')

function flowOf(data: object) {
  const flow = readFlow({ ...data })
  if (flow.kind !== 'ok') throw new Error(flow.code)
  return flow.value
}
const outline = (data: object) => outlineOf(flowOf(data))
const fact = (data: object, subject: 'person' | 'organization' = 'person'): Fact =>
  factOfFlow(flowOf({ objectType: 'INDIVIDUAL', ...data }), subject)
const step = (subFlowType: string, status = 'ING') => ({ subFlowId: 's1', subFlowType, status })
const stepsOf = (subFlows: object[]) => outline({ flowStatus: 'ING', subFlows }).steps

/**
 * The page prints `}]` where the list of sub-flows inside `relatedFlows` ends, and a line `],` too many after it. The
 * first becomes `]`, the second goes; nothing else is changed.
 */
test('the sample of the page, as printed and as mended', () => {
  const printed = readFileSync(`${fixtures}/outline-sample-as-printed.txt`, 'utf8')
  expect(() => JSON.parse(printed)).toThrow()
  const mended = printed.replace('            }]\n        ],\n', '            ]\n')
  expect(JSON.parse(mended)).toEqual(JSON.parse(sample))
})

test('the sample: an organization half-way, its agent done', async () => {
  const { driver } = vendor([{ status: 200, body: sample }])
  expect(await driver.outline?.({ flowId: '803719636976683872' })).toEqual({
    kind: 'ok',
    value: {
      subject: 'organization',
      id: '803719636976683872',
      ours: null,
      state: 'underWay',
      rawState: 'ING',
      failure: '',
      steps: [
        {
          kind: 'bankTransfer',
          maker: null,
          id: '5ffbafb2-c3be-45ba-bfeb-fda1f8eb083d',
          rawKind: 'ORGANIZATION_TRANSFER_RANDOM_AMOUNT',
          state: 'underWay',
        },
        {
          kind: 'organizationInfo',
          maker: null,
          id: '3bb55061-f98f-4c89-b236-96b3e7048839',
          rawKind: 'ORGANIZATION_INFO_AUTH',
          state: 'underWay',
        },
      ],
      createdAt: 1562656814273,
      changedAt: 1562656874000,
      related: [
        {
          subject: 'person',
          id: '802965095964494307',
          ours: null,
          state: 'passed',
          rawState: 'SUCCESS',
          failure: '',
          steps: [
            {
              kind: 'bankCard',
              maker: null,
              id: '84322b8a-5baf-4835-82a7-07dbd74c3365',
              rawKind: 'INDIVIDUAL_BANKCARD_4_FACTOR',
              state: 'passed',
            },
          ],
        },
      ],
    },
  })
})

test.each([
  ['ORGANIZATION_INFO_AUTH', 'organizationInfo'],
  ['ORGANIZATION_TRANSFER_RANDOM_AMOUNT', 'bankTransfer'],
  ['ORGANIZATION_ZMXY', 'alipayEnterprise'],
  ['LEGAL_REP_SIGN_AUTHORIZE', 'legalPersonAuthorization'],
  ['ORGANIZATION_ARTIFICIAL', 'manualReview'],
  ['AUTHCODE', 'smsCode'],
  ['INDIVIDUAL_ARTIFICIAL', 'manualReview'],
  ['FACEAUTH_ZMXY', 'face'],
  ['FACEAUTH_TECENT_CLOUD', 'face'],
  ['ORGANIZATION_LEGAL_REP_FACEAUTH', 'legalPersonFace'],
  ['INDIVIDUAL_BANKCARD_4_FACTOR', 'bankCard'],
  ['INDIVIDUAL_TELECOM_3_FACTOR', 'threeFactor'],
  ['FACEAUTH_WE_CHAT_FACE', 'face'],
  ['FACEAUTH_ESIGN', 'face'],
  ['INDIVIDUAL_FACEAUTH', 'face'],
  ['NDIVIDUAL_BANKCARD_4_FACTOR', 'bankCard'],
  ['INDIVIDUAL_VERIFY_WILL_TELECOM_3', 'threeFactor'],
  ['INDIVIDUAL_VERIFY_WILL_BANKCARD_4', 'bankCard'],
  ['PSN_AUDIO_VIDEO_ESIGN', 'video'],
  ['ORGANIZATION_REVERSE_PAYMENT', 'reverseTransfer'],
  ['LEGAL_REP_AUTH', 'legalPersonFace'],
  ['ENTERPRISE_CERTIFICATION_ONE_KEY_WITH_ALIPAY', 'alipayEnterprise'],
  ['WILL_AUTHCODE', 'smsCode'],
  ['WILL_FACEAUTH_ZMXY', 'face'],
  ['WILL_FACEAUTH_TECENT_CLOUD', 'face'],
  ['WILL_FACEAUTH_ESIGN', 'face'],
  ['WILL_FACEAUTH_WE_CHAT_FACE', 'face'],
  ['INDIVIDUAL_PALM_OF_THE_FUTURE', 'other'],
  ['constructor', 'other'],
])('subFlowType %s is %s, in the flow and in a related one', (rawKind, kind) => {
  const drawn = { kind, rawKind, id: 's1', state: 'underWay' }
  expect(stepsOf([step(rawKind)])).toMatchObject([drawn])
  const { related } = outline({ relatedFlows: [{ subFlows: [step(rawKind)] }] })
  expect(related[0]?.steps).toMatchObject([drawn])
})

test.each([
  ['FACEAUTH_ZMXY', 'alipay'],
  ['FACEAUTH_TECENT_CLOUD', 'tencent'],
  ['FACEAUTH_ESIGN', 'esign'],
  ['FACEAUTH_WE_CHAT_FACE', 'wechat'],
  ['WILL_FACEAUTH_ZMXY', 'alipay'],
  ['WILL_FACEAUTH_TECENT_CLOUD', 'tencent'],
  ['WILL_FACEAUTH_ESIGN', 'esign'],
  ['WILL_FACEAUTH_WE_CHAT_FACE', 'wechat'],
  ['INDIVIDUAL_FACEAUTH', null],
  ['AUTHCODE', null],
  ['constructor', null],
])('the face check %s is made by %s', (rawKind, maker) => {
  expect(stepsOf([step(rawKind)])[0]?.maker).toBe(maker)
})

describe('contextId, which is what we sent at the start', () => {
  const passed = (contextId: unknown, reference?: string) =>
    factOfFlow(flowOf({ objectType: 'INDIVIDUAL', flowStatus: 'SUCCESS', contextId }), 'person', reference)
  const ours = (contextId: unknown, reference?: string) => outlineOf(flowOf({ contextId }), reference).ours

  test.each([['v_1_1'], ['v_1_12'], ['v_1']])('%s is of the verification v_1', contextId => {
    expect(passed(contextId, 'v_1').standing).toBe('verified')
    expect(ours(contextId, 'v_1')).toBe(true)
  })

  test.each([['v_12_1'], ['v_2_1'], ['another'], ['V_1_1'], [' v_1_1']])(
    '%s is of another one, and proves nothing',
    contextId => {
      expect(passed(contextId, 'v_1')).toEqual({
        standing: 'unproven',
        assurance: null,
        rawStatus: 'contextId=other',
      })
      expect(ours(contextId, 'v_1')).toBe(false)
    },
  )

  test('is not held against a flow that echoes nothing, nor where nobody asks', () => {
    for (const contextId of [null, undefined, '']) {
      expect(passed(contextId, 'v_1').standing).toBe('verified')
      expect(ours(contextId, 'v_1')).toBeNull()
    }
    expect(passed('v_2_1').standing).toBe('verified')
    expect(ours('v_2_1')).toBeNull()
  })
})

test.each([
  ['ING', 'underWay'],
  ['SUCCESS', 'passed'],
  ['FAIL', 'failed'],
  ['TERMINATED', 'stopped'],
  ['PAUSED', 'unknown'],
  ['toString', 'unknown'],
  ['', 'unknown'],
])('a sub-flow that is %j is %s', (status, state) => {
  expect(stepsOf([step('AUTHCODE', status)])[0]?.state).toBe(state)
})

test.each([
  ['INIT', 'notStarted', 'unproven', null],
  ['ING', 'underWay', 'started', null],
  ['SUCCESS', 'passed', 'verified', 'attempt'],
  ['FAIL', 'failed', 'rejected', null],
  ['PAUSED', 'unknown', 'unproven', null],
  ['valueOf', 'unknown', 'unproven', null],
])('flowStatus %s: %s, %s', (flowStatus, state, standing, assurance) => {
  expect(outline({ flowStatus })).toMatchObject({ state, rawState: flowStatus })
  expect(outline({ relatedFlows: [{ flowStatus }] }).related[0]).toMatchObject({
    state,
    rawState: flowStatus,
  })
  expect(fact({ flowStatus })).toEqual({ standing, assurance, rawStatus: `flowStatus=${flowStatus}` })
})

test.each([
  ['ORGANIZATION', 'organization'],
  ['INDIVIDUAL', 'person'],
  ['PARTNERSHIP', 'person'],
])('objectType %s is drawn as %s', (objectType, subject) => {
  expect(outline({ objectType }).subject).toBe(subject)
})

test.each([
  ['the agent’s own flow', 'organization', 'INDIVIDUAL'],
  ['the flow of an organization', 'person', 'ORGANIZATION'],
  ['a flow of an unknown kind', 'person', 'PARTNERSHIP'],
  ['a flow of no kind', 'person', ''],
] as const)('%s proves nothing about the %s', (_what, subject, objectType) => {
  expect(fact({ flowStatus: 'SUCCESS', objectType }, subject)).toEqual({
    standing: 'unproven',
    assurance: null,
    rawStatus: `objectType=${objectType}`,
  })
})

const manual = ['ORGANIZATION_ARTIFICIAL', 'INDIVIDUAL_ARTIFICIAL']
test.each(manual)('%s under way: a person at the vendor looks at it', type => {
  const standing = (flowStatus: string, status: string) =>
    fact({ flowStatus, subFlows: [step('AUTHCODE'), step(type, status)] }).standing
  expect(standing('ING', 'ING')).toBe('reviewing')
  for (const status of ['SUCCESS', 'FAIL', 'TERMINATED']) expect(standing('ING', status)).toBe('started')
  expect(standing('SUCCESS', 'ING')).toBe('verified')
  expect(standing('FAIL', 'ING')).toBe('rejected')
})

test('a review of the agent holds up the organization', () => {
  const relatedFlows = [{ objectType: 'INDIVIDUAL', subFlows: [step('INDIVIDUAL_ARTIFICIAL')] }]
  const flow = { flowStatus: 'ING', objectType: 'ORGANIZATION', relatedFlows }
  expect(fact(flow, 'organization').standing).toBe('reviewing')
})

test('waiting for the user’s own doing, like a transfer, is no review', () => {
  const flow = { flowStatus: 'ING', subFlows: [step('ORGANIZATION_TRANSFER_RANDOM_AMOUNT')] }
  expect(fact(flow).standing).toBe('started')
})

test('the sentence of a failure is there only after one', () => {
  expect(outline({ flowStatus: 'FAIL', failReason: '比对不一致' }).failure).toBe('比对不一致')
  expect(outline({ flowStatus: 'ING', failReason: '比对不一致' }).failure).toBe('')
  expect(outline({ flowStatus: 'FAIL', failReason: null }).failure).toBe('')
})

test('whatever may be null or missing is', () => {
  const empty = { state: 'unknown', failure: '', steps: [], createdAt: null, changedAt: null, related: [] }
  const nulls = { failReason: null, subFlows: null, relatedFlows: null, createTime: null, modifyTime: null }
  for (const data of [{}, nulls, { ...nulls, flowStatus: null, objectType: null }])
    expect(outline(data)).toMatchObject(empty)
  expect(stepsOf([{ subFlowId: null }])).toMatchObject([
    { id: '', kind: 'other', rawKind: '', state: 'unknown' },
  ])
})

test('times come as numbers or texts', () => {
  expect(outline({ createTime: '1562656814273', modifyTime: 1562656874000 })).toMatchObject({
    createdAt: 1562656814273,
    changedAt: 1562656874000,
  })
})

test('an outline of another shape is no outline', async () => {
  const answers = () => Array.from({ length: 3 }, () => success({ subFlows: 'none' }))
  expect(await vendor(answers()).driver.outline?.({ flowId: '1' })).toEqual({
    kind: 'transient',
    code: 'SHAPE',
    detail: 'an outline of another shape',
  })
})

test('there is no such flow, by both codes; and none without an id', async () => {
  for (const code of [30500001, 30500004]) {
    const { driver } = vendor([json({ code, message: 'M', data: null })])
    expect(await driver.outline?.({ flowId: '1' })).toEqual({ kind: 'ok', value: null })
  }
  expect(await vendor([]).driver.outline?.({})).toEqual({ kind: 'ok', value: null })
})
