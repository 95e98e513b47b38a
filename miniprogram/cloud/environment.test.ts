let envVersion = 'release'
jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: { getAccountInfoSync: () => ({ miniProgram: { envVersion } }) },
}))

import { cloudEnvironment } from './environment'

const environments = { trial: 'hub-test', release: 'hub-live' }

test.each([
  ['release', { env: 'hub-live' }],
  ['trial', { env: 'hub-test' }],
  ['develop', {}],
])('the version %s is told %j', (version, told) => {
  envVersion = version
  expect(cloudEnvironment(environments)).toStrictEqual(told)
})
