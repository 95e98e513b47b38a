type Env = Record<string, string | undefined>

/** What must not be so where real people are verified. `isWeak` sees only settings that are set. */
const weaknesses: readonly { name: string; isWeak: (value: string) => boolean; sentence: string }[] = [
  {
    name: 'OPERATOR_SETUP_CODE',
    isWeak: code => code.length < 16,
    sentence: 'must be 16 random characters or more in production: whoever guesses it owns everything',
  },
  {
    name: 'SEAL_KEYS',
    isWeak: keys => keys.split(',').some(entry => isTooRegular(entry.slice(entry.indexOf(':') + 1))),
    sentence: 'must be random in production: make new keys as docs/deployment.md shows',
  },
  {
    name: 'LOOKUP_KEY',
    isWeak: key => isTooRegular(key),
    sentence: 'must be random in production: make a new key as docs/deployment.md shows',
  },
  {
    name: 'CALLBACK_BASE_URL',
    isWeak: url => !url.startsWith('https://'),
    sentence: 'must be https in production: the address of a notice is its proof',
  },
]

/** Fewer different bytes than this among 32 are no accident: random ones have about 30. */
const leastDifferent = 16

function isTooRegular(base64: string): boolean {
  return new Set(Buffer.from(base64, 'base64')).size < leastDifferent
}

/** What the documentation and the local world show: known to everybody. */
const examples: ReadonlySet<string> = new Set([
  'c2FuZGJveC1zZWFsLWtleS1mb3ItbG9jYWwtb25seSE=',
  'c2FuZGJveC1sb29rdXAta2V5LWxvY2FsLW9ubHktISE=',
  'sandbox-operator',
  'sandbox-app-token',
  'sandbox-app-secret',
  'sandbox-callback',
  'AKIDsandbox',
  'sandbox-secret-key',
  'yDsandboxOperator',
  'sandbox-ess-callback-token',
  'sandbox-ess-callback-key-32chars',
  '7438000001',
  'sandbox-esign-secret',
])

/** A value, or one key of a list of keys. */
function isExample(value: string): boolean {
  return value.split(',').some(entry => examples.has(entry.slice(entry.indexOf(':') + 1)))
}

/** Whether any vendor is the real one. */
export function isProduction(env: Env): boolean {
  return Object.entries(env).some(([name, value]) => name.endsWith('_ENVIRONMENT') && value === 'production')
}

/** Settings that would weaken production, each with what to do. None where every vendor is a test. */
export function weakSettings(env: Env): string[] {
  if (!isProduction(env)) return []
  const shown = Object.entries(env).flatMap(([name, value]) =>
    value && isExample(value)
      ? [`${name} must be your own in production: this value stands in the documentation`]
      : [],
  )
  const weak = weaknesses.flatMap(({ name, isWeak, sentence }) => {
    const value = env[name]
    return value && !isExample(value) && isWeak(value) ? [`${name} ${sentence}`] : []
  })
  return [...shown, ...weak]
}
