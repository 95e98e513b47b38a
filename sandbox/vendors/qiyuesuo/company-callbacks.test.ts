import { pause, type Receiver, startReceiver, until } from '../kit/test-support'
import { APPLICANT, COMPANY, startTestSimulator, type TestSimulator } from './test-support'

let simulator: TestSimulator
let receiver: Receiver

async function begin(answers?: string[]): Promise<void> {
  receiver = await startReceiver(answers)
  simulator = await startTestSimulator({ retryDelaysMs: [0, 10, 10] })
}
afterEach(async () => {
  await simulator.close()
  await receiver.close()
})

const request = () => ({ ...COMPANY, callbackUrl: `${receiver.url}/notice?k=v%20w` })
const next = (order: unknown) => simulator.control('POST', 'next', order)
const received = (count: number) => until(() => receiver.received.length === count)
const events = () => receiver.received.map(({ form }) => [form.status, form.actionEvent])

const SUBMITTED = ['0', '0']
const BASIC_PASSED = ['0', '1']
const BASIC_FAILED = ['2', '2']
const LETTER_FAILED = ['2', '4']
const SUCCESS = ['1', '7']

describe('a company’s callback', () => {
  test('is a form with the documented fields', async () => {
    await begin()
    const { act, requestId } = await simulator.company(request())
    await act('review')
    await received(1)
    const [call] = receiver.received
    expect(call).toMatchObject({
      path: '/notice?k=v%20w',
      contentType: 'application/x-www-form-urlencoded;charset=UTF-8',
    })
    expect(call?.form).toEqual({ status: '0', actionEvent: '0', requestId, authInfo: expect.any(String) })
    expect(JSON.parse(call?.form.authInfo ?? '')).toEqual({
      name: COMPANY.companyName,
      registerNo: COMPANY.registerNo,
      legalPerson: COMPANY.legalPerson,
      applicantName: APPLICANT.name,
      applicantPhone: APPLICANT.contact,
    })
  })

  test('tells what was typed, and no phone of an applicant known by e-mail', async () => {
    await begin()
    const applicant = { contact: 'boss@example.test', contactType: 'EMAIL' }
    const { companyName, callbackUrl } = request()
    const { act } = await simulator.company({ companyName, callbackUrl, applicant })
    await act('review', { registerNo: '9111', legalPerson: '王五' })
    await received(1)
    const info: unknown = JSON.parse(receiver.received[0]?.form.authInfo ?? '')
    expect(info).toEqual({ name: companyName, registerNo: '9111', legalPerson: '王五' })
  })

  test.each([
    [['pass'], [SUBMITTED, BASIC_PASSED, SUCCESS]],
    [['fail'], [SUBMITTED, BASIC_FAILED]],
    [['basic-fail'], [SUBMITTED, BASIC_FAILED]],
    [['basic-pass'], [SUBMITTED, BASIC_PASSED]],
    [
      ['basic-pass', 'letter-pass'],
      [SUBMITTED, BASIC_PASSED, SUCCESS],
    ],
    [
      ['basic-pass', 'letter-fail'],
      [SUBMITTED, BASIC_PASSED, LETTER_FAILED],
    ],
    [['review'], [SUBMITTED]],
    [
      ['basic-pass', 'review'],
      [SUBMITTED, BASIC_PASSED],
    ],
  ])('after %j tells %j, in this order', async (actions, expected) => {
    await begin()
    const { act } = await simulator.company(request())
    for (const action of actions) {
      await act(action)
      if (action !== actions.at(-1)) await received(2)
    }
    await received(expected.length)
    await pause(20)
    expect(events()).toEqual(expected)
  })

  test.each([
    [['review'], 'pass', [SUBMITTED, BASIC_PASSED, SUCCESS]],
    [['review'], 'fail', [SUBMITTED, BASIC_FAILED]],
    [['basic-pass', 'review'], 'pass', [SUBMITTED, BASIC_PASSED, SUCCESS]],
    [['basic-pass', 'review'], 'letter-fail', [SUBMITTED, BASIC_PASSED, LETTER_FAILED]],
  ])('after %j and the reviewer’s %s tells %j', async (actions, outcome, expected) => {
    await begin()
    const { act, requestId } = await simulator.company(request())
    for (const action of actions) await act(action)
    await received(actions.length)
    await simulator.control('POST', 'review', { requestId, outcome })
    await received(expected.length)
    expect(events()).toEqual(expected)
  })

  test('is repeated four times in all, each', async () => {
    await begin(['{"code":1001}'])
    await (await simulator.company(request())).act('fail')
    await received(8)
    await pause(50)
    expect(receiver.received).toHaveLength(8)
    expect(events().filter(([, event]) => event === '2')).toHaveLength(4)
  })

  test('is not sent for an expiry, nor without an address', async () => {
    await begin()
    const { requestId } = await simulator.company(request())
    await simulator.control('POST', 'expire', { requestId })
    await (await simulator.company()).act('pass')
    await pause(30)
    expect(receiver.received).toHaveLength(0)
  })

  test('that waits its turn ends with a reset', async () => {
    await begin()
    await next({ callback: 'late', callbackDelayMs: 60_000 })
    await (await simulator.company(request())).act('pass')
    await simulator.control('POST', 'reset')
    await simulator.passTime(60_000)
    await pause(30)
    expect(receiver.received).toHaveLength(0)
  })
})

describe('a company’s callbacks ordered as', () => {
  test('missing are all withheld', async () => {
    await begin()
    await next({ callback: 'missing' })
    await (await simulator.company(request())).act('pass')
    await pause(40)
    expect(receiver.received).toHaveLength(0)
    const { body } = await simulator.control('GET', 'log?path=http')
    expect(body.entries).toHaveLength(3)
  })

  test('duplicate come twice each', async () => {
    await begin()
    await next({ callback: 'duplicate' })
    await (await simulator.company(request())).act('fail')
    await received(4)
    expect(events()).toEqual([SUBMITTED, SUBMITTED, BASIC_FAILED, BASIC_FAILED])
  })

  test('late wait as long as they are told', async () => {
    await begin()
    await next({ callback: 'late', callbackDelayMs: 60_000 })
    await (await simulator.company(request())).act('fail')
    await pause(30)
    expect(receiver.received).toHaveLength(0)
    await simulator.passTime(60_000)
    await received(2)
  })

  test('before-return have arrived when the page hears of it', async () => {
    await begin()
    await next({ callback: 'before-return' })
    await (await simulator.company(request())).act('pass')
    expect(events()).toEqual([SUBMITTED, BASIC_PASSED, SUCCESS])
  })

  test('missing for one act only, when ordered after the page was opened', async () => {
    await begin()
    const { act } = await simulator.company(request())
    await next({ callback: 'missing', path: '/plugin/enterprise-auth/act' })
    await act('basic-pass')
    await act('letter-pass')
    await received(1)
    await pause(20)
    expect(events()).toEqual([SUCCESS])
  })

  test('something for a company leave a contract’s page alone', async () => {
    await begin()
    await next({ callback: 'before-return' })
    await simulator.open(await simulator.signTicket(), 'cn', 'doc')
    const { body } = await simulator.control('GET', 'next')
    expect(body.queue).toHaveLength(1)
  })
})

test('an automatic company tells everything at once', async () => {
  await begin()
  await next({ outcome: 'pass', auto: true, callback: 'before-return' })
  await simulator.companyTicket({ ...request(), registerNo: undefined, legalPerson: undefined })
  expect(events()).toEqual([SUBMITTED, BASIC_PASSED, SUCCESS])
  const info: unknown = JSON.parse(receiver.received[0]?.form.authInfo ?? '')
  expect(info).toMatchObject({ registerNo: '91110000MA00000000', legalPerson: '王五' })
})
