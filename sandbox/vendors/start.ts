/** `npm run sandbox`: the vendor simulators alone, until Ctrl-C. */
import { explain } from '../placed'
import { readSettings } from '../settings'
import { simulatedVendors, startVendors } from './registry'

async function main(): Promise<void> {
  const { host, vendorPorts } = readSettings()
  const vendors = await startVendors(host, vendorPorts)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      vendors.close().then(() => process.exit(0))
    })
  }
  for (const { id, name } of simulatedVendors) console.log(`${name} simulator: ${vendors.simulators[id].url}`)
}

main().catch((error: unknown) => {
  console.error(explain(error, 'npm run sandbox'))
  process.exitCode = 1
})
