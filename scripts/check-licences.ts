import { readFileSync } from 'node:fs'
import { isRecord } from '../sandbox/record'

/** Part of `npm run lint`: whatever may end up in what is shipped is under a licence that lets everybody do with it as ours does. */
const allowed = new Set([
  'MIT',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'BlueOak-1.0.0',
  'Unlicense',
  'CC0-1.0',
  'Python-2.0',
  'MIT-0',
  'OFL-1.1',
])

/** Without a word about it in the package itself, or not shipped although the lockfile cannot know. */
const known: Readonly<Record<string, string>> = {
  'node_modules/@cloudbase/signature-nodejs': 'part of wx-server-sdk; its package names no licence',
  'node_modules/@cloudbase/wx-cloud-client-sdk': 'part of wx-server-sdk; its package names no licence',
  'node_modules/caniuse-lite': 'CC-BY-4.0 data of the build; nothing of it is in what is shipped',
}

/** `MIT OR GPL-2.0` leaves the choice; `A AND B` does not. */
const isAllowed = (licence: string): boolean =>
  licence
    .replace(/[()]/g, '')
    .split(' OR ')
    .some(choice => choice.split(' AND ').every(each => allowed.has(each.trim())))

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Record<string, unknown>
}
const shipped = Object.entries(packages).filter(
  (entry): entry is [string, Record<string, unknown>] =>
    entry[0] !== '' && isRecord(entry[1]) && entry[1].dev !== true && entry[1].devOptional !== true,
)
const wrong = shipped.filter(
  ([name, { license }]) => !(name in known) && (typeof license !== 'string' || !isAllowed(license)),
)
for (const [name, { license }] of wrong)
  console.error(`${name}: ${String(license ?? 'no licence')} is not among the licences that may be shipped`)
if (wrong.length > 0) process.exitCode = 1
else console.log(`licences of ${shipped.length} packages that may be shipped: allowed`)
