import { mount } from '../../../../test/support/hooks'
import { phone } from '../../../../test/support/taro'

import { useShare } from './use-share'

jest.mock('@tarojs/taro', () => jest.requireActual('../../../../test/support/taro'))
jest.mock('react', () => jest.requireActual('../../../../test/support/hooks'))

beforeEach(() => phone.reset())

test('the card leads to the invitation once its code is known, and never shows the page', async () => {
  const code = Object({ page: 'packages/verify/invitation/index?token=t' })
  const config = Object({ policy: { controller: '示例公司' } })
  const card = async (...given: Parameters<typeof useShare>) => {
    phone.reset()
    mount(() => useShare(...given))
    return (await phone.happens('share')) as { title: string; path: string; imageUrl: string }
  }
  const imageUrl = '/assets/share.png'
  const known = await card('入职', code, config)
  expect(known).toMatchObject({ path: '/packages/verify/invitation/index?token=t', imageUrl })
  expect(known.title).toContain('示例公司')
  expect(known.title).toContain('入职')
  const nobody = await card('入职', code, null)
  expect(nobody.title).toBe(known.title.replace('示例公司', ''))
  expect(await card('入职', null, config)).toEqual({
    title: expect.stringMatching(/./),
    path: '/pages/home/index',
    imageUrl,
  })
})
