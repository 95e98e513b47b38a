import { phone } from '../../test/support/taro'
import { keep, ownPath, safeName } from './own-files'

jest.mock('@tarojs/taro', () => jest.requireActual('../../test/support/taro'))

test('the file of before is gone once another is to lie there, and only then', () => {
  const removed: string[] = []
  phone.can('getFileSystemManager', () => ({
    unlink: ({ filePath }: { filePath: string }) => removed.push(filePath),
  }))
  for (const name of ['a.csv', 'a.csv', 'b.csv']) ownPath(name)
  expect(removed).toEqual(['user/a.csv'])
})

test('what the server answered is written as it came, or the phone says why not', async () => {
  const written: object[] = []
  phone.can('getFileSystemManager', () => ({
    unlink: () => {},
    writeFile: ({
      filePath,
      data,
      encoding,
      success,
    }: {
      filePath: string
      data: string
      encoding: string
      success: () => void
    }) => {
      written.push({ filePath, data, encoding })
      success()
    },
  }))
  expect(await keep('表.xlsx', 'AAAA')).toBe('user/表.xlsx')
  expect(written).toEqual([{ filePath: 'user/表.xlsx', data: 'AAAA', encoding: 'base64' }])
  phone.isFull()
  await expect(keep('表.xlsx', 'AAAA')).rejects.toBeUndefined()
})

test.each([
  ['名单 1.csv', '名单-1.csv'],
  ['a/b\\c:d*e?f"g<h>i|j.PDF', 'a-b-c-d-e-f-g-h-i-j.PDF'],
  ['a  /  b.csv', 'a-b.csv'],
  ['../../a.xlsx', 'a.xlsx'],
  ['my-data-2023-11-15.json', 'my-data-2023-11-15.json'],
  ['.-.csv', 'csv.xlsx'],
  ['a.csv.exe', 'a.csv.exe.xlsx'],
  ['', 'file.xlsx'],
])('%s is kept as %s', (name, safe) => {
  expect(safeName(name)).toBe(safe)
})
