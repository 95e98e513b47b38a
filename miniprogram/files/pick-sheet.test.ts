import Taro from '@tarojs/taro'
import { pickSheet } from './pick-sheet'

jest.mock('@tarojs/taro', () => ({ __esModule: true, default: { chooseMessageFile: jest.fn() } }))

const chosen = (name: string, size = 10) =>
  jest.mocked(Taro.chooseMessageFile).mockResolvedValue({
    errMsg: 'ok',
    tempFiles: [{ name, path: 'tmp/1', size, time: 0, type: 'file' }],
  })

test.each([
  ['名单.xlsx', 'ok'],
  ['名单.CSV', 'ok'],
  ['名单.xls', 'wrongType'],
  ['名单', 'wrongType'],
])('%s is %s', async (name, kind) => {
  chosen(name)
  expect((await pickSheet()).kind).toBe(kind)
})

test('a file of no bytes is not taken', async () => {
  chosen('a.csv', 0)
  expect(await pickSheet()).toEqual({ kind: 'nothing' })
})

test.each([
  ['chooseMessageFile:fail cancel', 'canceled'],
  ['chooseMessageFile:fail privacy permission is not authorized', 'refused'],
])('%s is %s', async (errMsg, kind) => {
  jest.mocked(Taro.chooseMessageFile).mockRejectedValue({ errMsg })
  expect((await pickSheet()).kind).toBe(kind)
})
