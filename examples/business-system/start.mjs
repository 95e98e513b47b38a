// @ts-check
import { startExample } from './server.mjs'

const { EXAMPLE_PORT = '8691', REALNAME_HUB_URL = 'http://127.0.0.1:8690/http/server/v1' } = process.env

const example = await startExample({
  host: '127.0.0.1',
  port: Number(EXAMPLE_PORT),
  hubUrl: REALNAME_HUB_URL,
  file: process.env.EXAMPLE_FILE ?? 'suppliers.db',
  ...(process.env.REALNAME_HUB_KEY && { key: process.env.REALNAME_HUB_KEY }),
})
// Only when another process started it: it ends with that one.
process.once('disconnect', () => process.exit(0))
console.log(`business system ${example.url}`)
