import { createCaller } from '../../cloudfunctions/vendors/call'
import type { Capabilities, Driver } from '../../cloudfunctions/vendors/driver'
import { configureVendors } from '../../cloudfunctions/vendors/registry'
import { simulatedVendors, vendorSettings } from '../../sandbox/vendors/registry'
import type { Bench } from './bench'
import { benches } from './benches'

/** What a suite is told of a vendor. `bench` is there while its tests run. */
export interface VendorAtBench {
  capabilities: Capabilities
  readonly bench: Bench
}

const never = async () => {
  throw new Error('nobody is called')
}
/** Built by the product's own registry: its capabilities say what it must pass. */
export const drivers: ReadonlyMap<string, Driver> = configureVendors(vendorSettings({})).create({
  http: never,
  createCaller: () => createCaller({ retries: 0, firstPauseMs: 1 }),
  clock: () => 0,
  qrImage: never,
  tokens: { get: never, invalidate: never },
  createPace: () => never,
})

/** One block of tests for each bench of each vendor of the registry that can do this. */
export function describeEveryVendor(
  what: string,
  can: (capabilities: Capabilities) => boolean,
  tell: (vendor: VendorAtBench) => void,
): void {
  for (const { id } of simulatedVendors) {
    const capabilities = drivers.get(id)?.capabilities
    if (!capabilities) throw new Error(`${id} is in no registry, or its settings are wrong`)
    if (!can(capabilities)) continue
    for (const { name, open } of benches[id]) {
      describe(`${name}, ${what}`, () => {
        let opened: Awaited<ReturnType<typeof open>> | undefined
        beforeAll(async () => {
          opened = await open()
        })
        afterAll(() => opened?.close())
        tell({
          capabilities,
          get bench() {
            if (!opened) throw new Error('the bench is open while a test runs')
            return opened
          },
        })
      })
    }
  }
}
