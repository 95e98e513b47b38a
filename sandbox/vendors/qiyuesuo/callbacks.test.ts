import { pause, type Receiver, startReceiver, until } from '../kit/test-support'
import { PERSON, startTestSimulator, type TestSimulator, USER } from './test-support'

let simulator: TestSimulator
let receiver: Receiver

async function begin(
  options: { answers?: string[]; status?: number; retryDelaysMs?: number[] } = {},
): Promise<void> {
  receiver = await startReceiver(options.answers, options.status)
  simulator = await startTestSimulator({ retryDelaysMs: options.retryDelaysMs ?? [0, 10, 10] })
}
afterEach(async () => {
  await simulator.close()
  await receiver.close()
})

const next = (order: unknown) => simulator.control('POST', 'next', order)
const request = () => ({ ...PERSON, callbackUrl: `${receiver.url}/notice?k=v%20w` })
const doAct = async (action: string, more = {}) =>
  simulator.act(await simulator.session(await simulator.ticket(request())), action, more)
const outgoing = async () => {
  const { body } = await simulator.control('GET', 'log?path=http')
  return Array.isArray(body.entries) ? body.entries : []
}

describe('a callback', () => {
  test.each([
    ['pass', 'BANK', { mode: 'BANK', status: '1' }],
    ['fail', 'FACE', { mode: 'FACE', status: '2' }],
    ['review', 'IVS', { mode: 'MANUAL', status: '3' }],
  ])('of %s is a form with the documented fields', async (action, mode, form) => {
    await begin()
    const { authId } = (await doAct(action, { mode })).body
    await until(() => receiver.received.length === 1)
    expect(receiver.received).toEqual([
      {
        path: '/notice?k=v%20w',
        contentType: 'application/x-www-form-urlencoded;charset=UTF-8',
        body: expect.any(String),
        form: { ...form, authId },
      },
    ])
  })

  test('follows a reviewer’s decision', async () => {
    await begin()
    await doAct('review')
    await simulator.control('POST', 'review', { contact: USER.contact, outcome: 'fail' })
    await until(() => receiver.received.length === 2)
    expect(receiver.received[1]?.form).toMatchObject({ mode: 'MANUAL', status: '2' })
  })

  test.each([
    ['a non-zero code', ['{"code":1001}'], 200],
    ['a text', ['success'], 200],
    ['code as a string', ['{"code":"0"}'], 200],
    ['a redirect', ['{"code":0}'], 302],
    ['HTTP 500', ['{"code":0}'], 500],
  ])('answered with %s is made four times in all', async (_, answers, status) => {
    await begin({ answers, status })
    await doAct('pass')
    await until(() => receiver.received.length === 4)
    await pause(60)
    expect(receiver.received).toHaveLength(4)
  })

  test('is repeated until it is accepted', async () => {
    await begin({ answers: ['{"code":1001}', '{"code":0}'] })
    await doAct('pass')
    await until(() => receiver.received.length === 2)
    await pause(60)
    expect(receiver.received).toHaveLength(2)
    expect(await outgoing()).toEqual([
      expect.objectContaining({
        direction: 'out',
        path: `${receiver.url}/notice`,
        status: 200,
        note: 'callback, call 1: the answer is not {"code":0}; next in 0 ms',
      }),
      expect.objectContaining({ note: 'callback, call 2: accepted' }),
    ])
  })

  test('is repeated by the documented delays, which move with the clock', async () => {
    receiver = await startReceiver(['{"code":1}'])
    simulator = await startTestSimulator()
    await doAct('pass')
    await until(() => receiver.received.length === 2)
    await simulator.passTime(60_000)
    await until(() => receiver.received.length === 3)
    await simulator.passTime(59_000)
    await pause(30)
    expect(receiver.received).toHaveLength(3)
    await simulator.passTime(1_000)
    await until(() => receiver.received.length === 4)
  })

  test('that nobody answers counts as failed', async () => {
    await begin()
    const callbackUrl = 'http://127.0.0.1:9/notice'
    await simulator.act(await simulator.session(await simulator.ticket({ ...PERSON, callbackUrl })), 'pass')
    await until(async () => (await outgoing()).length === 4)
    await pause(30)
    expect(await outgoing()).toHaveLength(4)
  })

  test('never leaves this machine', async () => {
    await begin()
    const callbackUrl = 'https://example.test/notice'
    await simulator.act(await simulator.session(await simulator.ticket({ ...PERSON, callbackUrl })), 'pass')
    expect(await outgoing()).toEqual([
      expect.objectContaining({ status: null, note: expect.stringContaining('callback not sent') }),
    ])
  })

  test('waiting for its turn ends with the simulator', async () => {
    await begin({ answers: ['{"code":1}'], retryDelaysMs: [1000] })
    await doAct('pass')
    await until(() => receiver.received.length === 1)
    await simulator.close()
    await pause(1100)
    expect(receiver.received).toHaveLength(1)
  })

  test('waiting for its turn ends with a reset', async () => {
    await begin({ answers: ['{"code":1}'], retryDelaysMs: [60_000] })
    await doAct('pass')
    await until(() => receiver.received.length === 1)
    await simulator.control('POST', 'reset')
    await simulator.passTime(60_000)
    await pause(30)
    expect(receiver.received).toHaveLength(1)
  })
})

describe('a callback ordered as', () => {
  test('missing is withheld', async () => {
    await begin()
    await next({ callback: 'missing' })
    await doAct('pass')
    await pause(50)
    expect(receiver.received).toHaveLength(0)
    expect(await outgoing()).toEqual([expect.objectContaining({ note: expect.stringContaining('withheld') })])
  })

  test('missing can be ordered after the page was opened', async () => {
    await begin()
    const session = await simulator.session(await simulator.ticket(request()))
    await next({ callback: 'missing' })
    await simulator.act(session, 'pass')
    await pause(50)
    expect(receiver.received).toHaveLength(0)
  })

  test('duplicate comes twice, the same', async () => {
    await begin()
    await next({ callback: 'duplicate' })
    await doAct('pass')
    await until(() => receiver.received.length === 2)
    expect(receiver.received[1]).toEqual(receiver.received[0])
  })

  test('late waits as long as it is told', async () => {
    await begin()
    await next({ callback: 'late', callbackDelayMs: 60_000 })
    await doAct('pass')
    await pause(30)
    expect(receiver.received).toHaveLength(0)
    await simulator.passTime(60_000)
    await until(() => receiver.received.length === 1)
  })

  test('late waits 15 s of the simulator’s clock otherwise', async () => {
    await begin()
    await next({ callback: 'late' })
    await doAct('pass')
    await simulator.passTime(14_000)
    await pause(30)
    expect(receiver.received).toHaveLength(0)
    await simulator.passTime(1_000)
    await until(() => receiver.received.length === 1)
  })

  test('before-return has arrived when the person’s page hears of it', async () => {
    await begin()
    await next({ callback: 'before-return' })
    await doAct('pass')
    expect(receiver.received).toHaveLength(1)
  })
})

describe('an outcome', () => {
  test('preselects its button on the next page only', async () => {
    await begin()
    await next({ outcome: 'fail' })
    expect(await simulator.page(await simulator.ticket())).toMatch(/id="fail"[^>]*data-preselected/)
    expect(await simulator.page(await simulator.ticket())).toMatch(/id="pass"[^>]*data-preselected/)
  })

  test('with auto happens without a page, which then shows the result', async () => {
    await begin()
    await next({ outcome: 'pass', auto: true, callback: 'before-return', path: '/v2/personalauth/miniapp' })
    const ticket = await simulator.ticket(request())
    expect(receiver.received[0]?.form).toMatchObject({ mode: 'IVS', status: '1' })
    const { body } = await simulator.result('contact=13800000000&contactType=MOBILE')
    expect(body.result).toEqual({ realName: true })
    expect(await simulator.page(ticket)).toContain('"done":"pass"')
  })

  test('for one entrance leaves the other alone', async () => {
    await begin()
    await next({ outcome: 'fail', path: '/h5/' })
    expect(await simulator.page(await simulator.ticket())).toMatch(/id="pass"[^>]*data-preselected/)
    const { authUrl } = await simulator.link()
    expect(await (await fetch(authUrl)).text()).toMatch(/id="fail"[^>]*data-preselected/)
  })
})
