import { createWorld } from '../../../test/support/world'
import { brandOf, brandView } from './brand'

const logo = 'cloud://env/brand/logo.png'
const brand = {
  _id: 'brand',
  version: 1,
  name: '示例集团',
  color: '#017a3b',
  operator: 'o_1',
  at: 1,
} as const

test('a brand is shown as it was set, its logo by an address that works for an hour', async () => {
  const { deps, store } = createWorld()
  expect(await brandOf(deps)).toBeNull()
  await store.insert('brands', { ...brand, logo })
  const address = jest.spyOn(deps.files, 'address')
  expect(await brandOf(deps)).toEqual({
    name: '示例集团',
    color: '#017a3b',
    logo: 'https://files.example/brand/logo.png',
  })
  expect(address).toHaveBeenCalledWith(logo, 3600)
})

test('without a logo nothing is asked; one that cannot be had is left out', async () => {
  const { deps } = createWorld()
  deps.files.address = jest.fn(() => Promise.reject(new Error('away')))
  expect(await brandView(deps, { ...brand, logo: null })).toMatchObject({ logo: null })
  expect(deps.files.address).not.toHaveBeenCalled()
  expect(await brandView(deps, { ...brand, logo })).toMatchObject({ name: '示例集团', logo: null })
})
