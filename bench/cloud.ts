import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import type { Collections } from '../cloudfunctions/platform/store'
import { createDatabase } from '../sandbox/cloud/database'
import { encode } from '../sandbox/cloud/ejson'
import { openStore } from '../sandbox/cloud/store'
import type { QueryReport } from '../sandbox/cloud/types'
import { prepareCloud } from '../sandbox/prepare'
import { startCloudStore } from '../test/support/cloud-store'
import { invitationOf } from '../test/support/stored'

/**
 * `npm run bench:cloud`: durable adds a second into the local cloud, through the real SDK, with the indexes set-up makes;
 * then, in a process of its own, the memory one needs that holds 100,000 documents, and what a rare question costs
 * there. In one process the heap of the second, and what is still on its way to the disk, would slow down the first.
 * Never a test.
 */
const { values } = parseArgs({
  options: { adds: { type: 'string' }, documents: { type: 'string' }, holding: { type: 'boolean' } },
})
const adds = Number(values.adds ?? 2000)
const documents = Number(values.documents ?? 100_000)

const unique = (n: number): Collections['invitations'] =>
  invitationOf(n, { tokenHash: `token-${n}`, searchKeys: [`key-${n}`, `other-${n}`] })

async function writing(): Promise<void> {
  const { cloud, store, close } = await startCloudStore({ isSetUp: false })
  await prepareCloud(cloud)
  // From the first question on the indexes are kept.
  await store.find('invitations', { where: [['state', 'eq', 'pending']], limit: 1 })
  let next = 0
  for (const writers of [1, 16]) {
    const end = next + adds
    const since = performance.now()
    await Promise.all(
      Array.from({ length: writers }, async () => {
        while (next < end) await store.insert('invitations', unique(next++))
      }),
    )
    const seconds = (performance.now() - since) / 1000
    console.log(`${String(writers).padStart(2)} writers: ${Math.round(adds / seconds)} durable adds a second`)
  }
  await close()
}

function holding(): void {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'realname-hub-bench-'))
  try {
    const store = openStore(folder)
    store.createCollection('c')
    for (const fields of [['tokenHash'], ['-listKey'], ['searchKeys', '-listKey'], ['state', '-listKey']])
      store.addIndex('c', { name: fields.join(), fields })
    for (let from = 0; from < documents; from += 5000) {
      const page = Array.from({ length: 5000 }, (_, at) => ({
        ...unique(from + at),
        note: '备注'.repeat(300),
      }))
      store.commit(page.map(each => ({ collection: 'c', id: each._id, text: encode(each) })))
    }
    const looks: QueryReport[] = []
    const handlers = createDatabase(store, Date.now, each => looks.push(each))
    const since = performance.now()
    const query = encode({ searchKeys: 'key-77' })
    handlers['database.getDocument']?.({ action: 'database.getDocument', collectionName: 'c', query })
    const first = performance.now() - since
    const { rss } = process.memoryUsage()
    const [look] = looks
    console.log(
      `${documents} documents: ${Math.round(rss / 2 ** 20)} MB; the first question ${Math.round(first)} ms, ` +
        `examined ${look?.examined}, answered ${look?.found}`,
    )
    store.close()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function main(): Promise<void> {
  if (values.holding) return holding()
  const [cpu] = os.cpus()
  console.log(
    `${os.cpus().length} cores ${cpu?.model ?? ''}, load ${os.loadavg()[0]?.toFixed(1)}, Node ${process.version}`,
  )
  await writing()
  const { status } = spawnSync(
    process.execPath,
    [...process.execArgv, ...process.argv.slice(1), '--holding'],
    {
      stdio: 'inherit',
    },
  )
  if (status !== 0) throw new Error('no figures of 100,000 documents')
}

main().catch(error => {
  console.error(error)
  process.exitCode = 1
})
