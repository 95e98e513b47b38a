import { readFileSync } from 'node:fs'
import { weakSettings } from '../cloudfunctions/platform/weakSettings'
import { sandboxKeys, sandboxOperatorCode } from '../sandbox/settings'
import { vendorSettings } from '../sandbox/vendors/registry'

const local = { ...sandboxKeys, OPERATOR_SETUP_CODE: sandboxOperatorCode, ...vendorSettings({}) }
/** Words of ours rather than secrets: which environment, where, and what is on. */
const words = /_ENVIRONMENT$|_BASE_URL$|_LEGACY_INVITATIONS$/
const secrets = Object.entries(local).filter(([name]) => !words.test(name))

test.each(secrets)('%s of the local world is refused in production, with a sentence', (name, value) => {
  const problems = weakSettings({ ESS_ENVIRONMENT: 'production', [name]: value })
  expect(problems).toEqual([`${name} must be your own in production: this value stands in the documentation`])
  expect(weakSettings({ ESS_ENVIRONMENT: 'test', [name]: value })).toEqual([])
})

test('there are as many as there should be', () => {
  expect(secrets.length).toBeGreaterThan(10)
})

test.each(['README.md', 'README.en.md', 'docs/operations.md', 'docs/security.md', 'sandbox/README.md'])(
  'no key that %s prints opens production',
  file => {
    const keys = readFileSync(file, 'utf8').match(/[A-Za-z0-9+/]{43}=/g) ?? []
    for (const key of keys)
      expect([key, weakSettings({ ESS_ENVIRONMENT: 'production', LOOKUP_KEY: key }).length]).toEqual([key, 1])
  },
)
