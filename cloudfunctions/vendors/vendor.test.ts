import { configureVendors } from './registry'

test('an empty variable counts as not set, also one that may be left out', () => {
  const needed = { ESIGN_ENVIRONMENT: 'test', ESIGN_APP_ID: 'app-value', ESIGN_APP_SECRET: 'secret-value' }
  const empty = { ESIGN_PRODUCT: '', ESIGN_AUTHENTICATION: '', ESIGN_LINK_HOSTS: '' }
  expect(configureVendors({ ...needed, ...empty }).problems).toEqual([])
  expect(configureVendors({ ...needed, ESIGN_PRODUCT: ' ' }).problems).toHaveLength(1)
})
