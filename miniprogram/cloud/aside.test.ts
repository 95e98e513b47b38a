import { phone, refused } from '../../test/support/taro'
import { callAside } from './aside'

jest.mock('@tarojs/taro', () => jest.requireActual('../../test/support/taro'))

test('what a page does as well without fails without a word', async () => {
  phone.answers('message.accept', () => ({ kept: true }))
  const input = { id: 'v_1', kinds: ['result'] } as const
  expect(await callAside('message.accept', Object(input))).toEqual({ kept: true })
  phone.answers('message.accept', () => refused('BUSY'))
  expect(await callAside('message.accept', Object(input))).toBeNull()
})
