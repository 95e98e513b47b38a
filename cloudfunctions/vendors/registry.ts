import type { VendorId } from '../domain/words'
import type { Clock } from '../platform/clock'
import type { Config } from '../platform/config'
import type { Http } from '../platform/http'
import type { Pace } from '../platform/pace'
import type { QrImage } from '../platform/qr'
import type { SharedToken } from '../platform/sharedToken'
import type { Caller } from './call'
import type { Driver } from './driver'
import { createEsign } from './esign'
import { createEss } from './ess'
import { createQiyuesuo } from './qiyuesuo'

export type Drivers = ReadonlyMap<VendorId, Driver>

export interface Ports {
  http: Http
  /** A retry policy and breaker of its own for every vendor. */
  createCaller: () => Caller
  clock: Clock
  qrImage: QrImage
  /** One token of a vendor for all instances. */
  tokens: SharedToken
  /** A place in the row of calls, over all instances. */
  pace: Pace
}

/** The drivers of the vendors that are configured: one line a vendor. */
export function createDrivers(
  { qiyuesuo, ess, esign }: Config,
  { createCaller, pace, tokens, ...ports }: Ports,
): Drivers {
  const drivers = [
    qiyuesuo && createQiyuesuo({ ...qiyuesuo, ...ports, call: createCaller() }),
    ess && createEss({ ...ess, ...ports, pace, call: createCaller() }),
    esign && createEsign({ ...esign, ...ports, tokens, call: createCaller() }),
  ]
  return new Map(drivers.flatMap(driver => (driver ? [[driver.id, driver]] : [])))
}
