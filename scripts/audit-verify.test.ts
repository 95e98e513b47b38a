import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { chained } from '../cloudfunctions/usecases/kit/outbox'
import { cancel } from '../cloudfunctions/usecases/verification/cancel'
import { start } from '../cloudfunctions/usecases/verification/start'
import { encode } from '../sandbox/cloud/ejson'
import { openStore } from '../sandbox/cloud/store'
import { createWorld } from '../test/support/world'

/** `npm run audit:verify` on a folder as the local cloud leaves it, and on an export. */

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'audit-'))
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))
const names = ['audit', 'verifications', 'batches', 'invitations'] as const

function verified(where: string, ...more: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'scripts/audit-verify.ts', where, ...more],
    { encoding: 'utf8' },
  )
  return { status, lines: (stdout || stderr).trim().split('\n') }
}

test('a stored folder is whole; a row that was changed in its file, or in an export, is named', async () => {
  const world = createWorld()
  const { verification } = await start(world.deps, 'alice', await world.startInput())
  await cancel(world.deps, 'alice', { id: verification.id })
  const stored = path.join(folder, 'stored')
  const exported = path.join(folder, 'exported')
  fs.mkdirSync(exported)
  const store = openStore(stored)
  for (const name of names) {
    store.createCollection(name)
    const documents = world.store.all(name)
    for (const each of documents)
      store.commit([{ collection: name, id: each._id, text: encode({ ...each }) }])
    fs.writeFileSync(
      path.join(exported, `${name}.json`),
      documents.map(each => JSON.stringify(each)).join('\n'),
    )
  }
  expect(verified(stored)).toEqual({
    status: 2,
    lines: ['本地云还开着,请先停下再核对 the local cloud is running: stop it first'],
  })
  store.close()
  expect(verified(stored)).toEqual({ status: 0, lines: ['3 行,1 条链 rows in chains: 完整 whole'] })
  expect(verified(stored, '--anchor', 'f'.repeat(64))).toMatchObject({ status: 1 })
  const file = path.join(exported, 'audit.json')
  fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace('userCanceled', 'timeUp'))
  expect(verified(exported)).toEqual({
    status: 1,
    lines: [
      expect.stringMatching(new RegExp(`^被改 changed: ${verification.id}_\\d$`)),
      '3 行,1 条链 rows in chains: 1 处不对 wrong',
    ],
  })
  fs.writeFileSync(file, '')
  for (const name of names.slice(1)) fs.writeFileSync(path.join(exported, `${name}.json`), '')
  expect(verified(exported)).toEqual({
    status: 1,
    lines: ['没有流水 there are no rows', '0 行,0 条链 rows in chains: 1 处不对 wrong'],
  })
  const anchor = { _id: 'anchors_1', sequence: 1, previousHash: '', heads: [], until: 1, at: 2 }
  const { hash } = chained(anchor)
  fs.writeFileSync(file, JSON.stringify({ ...anchor, hash }))
  expect(verified(exported, '--anchor', hash)).toEqual({
    status: 0,
    lines: [
      `最近的锚,与日志对照 newest anchor, to compare with the log: anchors_1 ${hash}`,
      '1 行,1 条链 rows in chains: 完整 whole',
    ],
  })
})
