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
  ['名单.xlsx.pdf', 'wrongType'],
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

test('what was picked is told as it is, and nothing is as giving up', async () => {
  chosen('名单.CSV')
  expect(await pickSheet()).toEqual({
    kind: 'ok',
    file: { path: 'tmp/1', name: '名单.CSV', size: 10, type: 'csv' },
  })
  expect(Taro.chooseMessageFile).toHaveBeenCalledWith({ count: 1, type: 'file' })
  jest.mocked(Taro.chooseMessageFile).mockResolvedValue({ errMsg: 'ok', tempFiles: [] })
  expect(await pickSheet()).toEqual({ kind: 'canceled' })
})
