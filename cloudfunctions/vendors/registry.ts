import type { VendorId } from '../domain/words'
import type { Clock } from '../platform/clock'
import type { Config } from '../platform/config'
import type { Http } from '../platform/http'
import type { QrImage } from '../platform/qr'
import type { Caller } from './call'
import type { Driver } from './driver'
import { createQiyuesuo } from './qiyuesuo'

export type Drivers = ReadonlyMap<VendorId, Driver>

export interface Ports {
  http: Http
  /** A retry policy and breaker of its own for every vendor. */
  createCaller: () => Caller
  clock: Clock
  qrImage: QrImage
}

/** The drivers of the vendors that are configured: one line a vendor. */
export function createDrivers({ qiyuesuo }: Config, { http, createCaller, clock, qrImage }: Ports): Drivers {
  const drivers = [qiyuesuo && createQiyuesuo({ ...qiyuesuo, http, clock, qrImage, call: createCaller() })]
  return new Map(drivers.flatMap(driver => (driver ? [[driver.id, driver]] : [])))
}
