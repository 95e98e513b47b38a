import path from 'node:path'

/** Functions to compare with, as they would be written without this product. */

/** What a call costs before anything is done. */
export const empty = 'exports.main = async () => ({ ok: true })\n'

const sdk = JSON.stringify(path.resolve('node_modules/wx-server-sdk'))

/** What a start asks of the database and of the vendor, one after the other and with nothing in between. */
export const byHand = `
const cloud = require(${sdk})
const http = require('node:http')
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
const ask = url => new Promise((resolve, reject) => {
  http.get(url, { agent: false }, answer => { answer.resume(); answer.on('end', resolve) }).on('error', reject)
})
exports.main = async ({ url }) => {
  const all = cloud.database().collection('counters')
  const { _id } = await all.add({ data: { value: 0 } })
  for (let each = 0; each < 8; each++) await all.where({ _id }).get()
  for (let each = 0; each < 6; each++) await all.where({ _id }).update({ data: { value: each } })
  await ask(url)
  return { ok: true }
}
`
