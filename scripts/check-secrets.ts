import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** Part of `npm run lint`: no file that is committed holds what opens something. Names the file and the kind, never the secret. */
const kinds: readonly (readonly [string, RegExp])[] = [
  ['a private key', /-----BEGIN (?:[A-Z]{1,12} )?PRIVATE KEY-----\s*[A-Za-z0-9+/]{40}/],
  ['a secret id of Tencent Cloud', /\bAKID[A-Za-z0-9]{32}\b/],
  ['an access token of a code host', /\b(?:gh[pousr]_[A-Za-z0-9]{36}|glpat-[A-Za-z0-9_-]{20})\b/],
  ['an AppSecret', /secret["']?\s{0,3}[:=]\s{0,3}["']?[0-9a-f]{32}\b/i],
  ['a key of a business system', /\brnk_[0-9a-f]{16}_[0-9a-f]{64}\b/],
  ['a secret of a receiver', /\bwhsec_[A-Za-z0-9+/]{43}=/],
  [
    'a key that seals',
    /\b(?:SEAL_KEYS|LOOKUP_KEY)["']?\s{0,3}[:=]\s{0,3}["'`]?(?:[A-Za-z0-9]{1,16}:)?[A-Za-z0-9+/]{43}=/,
  ],
]

/** Larger files are fonts and pictures. */
const largest = 1_000_000
/** Made up for all to see: the keys of the local world and those of tests, which a real environment refuses. */
const fictitious = /(?:^|\/)[^/]+\.test\.tsx?$|^test\/|^sandbox\//

const files = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8', maxBuffer: 50_000_000 })
  .split('\0')
  .filter(file => file !== '' && !fictitious.test(file))
let found = 0
for (const file of files) {
  const bytes = readFileSync(file)
  if (bytes.length > largest || bytes.includes(0)) continue
  const text = bytes.toString('utf8')
  for (const [kind, pattern] of kinds) {
    if (!pattern.test(text)) continue
    found += 1
    console.error(`${file}: this looks like ${kind}; take it out and replace it where it is used`)
  }
}
if (found > 0) process.exitCode = 1
else console.log(`no secrets in ${files.length} files`)
