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
    sentence: 'must be random in production: make new keys as the README shows',
  },
  {
    name: 'LOOKUP_KEY',
    isWeak: key => isTooRegular(key),
    sentence: 'must be random in production: make a new key as the README shows',
  },
  {
    name: 'CALLBACK_BASE_URL',
    isWeak: url => !url.startsWith('https://'),
    sentence: 'must be https in production: the address of a notice is its proof',
  },
  {
    name: 'VENDOR_TIMEOUT_MS',
    isWeak: ms => Number(ms) > 20_000,
    sentence: 'must be at most 20000 in production: a vendor that hangs would hold every instance',
  },
]

/** Fewer different bytes than this among 32 are no accident: random ones have about 30. */
const leastDifferent = 16

function isTooRegular(base64: string): boolean {
  return new Set(Buffer.from(base64, 'base64')).size < leastDifferent
}

/** Settings that would weaken production, each with what to do. None where every vendor is a test. */
export function weakSettings(env: Env): string[] {
  const isProduction = Object.entries(env).some(
    ([name, value]) => name.endsWith('_ENVIRONMENT') && value === 'production',
  )
  if (!isProduction) return []
  return weaknesses.flatMap(({ name, isWeak, sentence }) => {
    const value = env[name]
    return value && isWeak(value) ? [`${name} ${sentence}`] : []
  })
}
