/** `npm run sandbox`: the vendor simulators alone, until Ctrl-C. */
import { startVendors } from './registry'

async function main(): Promise<void> {
  const vendors = await startVendors()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      vendors.close().then(() => process.exit(0))
    })
  }
  for (const { row, server } of vendors.servers) console.log(`${row.label} simulator: ${server.url}`)
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
