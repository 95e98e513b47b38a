import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { openApiDocument } from './openapi'

const committed = async () => JSON.parse(await readFile('docs/openapi.json', 'utf8'))

test('the committed document is what the schemas draw: npm run docs:openapi', async () => {
  const { version } = JSON.parse(await readFile('package.json', 'utf8'))
  expect(await committed()).toEqual(JSON.parse(JSON.stringify(openApiDocument(version))))
})

test('it is a valid OpenAPI 3.1 document, and small enough to be served', async () => {
  // The published validator, as a program of its own: it is an ES module.
  const program = 'node_modules/@seriousme/openapi-schema-validator/bin/validate-api-cli.js'
  const { stdout } = await promisify(execFile)(process.execPath, [program, 'docs/openapi.json'])
  expect(JSON.parse(stdout)).toEqual({ valid: true })
  expect((await committed()).openapi).toBe('3.1.0')
  expect(JSON.stringify(await committed()).length).toBeLessThan(100 * 1024)
})
