import { codeOf } from '../../../test/support/refusal'
import { invitationOf } from '../../../test/support/stored'
import { createWorld, proven, type World } from '../../../test/support/world'
import { perform } from '../../api/perform'
import type { FileResult } from '../../contract/batch'
import type { Verification } from '../../domain/verification'
import { sha256 } from '../../platform/crypto'
import { readFile } from '../../platform/sheet/readFile'
import { claim } from '../operator/claim'
import { cancel } from '../verification/cancel'
import { refresh } from '../verification/refresh'
import { start } from '../verification/start'
import { exportInvitations, exportVerifications } from './export'

let world: World
beforeEach(async () => {
  world = createWorld()
  await claim(world.deps, 'olivia', { code: 'setup-code' })
})

const formats = ['xlsx', 'csv'] as const
const cellsOf = async ({ content }: FileResult) =>
  readFile(Buffer.from(content, 'base64')).flatMap(({ lines }) => {
    const width = Math.max(...lines.map(({ cells }) => cells.length))
    return lines.map(({ cells }) => Array.from({ length: width }, (_, column) => cells[column] ?? ''))
  })

async function started(owner: string): Promise<string> {
  const { verification } = await start(world.deps, owner, await world.startInput({}, owner))
  return verification.id
}

async function changed(id: string, changes: Partial<Verification>): Promise<void> {
  const { version = 0 } = (await world.store.get('verifications', id)) ?? {}
  await world.store.replace('verifications', id, version, changes)
}

describe('verifications', () => {
  const exported = (filters: Partial<Parameters<typeof exportVerifications>[2]> = {}) =>
    exportVerifications(world.deps, 'olivia', { format: 'xlsx', language: 'zh', ...filters })

  test.each(formats)('as %s: newest first, with what became of them', async format => {
    const verified = await started('alice')
    await changed(verified, { bizId: 'HT-2026-001' })
    world.vendor.onQuery = () => proven('attempt')
    world.pass(60_000)
    await refresh(world.deps, 'alice', { id: verified })
    world.vendor.onQuery = () => ({ kind: 'transient', code: 'X', detail: 'd' })
    const canceled = await started('bob')
    await cancel(world.deps, 'bob', { id: canceled })
    expect(await cellsOf(await exported({ format }))).toEqual([
      [
        '认证单号',
        '认证机构',
        '认证主体',
        '姓名或企业名称',
        '联系方式',
        '状态',
        '机构状态',
        '证明力',
        '未成功原因',
        '业务编号',
        '发起时间（北京）',
        '更新时间（北京）',
        '认证时间（北京）',
      ],
      [
        canceled,
        ...['契约锁', '个人', '测试**', '138****8000', '已取消', '', '', '用户取消', ''],
        ...['2023-11-15 06:14:20', '2023-11-15 06:14:20', ''],
      ],
      [
        verified,
        ...['契约锁', '个人', '测试**', '138****8000', '已认证', 'realName=true'],
        ...['通过了这一次认证', '', 'HT-2026-001'],
        ...['2023-11-15 06:13:20', '2023-11-15 06:14:20', '2023-11-15 06:14:20'],
      ],
    ])
  })

  test('in English', async () => {
    const id = await started('alice')
    await changed(id, {
      state: 'rejected',
      reason: 'authorizationLetter',
      subject: 'organization',
      vendor: 'ess',
    })
    const file = await exported({ language: 'en' })
    expect(file.name).toBe('Verifications 2023-11-15.xlsx')
    const [headings, row] = await cellsOf(file)
    expect(headings?.slice(0, 4)).toEqual(['Verification', 'Vendor', 'Subject', 'Name'])
    expect(row?.slice(1, 9)).toEqual([
      ...['Tencent e-Sign', 'Organization', '测试**', '138****8000', 'Not passed', '', ''],
      'The letter was not accepted',
    ])
  })

  test.each(formats)('the name of the file ends in .%s', async format => {
    expect((await exported({ format })).name).toBe(`认证记录 2023-11-15.${format}`)
  })

  test('only those that fit', async () => {
    const ready = await started('alice')
    await cancel(world.deps, 'bob', { id: await started('bob') })
    const [, ...rows] = await cellsOf(await exported({ state: 'ready' }))
    expect(rows.map(([id]) => id)).toEqual([ready])
  })

  test('nothing that fits is a table without rows', async () => {
    expect(await cellsOf(await exported({ state: 'revoked', format: 'csv' }))).toHaveLength(1)
  })

  test('what a spreadsheet program would calculate is text', async () => {
    await changed(await started('alice'), { maskedName: '=HYPERLINK("https://example.com")' })
    expect((await cellsOf(await exported({ format: 'csv' })))[1]?.[3]).toBe(
      `'=HYPERLINK("https://example.com")`,
    )
    expect((await cellsOf(await exported({ format: 'xlsx' })))[1]?.[3]).toBe(
      '=HYPERLINK("https://example.com")',
    )
  })

  test('what is not known of one is left empty; a vendor that is not here any more stands by its id', async () => {
    const id = await started('alice')
    await changed(id, { maskedName: null, rawStatus: null })
    const { bizId: _, ...older } = (await world.store.get('verifications', id)) as Verification
    await world.store.remove('verifications', id, older.version)
    await world.store.insert('verifications', older as Verification)
    world.deps.vendorNames = {} as typeof world.deps.vendorNames
    expect((await cellsOf(await exported({ format: 'csv' })))[1]).toEqual([
      ...[id, 'qiyuesuo', '个人', '', '138****8000', '待办理', '', '', '', ''],
      ...['2023-11-15 06:13:20', '2023-11-15 06:13:20', ''],
    ])
  })

  test('nothing is lost or told twice where one page of the database ends', async () => {
    await many(1001)
    const [, ...rows] = await cellsOf(await exported({ format: 'xlsx' }))
    const newestFirst = world.store
      .all('verifications')
      .sort((a, b) => b.createdAt - a.createdAt)
      .map(({ _id }) => _id)
    expect(rows.map(([id]) => id)).toEqual(newestFirst)
  })

  test('5,000 rows as .xlsx fit into one answer; one more is refused', async () => {
    await many(5000)
    const file = await exported()
    expect(file.content.length).toBeLessThan(700_000)
    expect(await cellsOf(file)).toHaveLength(5001)
    await many(5001)
    expect(await codeOf(exported())).toBe('RANGE_TOO_LARGE')
  })

  test('a .csv file that no answer holds is refused', async () => {
    await many(2000)
    expect((await exported({ format: 'csv' })).content.length).toBeLessThan(700_000)
    await many(5000)
    expect(await codeOf(exported({ format: 'csv' }))).toBe('RANGE_TOO_LARGE')
  })

  /** So many in all, as different from each other as real ones. */
  async function many(count: number): Promise<void> {
    if (world.store.all('verifications').length === 0) await started('alice')
    const [model] = world.store.all('verifications')
    if (!model) throw new Error('nothing was born')
    for (let index = world.store.all('verifications').length; index < count; index++) {
      const noise = sha256(String(index))
      const _id = `v_${noise.slice(0, 32)}`
      const createdAt = model.createdAt + index * 61_000
      await world.store.insert('verifications', {
        ...model,
        _id,
        listKey: `${createdAt}_${_id}`,
        maskedName: `示例第${index}号贸易有限公司`,
        maskedContact: `1${noise.replace(/\D/g, '0').slice(0, 2)}****${noise.replace(/\D/g, '0').slice(2, 6)}`,
        rawStatus: 'realName=true,status=AUTHENTICATED',
        bizId: `HT-2026-${noise.slice(32, 40)}`,
        createdAt,
        updatedAt: createdAt + (index % 977) * 1000,
        state: 'verified',
        history: [{ state: 'verified', at: createdAt + (index % 977) * 1000 }],
      })
    }
  }
})

describe('invitations', () => {
  const campaignId = `m_${'1'.repeat(32)}`
  const exported = (wanted: Partial<Parameters<typeof exportInvitations>[2]> = {}) =>
    exportInvitations(world.deps, 'olivia', { format: 'xlsx', language: 'zh', ...wanted })

  beforeEach(async () => {
    const { createdAt, expiresAt, subject, title, note, vendor, mode, locked, redirect } = invitationOf(0)
    const terms = { subject, note, vendor, mode, locked, redirect }
    await world.store.insert('campaigns', {
      _id: campaignId,
      version: 1,
      listKey: `${createdAt}_${campaignId}`,
      owner: 'olivia',
      ...terms,
      title: `${title}：一/二`,
      total: 2,
      createdAt,
      expiresAt,
    })
    const invitations = [
      invitationOf(1, {
        // As they are made: of one moment, the first of the spreadsheet is the newest.
        listKey: `1700000001000_9998_${invitationOf(1)._id}`,
        ...{ campaignId, number: 1, maskedName: '测试**', maskedContact: '138****8000', bizId: 'HT-1' },
        ...{ state: 'verified', begun: 1, verified: 1, openedAt: 1_700_000_060_000 },
      }),
      invitationOf(2, { campaignId, number: 2, listKey: `1700000001000_9997_${invitationOf(2)._id}` }),
      invitationOf(3, { state: 'revoked' }),
    ]
    for (const each of invitations) await world.store.insert('invitations', each)
  })

  test.each(formats)('of one campaign as %s, in the order of its spreadsheet', async format => {
    const file = await exported({ format, campaignId })
    expect(file.name).toBe(`入职认证：一 二 邀请名单.${format}`)
    expect(await cellsOf(file)).toEqual([
      [
        '序号',
        '邀请事项',
        '姓名或企业名称',
        '联系方式',
        '业务编号',
        '状态',
        '打开时间（北京）',
        '邀请时间（北京）',
        '失效时间（北京）',
        '已认证人数',
      ],
      [
        ...['1', '入职认证', '测试**', '138****8000', 'HT-1', '已认证', '2023-11-15 06:14:20'],
        ...['2023-11-15 06:13:21', '2023-12-15 06:13:21', '1'],
      ],
      [
        ...['2', '入职认证', '', '', '', '待开始', ''],
        ...['2023-11-15 06:13:22', '2023-12-15 06:13:22', '0'],
      ],
    ])
  })

  test('all of them, newest first, in English', async () => {
    const file = await exported({ language: 'en', format: 'csv' })
    expect(file.name).toBe('Invitations 2023-11-15.csv')
    const [headings, ...rows] = await cellsOf(file)
    expect(headings?.slice(0, 3)).toEqual(['Number', 'Title', 'Name'])
    expect(rows.map(([number, , , , , state]) => [number, state])).toEqual([
      ['', 'Withdrawn'],
      ['1', 'Verified'],
      ['2', 'Not begun'],
    ])
  })

  test('nothing is lost or told twice where one page of the database ends', async () => {
    for (let index = 4; index <= 600; index++)
      await world.store.insert('invitations', invitationOf(index, { campaignId, number: index }))
    const numbers = async (id?: string) => {
      const [, ...rows] = await cellsOf(await exported({ format: 'csv', ...(id && { campaignId: id }) }))
      return rows.map(([number]) => Number(number))
    }
    const upTo600 = Array.from({ length: 597 }, (_, at) => at + 4)
    expect(await numbers(campaignId)).toEqual([1, 2, ...upTo600])
    expect(await numbers()).toEqual([...upTo600.reverse(), 0, 1, 2])
  })

  test('of a campaign that does not exist there are none', async () => {
    expect(await codeOf(exported({ campaignId: `m_${'0'.repeat(32)}` }))).toBe('NOT_FOUND')
  })
})

test('who is no operator takes nothing away', async () => {
  const wanted = { format: 'csv', language: 'zh' } as const
  expect(await codeOf(perform(world.deps, 'alice', 'workplace.exportVerifications', wanted))).toBe(
    'FORBIDDEN',
  )
  expect(await codeOf(perform(world.deps, 'alice', 'workplace.exportInvitations', wanted))).toBe('FORBIDDEN')
})
