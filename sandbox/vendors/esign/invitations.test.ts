import { until } from '../kit/test-support'
import { DEMO_INVITATION_ID, demoInvitations } from './demo-invitations'
import {
  dataOf,
  SEARCH_PATH,
  startNoticeReceiver,
  startTestSimulator,
  type TestSimulator,
} from './test-support'

let simulator: TestSimulator
beforeEach(async () => {
  simulator = await startTestSimulator()
})
afterEach(() => simulator.close())

const search = async (body: unknown) => (await simulator.api('POST', SEARCH_PATH, body)).body
const plant = (invitation: unknown) => simulator.control('POST', 'invitations', invitation)

test('the documentation’s own request is answered in the form of its sample', async () => {
  await plant({
    invitationId: 'iudi0989ad79',
    bizId: '123456',
    redirectUrl: 'https://example.test',
    status: '1',
    inviteeInfo: { mobile: '10020033001', name: '测试员甲', idNumber: '110101199001010015' },
  })
  expect(await search({ invitationId: 'iudi0989ad79', offset: 0, size: '20' })).toEqual({
    code: 0,
    message: '成功',
    data: {
      inviteInfos: [
        {
          bizId: '123456',
          notifyType: null,
          redirectUrl: 'https://example.test?bizId=123456',
          callBackUrl: null,
          status: '1',
          inviteType: 'PERSON',
          inviteeInfo: {
            mobile: '10020033001',
            email: null,
            name: '测试员甲',
            idNumber: '110101199001010015',
            certType: 'CRED_PSN_CH_IDCARD',
          },
          organInfo: null,
        },
      ],
      total: 1,
    },
  })
})

test('an organization, the other spelling and a status as number are told as planted', async () => {
  await plant({
    invitationId: 'i1',
    callbackUrl: 'http://127.0.0.1:9/x',
    spelling: 'callBacklUrl',
    status: '2',
    statusAsNumber: true,
    notifyType: 'sms',
    organInfo: { name: '示例科技有限公司', certNo: '91110000MA0123456P', legalName: '测试法人' },
  })
  expect(await search({ invitationId: 'i1' })).toMatchObject({
    data: {
      inviteInfos: [
        {
          inviteType: 'ORGAN',
          callBacklUrl: 'http://127.0.0.1:9/x',
          status: 2,
          notifyType: 'sms',
          organInfo: {
            name: '示例科技有限公司',
            certType: 'CRED_ORG_USCC',
            legalName: '测试法人',
            legalNo: null,
          },
        },
      ],
    },
  })
})

test('pages count by offset and size, twenty by default', async () => {
  for (let i = 0; i < 25; i += 1) await plant({ bizId: `b${i}` })
  const bizIds = async (body: unknown) => {
    const { data } = (await search(body)) as { data: { inviteInfos: { bizId: string }[]; total: number } }
    expect(data.total).toBe(25)
    return data.inviteInfos.map(one => one.bizId)
  }
  expect(await bizIds({})).toHaveLength(20)
  expect(await bizIds({ offset: 20 })).toEqual(['b20', 'b21', 'b22', 'b23', 'b24'])
  expect(await bizIds({ offset: 1, size: 2 })).toEqual(['b1', 'b2'])
  expect(await bizIds({ offset: 99 })).toEqual([])
})

test('an unknown invitation is an empty page', async () => {
  expect(await search({ invitationId: 'x' })).toMatchObject({ code: 0, data: { inviteInfos: [], total: 0 } })
})

test.each([
  [{ offset: '0' }, 'offset must be a whole number'],
  [{ size: 'all' }, 'size must be a whole number'],
  [{ size: 0 }, 'size must be a whole number'],
  [{ invitationId: 7 }, 'invitationId must be a string'],
  [{ page: 1 }, 'unknown key "page"'],
])('%j is refused, openly without a documented code', async (body, reason) => {
  expect(await search(body)).toEqual({
    code: -1,
    message: expect.stringMatching(new RegExp(`^SANDBOX：.*${reason}`)),
    data: null,
  })
})

test('an invitation that moves on tells its callback', async () => {
  const receiver = await startNoticeReceiver()
  await plant({
    invitationId: 'i1',
    bizId: 'b1',
    callbackUrl: `${receiver.url}/invited`,
    inviteeInfo: { name: '测试员甲' },
    organInfo: { name: '示例科技有限公司' },
  })
  await simulator.control('POST', 'invitation-status', { invitationId: 'i1', status: '1' })
  await until(() => receiver.posts().length === 1)
  expect(receiver.bodies()).toEqual([
    {
      invitationId: 'i1',
      bizId: 'b1',
      inviteeInfo: {
        name: '测试员甲',
        mobile: null,
        email: null,
        idType: 'CRED_PSN_CH_IDCARD',
        idNumber: null,
      },
      orgName: '示例科技有限公司',
      orgIdType: 'CRED_ORG_USCC',
      orgIdNumber: null,
      status: '1',
    },
  ])
  expect(await search({ invitationId: 'i1' })).toMatchObject({ data: { inviteInfos: [{ status: '1' }] } })
  await receiver.close()
})

test('a task may have several invitees, told page by page', async () => {
  for (const bizId of ['b1', 'b2', 'b3']) await plant({ invitationId: 'i1', bizId })
  await plant({ invitationId: 'other', bizId: 'b4' })
  const page = async (offset: number) => {
    const answer = await search({ invitationId: 'i1', offset, size: 2 })
    return dataOf(answer)
  }
  const told = (bizId: string) => expect.objectContaining({ bizId })
  expect(await page(0)).toEqual({ inviteInfos: [told('b1'), told('b2')], total: 3 })
  expect(await page(2)).toEqual({ inviteInfos: [told('b3')], total: 3 })
  expect(await page(3)).toEqual({ inviteInfos: [], total: 3 })

  await simulator.control('POST', 'invitation-status', { invitationId: 'i1', bizId: 'b2', status: '3' })
  expect((await page(0)).inviteInfos).toMatchObject([{ status: '0' }, { status: '3' }])
})

test('the local world begins with the sample and a task of three pages, again after a reset', async () => {
  await simulator.close()
  simulator = await startTestSimulator({ invitations: demoInvitations() })
  const counts = async () => [
    dataOf(await search({ invitationId: 'iudi0989ad79' })).total,
    dataOf(await search({ invitationId: DEMO_INVITATION_ID })).total,
  ]
  expect(await counts()).toEqual([1, 43])
  const status = { invitationId: 'iudi0989ad79', status: '2' }
  await simulator.control('POST', 'invitation-status', status)
  await simulator.control('POST', 'reset')
  expect(await counts()).toEqual([1, 43])
  expect(dataOf(await search({ invitationId: 'iudi0989ad79' })).inviteInfos).toMatchObject([{ status: '1' }])
})

test('planting twice, or something else, is refused', async () => {
  await plant({ invitationId: 'i1' })
  expect((await plant({ invitationId: 'i1' })).status).toBe(409)
  expect((await plant({ status: '9' })).status).toBe(400)
  expect(
    (await simulator.control('POST', 'invitation-status', { invitationId: 'x', status: '1' })).status,
  ).toBe(404)
  expect((await simulator.control('GET', 'invitations')).body).toEqual({
    invitations: [{ invitationId: 'i1', inviteType: 'PERSON', bizId: null, status: '0' }],
  })
})
