import { buildFunctions } from './build-functions'
import { buildWeapp } from './build-weapp'

/** `npm run build`: the two things that are uploaded, dist/weapp and dist/cloudfunctions. `--force` builds anew. */
async function main() {
  const started = Date.now()
  const force = process.argv.includes('--force')
  await buildFunctions({ force })
  await buildWeapp({ force })
  console.log(`built in ${((Date.now() - started) / 1000).toFixed(1)} s`)
}

main().catch(error => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
