/** The documented examples, sent as printed: requests are taken, answers have the printed shape. */
import * as esign from '../../sandbox/vendors/esign/test-support'
import * as ess from '../../sandbox/vendors/ess/test-support'
import * as qiyuesuo from '../../sandbox/vendors/qiyuesuo/test-support'
import {
  examples,
  linkAnswer,
  linkRequest,
  mended,
  outlineAnswer,
  searchAnswer,
  searchRequest,
  ticketPrograms,
  ticketRequest,
} from './examples'
import { linesOf } from './seed-pages'

test.each(examples)(
  'the example of page $seed at lines $lines is the printed one',
  ({ seed, lines, text }) => {
    const printed = linesOf(seed, ...lines)
    // A plain clone has no pages beside it; there the copies stand for themselves.
    expect(text).toBe(printed ?? text)
  },
)

describe('查询邀请任务', () => {
  test('answers the printed request with the printed answer', async () => {
    const simulator = await esign.startTestSimulator()
    const { data } = JSON.parse(searchAnswer.text)
    const { bizId, status, inviteType, inviteeInfo } = data.inviteInfos[0]
    const { mobile, name, idNumber, certType } = inviteeInfo
    await simulator.control('POST', 'invitations', {
      invitationId: JSON.parse(searchRequest.text).invitationId,
      redirectUrl: 'https://www.baidu.com',
      bizId,
      status,
      inviteType,
      inviteeInfo: { mobile, name, idNumber, certType },
    })
    const answer = await simulator.api('POST', '/v1/invitations/search', searchRequest.text)
    expect(answer.body).toEqual(JSON.parse(searchAnswer.text))
    await simulator.close()
  })
})

describe('查询认证主流程明细', () => {
  test('answers with the printed answer, its brackets mended', async () => {
    const simulator = await esign.startTestSimulator()
    await simulator.control('POST', 'flows', { sample: 'outline' })
    expect(() => JSON.parse(outlineAnswer.text)).toThrow()
    expect(await simulator.outline('803719636976683872')).toEqual(JSON.parse(mended(outlineAnswer.text)))
    await simulator.close()
  })
})

describe('创建企业批量认证链接-单链接', () => {
  test('answers the printed request in the printed shape', async () => {
    const { Operator, SubTaskIds, AdminName, AdminMobile, AdminIdCardType, AdminIdCardNumber } = JSON.parse(
      linkRequest.text,
    )
    const simulator = await ess.startTestSimulator({ operatorUserId: Operator.UserId, taskDelayMs: 0 })
    await simulator.control('POST', 'sub-task-ids', { ids: SubTaskIds })
    const administrator = { AdminName, AdminMobile, AdminIdCardType, AdminIdCardNumber }
    const made = await simulator.call('CreateBatchOrganizationRegistrationTasks', {
      Operator,
      RegistrationOrganizations: [ess.row(0, administrator), ess.row(1, administrator)],
      BatchAuthMethod: 1,
    })
    expect(made).toMatchObject({ ErrorMessages: [''] })
    await simulator.call('DescribeBatchOrganizationRegistrationUrls', { Operator, TaskId: made.TaskId })

    const answer = await simulator.call(
      'CreateBatchOrganizationAuthorizationUrl',
      JSON.parse(linkRequest.text),
    )
    const printed = JSON.parse(linkAnswer.text).Response
    expect(Object.keys(answer).sort()).toEqual(Object.keys(printed).sort())
    expect(answer).toEqual({
      AuthUrl: expect.stringMatching(
        /\/h5-activity-dev\/jump-mp\.html\?to=AUTHORIZATION_ENTERPRISE_FOR_BATCH_SUBMIT&shortKey=\w{20}$/,
      ),
      ErrorMessages: printed.ErrorMessages,
      ExpireTime: ess.NOW / 1000 + 7 * ess.DAY_S,
      RequestId: expect.stringMatching(/^s\d{19}$/),
    })
    await simulator.close()
  })
})

describe('生成个人认证令牌', () => {
  test.each([JSON.parse(ticketRequest.text), ...ticketPrograms])('gives a ticket for %j', async body => {
    const simulator = await qiyuesuo.startTestSimulator()
    const { body: answer } = await simulator.api('POST', '/v2/personalauth/miniappexchange', body)
    expect(answer).toEqual({ code: 0, message: 'SUCCESS', result: { ticket: expect.any(String) } })
    await simulator.close()
  })
})
