import type { Texts, VendorId } from '../domain/words'
import type { Driver } from './driver'
import { esign } from './esign'
import { ess } from './ess'
import { qiyuesuo } from './qiyuesuo'
import type { Env } from './settings'
import type { Ports, Vendor } from './vendor'

/** The vendors there are, the usual one first. docs/adding-a-vendor.md */
export const vendors: readonly Vendor[] = [
  qiyuesuo, //
  ess,
  esign,
]

export type Drivers = ReadonlyMap<VendorId, Driver>

/** What all are called, those that are off too: what they did before still has a name. */
export const vendorNames: Readonly<Record<string, Texts>> = Object.fromEntries(
  vendors.map(({ id, name }) => [id, name]),
)

/** Variables of a vendor begin with its id. */
export const isVendorSetting = (name: string): boolean =>
  vendors.some(({ id }) => name.startsWith(`${id.toUpperCase()}_`))

/** The drivers of the vendors whose settings are there, where their APIs are, and what is wrong with those settings. */
export function configureVendors(env: Env): {
  problems: string[]
  bases: ReadonlyMap<VendorId, string>
  create: (ports: Ports) => Drivers
} {
  const configured = vendors.map(({ id, configure }) => ({ id, ...configure(env) }))
  const isSetUp = (wanted: string | undefined) =>
    !wanted || configured.some(({ id, create }) => id === wanted && create !== null)
  return {
    bases: new Map(configured.flatMap(({ id, base }) => (base === null ? [] : [[id, base] as const]))),
    problems: [
      ...configured.flatMap(({ problems }) => problems),
      ...(isSetUp(env.DEFAULT_VENDOR) ? [] : ['DEFAULT_VENDOR must be a vendor that is set up']),
    ],
    create: ports =>
      new Map(
        configured.flatMap(({ create }) => {
          const driver = create?.(ports)
          return driver ? [[driver.id, driver]] : []
        }),
      ),
  }
}
