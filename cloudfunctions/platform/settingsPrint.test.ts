import { configureVendors, isVendorSetting } from '../vendors/registry'
import { readConfig, settingNames } from './config'
import { createVault } from './crypto'
import { settingsPrint } from './settingsPrint'

const key = Buffer.alloc(32, 1)
const vault = createVault({ seal: [{ id: 'k1', key }], lookup: key })
const isOurs = (name: string) => settingNames.includes(name) || isVendorSetting(name)

test('every variable the configuration reads is named', () => {
  const read = new Set<string>()
  const env = new Proxy<Record<string, string | undefined>>(
    {},
    {
      get(_target, name) {
        read.add(String(name))
        return undefined
      },
    },
  )
  expect(() => readConfig(env)).toThrow()
  // What other rooms ask about as well: the environments of vendors.
  expect([...read].filter(name => !isVendorSetting(name) && !/_ENVIRONMENT$/.test(name)).sort()).toEqual(
    [...settingNames].sort(),
  )
})

test('names of what is set, and no value', () => {
  const env = { SUPPORT_PHONE: '10020033001', POLL_SECONDS: '', ESS_SECRET_ID: 'AKIDexample', PATH: '/bin' }
  const print = settingsPrint(env, isOurs, vault)
  expect(print).toEqual({ names: ['ESS_SECRET_ID', 'SUPPORT_PHONE'], hash: expect.any(String) })
  // Computed with openssl: functions of one version tell by it whether they are set alike.
  expect(print.hash).toBe('9888d463089e')
})

test('the hash changes with every value and name of ours, and with no other', () => {
  const hash = (env: Record<string, string>) => settingsPrint(env, isOurs, vault).hash
  const env = { PROOF: 'attempt', SUPPORT_PHONE: '1' }
  expect(hash({ ...env, TENCENTCLOUD_RUNENV: 'SCF' })).toBe(hash(env))
  expect(hash({ SUPPORT_PHONE: '1', PROOF: 'attempt' })).toBe(hash(env))
  expect(hash({ ...env, PROOF: 'account' })).not.toBe(hash(env))
  expect(hash({ PROOF: 'attempt' })).not.toBe(hash(env))
})

test('an API is where its settings say, and nowhere for a vendor that is off', () => {
  expect(configureVendors({}).bases.size).toBe(0)
  const { bases } = configureVendors({
    ESIGN_APP_ID: '7438000001',
    ESIGN_APP_SECRET: 'secret',
    ESIGN_ENVIRONMENT: 'test',
  })
  expect([...bases]).toEqual([['esign', 'https://smlopenapi.esign.cn']])
})
