import path from 'node:path'
import { buildFunctions, watchFunctions } from '../scripts/build-functions'
import { buildWeapp, watchWeapp } from '../scripts/build-weapp'
import { startExample } from './example'
import { explain } from './placed'
import { readExamplePort, readSettings, sandboxOperatorCode } from './settings'
import { startStack } from './stack'
import { simulatedVendors } from './vendors/registry'

/**
 * `npm start`: builds what is not built, starts the local world, says where it is, and stops cleanly on Ctrl+C.
 * `--watch` (`npm run dev`) builds again whenever a source changes.
 */
async function main(): Promise<void> {
  const settings = readSettings()
  console.log('building the cloud functions and the mini-program (the first time takes about 20 s) …')
  await buildFunctions()
  await buildWeapp()
  let example: Awaited<ReturnType<typeof startedExample>> = null
  const stack = await startStack(settings, { businessSystem: () => example?.url ?? null })
  const watching = process.argv.includes('--watch')
  const stopWatching = watching ? [await watchFunctions(), await watchWeapp()] : []
  example = await startedExample(stack.cloud.url, settings.dataDir)
  stopOnSignal(async () => {
    await example?.close()
    for (const stop of stopWatching) await stop()
    await stack.close()
  })
  for (const { id, name } of simulatedVendors) console.log(`${name} simulator  ${stack.vendors[id].url}`)
  console.log(`local cloud  ${stack.cloud.url}`)
  if (example) console.log(`business system  ${example.url}`)
  console.log(`operator code  ${sandboxOperatorCode}  (工作台 → 成为操作员)`)
  console.log(`ready ${stack.url}`)
}

/** A made-up business system beside it, so that the whole circle can be seen. The rest goes on without it. */
async function startedExample(cloudUrl: string, dataDir: string) {
  const port = readExamplePort()
  const file = path.join(dataDir, 'business-system.db')
  try {
    return await startExample({ port, hubUrl: `${cloudUrl}/http/server/v1`, file })
  } catch {
    console.log(`business system       not started: port ${port} is taken? Move it with EXAMPLE_PORT`)
    return null
  }
}

function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      // A second Ctrl+C does not wait.
      if (stopping) process.exit(1)
      stopping = true
      stop().then(
        () => process.exit(0),
        error => {
          console.error(error)
          process.exit(1)
        },
      )
    })
  }
}

main().catch(error => {
  console.error(explain(error, 'npm start'))
  process.exit(1)
})
