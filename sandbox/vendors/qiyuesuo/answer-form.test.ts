import { PERSON, signedHeaders, startTestSimulator, type TestSimulator, TOKEN_PATH } from './test-support'

let simulator: TestSimulator
beforeEach(async () => {
  simulator = await startTestSimulator()
})
afterEach(() => simulator.close())

const inLongCodes = () => simulator.control('POST', 'answer-form', { form: 'responseCode' })
const order = (error: object) => simulator.control('POST', 'next', { error })
const token = async (body: unknown = PERSON, headers?: Record<string, string>) =>
  (await simulator.api('POST', TOKEN_PATH, body, headers)).body

describe('the family of eight digits', () => {
  test('alone says success', async () => {
    await inLongCodes()
    expect(await token()).toEqual({
      responseCode: '00000000',
      message: 'SUCCESS',
      result: { ticket: expect.any(String) },
    })
  })

  test('alone says what is wrong, in the gate too', async () => {
    await inLongCodes()
    expect(await token({})).toEqual({ responseCode: '11990005', message: expect.any(String) })
    const { 'x-qys-open-nonce': _, ...threeHeaders } = signedHeaders()
    expect(await token(PERSON, { ...threeHeaders, 'x-qys-open-nonce': '' })).toMatchObject({
      responseCode: '11990441',
    })
  })

  test('leaves a short code that has no long one', async () => {
    await inLongCodes()
    const answer = await simulator.api('GET', '/v2/personalauth/result?authId=1')
    expect(answer.body).toMatchObject({ code: 1604 })
  })

  test('ends with a reset', async () => {
    await inLongCodes()
    await simulator.control('POST', 'reset')
    expect(await token()).toMatchObject({ code: 0 })
  })

  test('can be ordered: with the short code where one is known, else alone', async () => {
    await order({ code: '21990001', message: 'ERROR' })
    expect(await token()).toEqual({ code: 1001, responseCode: '21990001', message: 'ERROR' })
    await order({ code: '11990006', message: 'TOO OFTEN' })
    expect(await token()).toEqual({ responseCode: '11990006', message: 'TOO OFTEN' })
  })
})

test('the health check answers success', async () => {
  expect((await simulator.api('GET', '/v2/checkhealth')).body).toMatchObject({ code: 0 })
})

test('the user may carry a name, as in the vendor’s Go client', async () => {
  expect(await token({ user: { ...PERSON.user, name: '张三' } })).toMatchObject({ code: 0 })
})
