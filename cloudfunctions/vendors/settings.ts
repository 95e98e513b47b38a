import * as v from 'valibot'
import { isPublicHost } from '../platform/publicAddress'

/** The pieces that settings of vendors are made of. Every message goes on from the name of a variable: `ESS_… is missing`. */

/** Environment variables; an empty one counts as not set. */
export type Env = Record<string, string | undefined>

/** Every key is given a value, so that what is missing is told by our own sentence. */
const said = v.optional(v.string(), '')

export const text = v.pipe(said, v.nonEmpty('is missing'))

export const environment = v.pipe(said, v.picklist(['production', 'test'], 'must be "production" or "test"'))

/** Without the slash at its end; null: the vendor's own host. */
export const baseUrl = v.pipe(
  said,
  v.transform(url => url.replace(/\/+$/, '') || null),
)

export const optionalText = v.pipe(
  said,
  v.transform(value => value || null),
)

/** Hosts beside the known ones to which a vendor sends users, separated by commas. */
export const linkHosts = v.pipe(
  said,
  v.transform(value =>
    value
      .split(',')
      .map(host => host.trim().toLowerCase())
      .filter(Boolean),
  ),
  v.check(
    list => list.every(host => /^[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63}){1,8}$/.test(host) && isPublicHost(host)),
    'must be hosts separated by commas, such as links.example.com',
  ),
)

/** A key of exactly so many bytes, as text; null: there is none. */
export const keyOf = (bytes: number) =>
  v.pipe(
    optionalText,
    v.check(key => key === null || Buffer.byteLength(key) === bytes, `must be ${bytes} characters`),
  )

/** On with `1`. */
export const flag = v.pipe(
  said,
  v.transform(value => value === '1'),
)

export const choice = <const O extends readonly [string, string]>(options: O, fallback: O[number]) =>
  v.optional(v.picklist(options, `must be "${options[0]}" or "${options[1]}"`), () => fallback)

/** A number from 1 on, or else this. */
export const countOr = <F extends number | null>(fallback: F) =>
  v.pipe(
    said,
    v.transform(value => (value === '' ? fallback : Number(value))),
    v.check(
      value => value === null || (Number.isFinite(value) && value >= 1),
      'must be a number of at least 1',
    ),
  )

export const neededForNotices = 'is missing: in production a notice that nothing proves is refused'

export const httpsOnly = 'must be https, and no private, loopback or metadata address, in production'

/** Whether secrets are safe on the way there, and go to nobody inside. */
export function isSecure(where: 'production' | 'test', url: string | null): boolean {
  if (where === 'test' || url === null) return true
  try {
    const { protocol, hostname } = new URL(url)
    return protocol === 'https:' && isPublicHost(hostname)
  } catch {
    return false
  }
}
