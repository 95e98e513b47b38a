import { phone } from '../../../../test/support/taro'
import { download } from './download'

jest.mock('@tarojs/taro', () => jest.requireActual('../../../../test/support/taro'))

beforeEach(() => phone.reset())

test('what is at the address lies on the phone under its name', async () => {
  phone.can('downloadFile', async () => ({ statusCode: 200 }))
  expect(await download('https://files.example/1', '名单 1.csv')).toEqual({
    name: '名单-1.csv',
    filePath: 'user/名单-1.csv',
  })
  expect(phone.given('downloadFile')).toEqual([
    { url: 'https://files.example/1', filePath: 'user/名单-1.csv' },
  ])
})

test.each([
  async () => ({ statusCode: 403 }),
  async () => {
    throw new Error('no network')
  },
])('what cannot be had is none', async answer => {
  phone.can('downloadFile', answer)
  expect(await download('https://files.example/1', 'a.csv')).toBeNull()
})
