import { type BatchWorld, createBatchWorld, operator } from '../../../test/support/batch-world'
import { createInvitationWorld } from '../../../test/support/invitation-world'
import { createWorld } from '../../../test/support/world'
import { ActionError } from '../../domain/errors'
import { exportSheet } from '../batch/export'
import { link, links } from '../batch/links'
import { submit } from '../batch/submit'
import { createHandover, openHandover } from '../handover/handover'
import { openInvitation } from '../invitation/open'
import { sweep } from '../sweep'
import { refresh } from '../verification/refresh'
import { renew } from '../verification/renew'
import { start } from '../verification/start'

const codeOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'no error',
    error => (error instanceof ActionError ? `${error.code} ${error.detail}` : error),
  )

/** Sealed as it should be, but by a version that wrote something else. */
const strange = { name: '测试员甲', of: 'another time' }

describe('what was sealed by another version, or is broken, is an error with a code', () => {
  async function verification(sealedOf: (id: string) => string) {
    const world = createWorld()
    const started = await start(world.deps, 'alice', await world.startInput())
    const { id } = started.verification
    const stored = await world.store.get('verifications', id)
    await world.store.replace('verifications', id, stored?.version ?? 0, { sealed: sealedOf(id) })
    return { world, id }
  }

  test('a verification, renewed or refreshed', async () => {
    const { vault } = createWorld().deps
    const { world, id } = await verification(each =>
      vault.seal(strange, { kind: 'verificationFields', id: each }),
    )
    expect(await codeOf(refresh(world.deps, 'alice', { id }))).toBe('DATA_UNREADABLE shape')
    expect(await codeOf(renew(world.deps, 'alice', { id, attempt: 1, way: 'app' }))).toBe(
      'DATA_UNREADABLE shape',
    )
    expect(world.vendor.starts).toHaveLength(1)
  })

  test('a verification whose seal was altered', async () => {
    const { world, id } = await verification(() => 'k1.AAAA.AAAA.AAAA')
    expect(await codeOf(refresh(world.deps, 'alice', { id }))).toBe('DATA_UNREADABLE seal')
  })

  test('one that cannot be read does not keep the sweep from the others, and nothing of it is logged', async () => {
    const { vault } = createWorld().deps
    const { world } = await verification(each =>
      vault.seal(strange, { kind: 'verificationFields', id: each }),
    )
    await start(world.deps, 'bob', await world.startInput({ clientKey: 'key-0000000000000002' }, 'bob'))
    world.pass(120_000)
    expect(await sweep(world.deps)).toMatchObject({ due: 2, failed: 1 })
    expect(world.vendor.questions).toHaveLength(1)
    expect(world.logged.join()).not.toContain('测试员甲')
  })

  describe('of a batch', () => {
    let world: BatchWorld
    let id: string
    beforeEach(async () => {
      world = await createBatchWorld()
      id = await world.batchOf(1)
    })

    test('a row', async () => {
      const [row] = world.store.all('batch_rows')
      if (!row) throw new Error('no row')
      await world.store.replace('batch_rows', row._id, row.version, {
        sealed: world.deps.vault.seal(strange, { kind: 'batchRow', id: row._id }),
        issues: [{ column: 'name', code: 'empty' } as never],
      })
      expect(await codeOf(exportSheet(world.deps, operator, { id, what: 'issues', language: 'zh' }))).toBe(
        'DATA_UNREADABLE shape',
      )
    })

    test('a link', async () => {
      await submit(world.deps, operator, { id })
      world.pass(30_000)
      await sweep(world.deps)
      const group = (await links(world.deps, operator, { id })).links[0]?.group ?? ''
      await link(world.deps, operator, { id, group })
      const [kept] = world.store.all('links')
      if (!kept) throw new Error('no link')
      await world.store.replace('links', kept._id, kept.version, {
        sealed: world.deps.vault.seal({ url: 'https://old.example' }, { kind: 'batchLink', id: kept._id }),
      })
      expect(await codeOf(links(world.deps, operator, { id }))).toBe('DATA_UNREADABLE shape')
    })
  })

  test('an invitation', async () => {
    const world = await createInvitationWorld()
    const id = await world.invite()
    const token = await world.tokenOf(id)
    const stored = await world.store.get('invitations', id)
    await world.store.replace('invitations', id, stored?.version ?? 0, {
      sealed: world.deps.vault.seal({ name: 7 }, { kind: 'invitationInvitee', id }),
    })
    expect(await codeOf(openInvitation(world.deps, 'bob', { token }))).toBe('DATA_UNREADABLE shape')
  })

  test('a handover', async () => {
    const world = createWorld()
    const { image } = await createHandover(world.deps, 'alice', { kind: 'invitation', token: 'x'.repeat(22) })
    const code = Buffer.from(image.slice(image.indexOf(',') + 1), 'base64').toString()
    const [kept] = world.store.all('handovers')
    if (!kept) throw new Error('no handover')
    await world.store.replace('handovers', kept._id, kept.version, {
      sealed: world.deps.vault.seal(strange, { kind: 'handoverToken', id: kept._id }),
    })
    const token = code.slice(code.indexOf('h=') + 2)
    expect(await codeOf(openHandover(world.deps, 'alice', { token }))).toBe('DATA_UNREADABLE shape')
  })
})
