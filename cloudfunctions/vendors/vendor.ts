import * as v from 'valibot'
import type { Texts, VendorId } from '../domain/words'
import type { Clock } from '../platform/clock'
import type { Http } from '../platform/http'
import type { Pace } from '../platform/pace'
import type { QrImage } from '../platform/qr'
import type { SharedToken } from '../platform/sharedToken'
import type { Caller } from './call'
import type { Driver, Jumps } from './driver'
import { guarded } from './jumps'
import type { Env } from './settings'

export interface Ports {
  http: Http
  /** A retry policy and breaker of its own for every vendor. */
  createCaller: (vendor: VendorId) => Caller
  clock: Clock
  qrImage: QrImage
  /** One token of a vendor for all instances. */
  tokens: SharedToken
  /** Places in the row of calls, over all instances; so many calls of each action a second. */
  createPace: (perSecond: number) => Pace
}

/** What a driver is handed beside its settings. */
export type Tools = Omit<Ports, 'createCaller'> & { call: Caller }

/** What a vendor's `settings.ts` says. */
export interface Settings<S> {
  /** The name of its folder. */
  id: VendorId
  name: Texts
  /** Where a person is verified, in half a sentence: beneath the name where there is a choice. */
  note: Texts
  /** The vendor is on when this variable is set. */
  on: string
  /** Its environment variables, and what the driver is given of them. */
  schema: v.GenericSchema<unknown, S>
  /** Where its API is, without a slash at the end. */
  base: (settings: S) => string
  /** Where it sends users. */
  jumps: (settings: S) => Jumps
}

/** A row of the registry. */
export interface Vendor extends Pick<Settings<unknown>, 'id' | 'name' | 'note'> {
  configure(env: Env): Configured
}

export interface Configured {
  /** Every variable that is missing or malformed, by name and never by value. */
  problems: string[]
  /** null: the vendor is off, or cannot be on like that. */
  create: ((ports: Ports) => Driver) | null
  /** Where its API is; null: as above. */
  base: string | null
}

export function defineVendor<S extends object>(
  { id, name, note, on, schema, base, jumps }: Settings<S>,
  createDriver: (options: S & Tools) => Driver,
): Vendor {
  return { id, name, note, configure }

  function configure(env: Env): Configured {
    if (!env[on]) return { problems: [], create: null, base: null }
    const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value))
    const { success, output, issues } = v.safeParse(schema, set)
    if (!success)
      return {
        problems: issues.map(issue => `${v.getDotPath(issue)} ${issue.message}`),
        create: null,
        base: null,
      }
    const create = ({ createCaller, ...ports }: Ports) =>
      guarded(createDriver({ ...output, ...ports, call: createCaller(id) }), jumps(output))
    return { problems: [], create, base: base(output) }
  }
}
