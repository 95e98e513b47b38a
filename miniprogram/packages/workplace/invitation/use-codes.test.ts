import { mount } from '../../../../test/support/hooks'
import { phone, refused } from '../../../../test/support/taro'

import { useCodes } from './use-codes'

jest.mock('@tarojs/taro', () => jest.requireActual('../../../../test/support/taro'))
jest.mock('react', () => jest.requireActual('../../../../test/support/hooks'))

let expiresAt: number
beforeEach(() => {
  phone.reset()
  expiresAt = Date.now() + 60_000
  phone.answers('invitation.code', ({ form }: { form: string }) => ({ page: `packages/${form}`, expiresAt }))
})
const asked = () => phone.inputs('invitation.code')

test('a code is made when somebody wants to see it, and not again while it is good', async () => {
  const page = mount(() => useCodes('i_1'))
  expect(page()).toMatchObject({ form: null, code: null, busy: false, failure: null })
  const choosing = page().choose('qr' as never)
  expect(page()).toMatchObject({ form: 'qr', code: null, busy: true })
  expect(await choosing).toMatchObject({ page: 'packages/qr' })
  expect(page()).toMatchObject({ code: { page: 'packages/qr' }, busy: false })
  expect(await page().choose('qr' as never)).toMatchObject({ page: 'packages/qr' })
  await page().choose('link' as never)
  expect(page()).toMatchObject({ form: 'link', code: { page: 'packages/link' } })
  expect(asked()).toEqual([
    { id: 'i_1', form: 'qr' },
    { id: 'i_1', form: 'link' },
  ])
})

test('one that is over is made again', async () => {
  const page = mount(() => useCodes('i_1'))
  expiresAt = Date.now()
  await page().choose('qr' as never)
  await page().choose('qr' as never)
  expect(asked()).toHaveLength(2)
})

test('what was forgotten is neither shown nor good, and a failure is shown', async () => {
  const page = mount(() => useCodes('i_1'))
  await page().choose('qr' as never)
  page().forget()
  expect(page()).toMatchObject({ form: null, code: null })
  phone.answers('invitation.code', () => refused('BUSY'))
  expect(await page().choose('qr' as never)).toBeNull()
  expect(page()).toMatchObject({ form: 'qr', code: null, busy: false, failure: { code: 'BUSY' } })
})
