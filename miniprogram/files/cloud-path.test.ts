import { cloudPath, randomName } from './cloud-path'

type Given = { length: number; success: (result: { randomValues: ArrayBuffer }) => void; fail: () => void }
const mockRandom = jest.fn<void, [Given]>()
jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: { getRandomValues: (given: Given) => mockRandom(given) },
}))

const gives = (bytes: Uint8Array) =>
  mockRandom.mockImplementation(({ success }) => success({ randomValues: new Uint8Array(bytes).buffer }))

test('the cloud path is as the contract wants it', async () => {
  gives(Uint8Array.from({ length: 32 }, (_, at) => at * 8))
  expect(`cloud://env.x/${cloudPath(await randomName(), 'pdf')}`).toMatch(
    /^cloud:\/\/[^/]+\/licences\/[A-Za-z0-9_-]{32}\.pdf$/,
  )
})

test('a name is what the random source gives, and nothing else', async () => {
  const chance = jest.spyOn(Math, 'random')
  gives(new Uint8Array(32).fill(0))
  expect(await randomName()).toBe('A'.repeat(32))
  gives(new Uint8Array(32).fill(255))
  expect(await randomName()).toBe('-'.repeat(32))
  expect(mockRandom.mock.calls.every(([{ length }]) => length === 32)).toBe(true)
  expect(chance).not.toHaveBeenCalled()
})

test('without random bytes there is no name', async () => {
  mockRandom.mockImplementation(({ fail }) => fail())
  await expect(randomName()).rejects.toBeUndefined()
  gives(new Uint8Array(31))
  await expect(randomName()).rejects.toThrow('too few')
})
