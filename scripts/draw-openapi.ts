import { readFile, writeFile } from 'node:fs/promises'
import { openApiDocument } from './openapi'

/** `npm run docs:openapi`: draws docs/openapi.json from the schemas that check the input of the server API. */
async function main() {
  const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string }
  await writeFile('docs/openapi.json', `${JSON.stringify(openApiDocument(version), null, 2)}\n`)
}

main().catch(error => {
  console.error(error)
  process.exitCode = 1
})
