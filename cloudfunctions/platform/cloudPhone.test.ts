import { phoneNumber } from './cloudPhone'

const mockAsk = jest.fn<Promise<unknown>, [object]>()
jest.mock('./sdk', () => ({
  ...jest.requireActual('./sdk'),
  cloudCalls: () => ({ openapi: { phonenumber: { getPhoneNumber: mockAsk } } }),
}))
jest.mock('wx-server-sdk', () => ({}))

test.each([
  [{ phoneInfo: { purePhoneNumber: '13800138000' } }, '13800138000'],
  [{ phoneInfo: { purePhoneNumber: 13800138000 } }, null],
  [{ phoneInfo: {} }, null],
  [{}, null],
])('of the answer %j', async (answer, number) => {
  mockAsk.mockResolvedValue(answer)
  expect(await phoneNumber('code', 'o-1')).toBe(number)
  expect(mockAsk).toHaveBeenLastCalledWith({ code: 'code', openid: 'o-1' })
})

const refusal = (errCode: number) =>
  Object.assign(new Error('refused'), { errCode, errMsg: `openapi.phonenumber: ${errCode}` })

test.each([40029, 40003])('%d: used, stale, forged, or somebody else’s', async errCode => {
  mockAsk.mockRejectedValue(refusal(errCode))
  expect(await phoneNumber('code', 'o-1')).toBeNull()
})

test.each([refusal(45011), refusal(140029), refusal(400039), '40029'])(
  '%s says nothing about the code',
  async error => {
    mockAsk.mockRejectedValue(error)
    await expect(phoneNumber('code', 'o-1')).rejects.toBe(error)
  },
)
