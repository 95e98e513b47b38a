import { readFileSync } from 'node:fs'
import type { LegacyInvitation } from '../legacyInvitations'
import { bodyOf, type Prepared, refusal, success, vendor } from './test-support'

const sample = readFileSync('cloudfunctions/vendors/esign/__fixtures__/invitations-sample.json', 'utf8')
const question = { invitationId: 'iudi0989ad79', offset: 0, size: 20 }

async function search(answers: Prepared[]) {
  const { driver, sent } = vendor(answers, { legacyInvitations: true })
  if (!driver.legacyInvitations) throw new Error('switched off')
  return { outcome: await driver.legacyInvitations.search(question), sent }
}
async function itemOf(info: object): Promise<LegacyInvitation | undefined> {
  const { outcome } = await search([success({ inviteInfos: [info], total: 1 })])
  return outcome.kind === 'ok' ? outcome.value.items[0] : undefined
}

test('only where they are switched on', () => {
  expect(vendor([]).driver).not.toHaveProperty('legacyInvitations')
})

test('the sample of the page; the size goes as a number', async () => {
  const { outcome, sent } = await search([{ status: 200, body: sample }])
  expect(sent[0]).toMatchObject({
    method: 'POST',
    url: 'https://smlopenapi.esign.cn/v1/invitations/search',
    body: '{"invitationId":"iudi0989ad79","offset":0,"size":20}',
    headers: { 'content-md5': 'KSd20waGYPP9wFsFXS/P6Q==' },
  })
  expect(bodyOf(sent[0]).size).toBe(20)
  expect(outcome).toEqual({
    kind: 'ok',
    value: {
      items: [
        {
          subject: 'person',
          bizId: '123456',
          state: 'verified',
          rawStatus: '1',
          notifyType: null,
          redirectUrl: 'https://www.baidu.com?bizId=123456',
          callbackUrl: '',
          invitee: { name: 'xxxxx', mobile: 'xxxxxxx', email: '', idNumber: 'xxxxxxxx', paper: 'residentId' },
          organization: null,
        },
      ],
      total: 1,
    },
  })
})

test.each([
  ['0', 'started'],
  [0, 'started'],
  ['1', 'verified'],
  [1, 'verified'],
  ['2', 'finished'],
  [2, 'finished'],
  ['3', 'unknown'],
  [7, 'unknown'],
  ['constructor', 'unknown'],
  [null, 'unknown'],
])('status %j is %s', async (status, state) => {
  expect(await itemOf({ status })).toMatchObject({ state, rawStatus: status === null ? '' : String(status) })
})

test.each([
  [{ callBackUrl: 'https://a' }, 'https://a'],
  [{ callBacklUrl: 'https://b' }, 'https://b'],
  [{ callBackUrl: null, callBacklUrl: 'https://b' }, 'https://b'],
  [{ callBackUrl: null }, ''],
  [{}, ''],
])('the callback of %j', async (info, callbackUrl) => {
  expect((await itemOf(info))?.callbackUrl).toBe(callbackUrl)
})

test.each([
  ['sms', 'sms'],
  ['email', 'email'],
  ['pigeon', null],
  [null, null],
])('notifyType %j', async (notifyType, expected) => {
  expect((await itemOf({ notifyType }))?.notifyType).toBe(expected)
})

test.each([
  ['CRED_ORG_USCC', 'creditCode'],
  ['CRED_ORG_CODE', 'organizationCode'],
  [null, 'creditCode'],
  ['CRED_ORG_OF_THE_FUTURE', null],
  ['constructor', null],
])('an organization with the certificate %j', async (certType, paper) => {
  const organInfo = {
    name: '示例科技有限公司',
    certNo: '91110000MA0TEA001C',
    certType,
    legalName: '测试员乙',
    legalNo: '110101199001010015',
  }
  expect(await itemOf({ inviteType: 'ORGAN', organInfo, inviteeInfo: null })).toMatchObject({
    subject: 'organization',
    organization: {
      name: '示例科技有限公司',
      creditCode: '91110000MA0TEA001C',
      paper,
      legalName: '测试员乙',
      legalIdNumber: '110101199001010015',
    },
    invitee: { name: '', mobile: '', email: '', idNumber: '' },
  })
})

test('nothing found, in whatever form', async () => {
  for (const data of [{ inviteInfos: [], total: 0 }, { inviteInfos: null, total: null }, {}]) {
    const { outcome } = await search([success(data)])
    expect(outcome).toEqual({ kind: 'ok', value: { items: [], total: 0 } })
  }
})

test('it is a question: asked again when the answer is lost, also for an undocumented code', async () => {
  const { outcome } = await search([{ status: 502, body: '' }, success({ total: '0' })])
  expect(outcome.kind).toBe('ok')
  expect((await search([refusal(1000099), success({ total: '0' })])).outcome.kind).toBe('ok')
})

test('invitations of another shape are none, and a refusal is one', async () => {
  const odd = success({ inviteInfos: 'none' })
  expect((await search([odd, odd, odd])).outcome).toEqual({
    kind: 'transient',
    code: 'SHAPE',
    detail: 'invitations of another shape',
  })
  expect((await search([refusal(30500150)])).outcome).toMatchObject({ kind: 'rejected', code: '30500150' })
})
