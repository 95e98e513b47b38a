import type * as Hooks from '../../test/support/hooks'
import type * as Stand from '../../test/support/taro'

jest.mock('@tarojs/taro', () => jest.requireActual('../../test/support/taro'))
jest.mock('react', () => jest.requireActual('../../test/support/hooks'))

const config = (version: string) => ({
  vendors: [],
  vendorNames: {},
  policy: { version },
  jumps: {},
  support: null,
  pollSeconds: 3,
})

/** The app as it begins, on a phone of its own: nothing is known of today. */
function begun(last?: object) {
  let app: (typeof import('./use-config') & typeof Hooks & typeof Stand) | undefined
  jest.isolateModules(() => {
    const [hooks, stand] = [require('../../test/support/hooks'), require('../../test/support/taro')]
    app = { ...hooks, ...stand, ...require('./use-config') }
  })
  if (!app) throw new Error('not loaded')
  app.phone.answers('config.get', () => config('today'))
  if (last) app.phone.can('getStorageSync', () => last)
  return app
}

test('the settings are asked for once while the app lives, however many want to know', async () => {
  const { phone, mount, useConfig, knownConfig } = begun()
  const [one, other] = [mount(useConfig), mount(useConfig)]
  expect(one()).toMatchObject({ config: null, failure: null })
  expect((await one.settled()).config).toEqual(config('today'))
  expect((await other.settled()).config).toEqual(config('today'))
  expect(await knownConfig()).toEqual(config('today'))
  expect((await mount(useConfig).settled()).config).toEqual(config('today'))
  expect(phone.inputs('config.get')).toHaveLength(1)
  expect(phone.given('setStorage')).toEqual([{ key: 'settings', data: config('today') }])
})

test('those of the last visit are shown until today’s are there, and are never taken for today’s', async () => {
  const { phone, refused, mount, useConfig, knownConfig } = begun()
  let looks = 0
  phone.can('getStorageSync', (key: string) => {
    if (key === 'settings') looks += 1
    return config('last')
  })
  const page = mount(useConfig)
  mount(useConfig)
  expect(page()).toMatchObject({ config: config('last'), failure: null })
  expect(looks).toBe(1)
  phone.answers('config.get', () => refused('NETWORK'))
  await expect(knownConfig()).resolves.toEqual(config('today'))
  expect((await page.settled()).config).toEqual(config('today'))
})

test('a failure is shown where nothing is known, and can be tried again', async () => {
  const { phone, refused, mount, useConfig, knownConfig } = begun()
  phone.answers('config.get', () => refused('NETWORK'))
  const page = mount(useConfig)
  expect(await page.settled()).toMatchObject({ config: null, failure: { code: 'NETWORK' } })
  await expect(knownConfig()).rejects.toMatchObject({ code: 'NETWORK' })
  phone.answers('config.get', () => config('today'))
  page().reload()
  expect(page().failure).toBeNull()
  expect(await page.settled()).toMatchObject({ config: config('today'), failure: null })
})

test('with those of the last visit a failure disturbs nobody', async () => {
  const { phone, refused, mount, useConfig } = begun(config('last'))
  phone.answers('config.get', () => refused('NETWORK'))
  const page = mount(useConfig)
  expect(await page.settled()).toMatchObject({ config: config('last'), failure: null })
})
