import { cpSync, mkdtempSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { type OpenApp, openInJsdom } from '../../sandbox/simulator/jsdom'
import type { BootOptions } from '../../sandbox/simulator/runtime/types'
import {
  batchOf,
  createFormsWorld,
  draftRow,
  type FormsWorld,
  formBatchId,
  formRowId,
  sentRow,
} from './batch-forms-cloud'
import { pressOn, quiet } from './compiled'

/** A copy, so that a build beside this test cannot pull the package from under it. */
const dist = mkdtempSync(path.join(os.tmpdir(), 'weapp-forms-'))
beforeAll(() => cpSync('dist/weapp', dist, { recursive: true }))

let world: FormsWorld
let app: OpenApp
let uploads: string[]

beforeEach(() => {
  world = createFormsWorld()
  uploads = []
})
afterEach(() => {
  expect(app.errors()).toEqual([])
  expect(app.sim.stats.warnings).toEqual([])
  app.close()
})

async function open(page: string, query: Record<string, string> = {}, options: BootOptions = {}) {
  app = await openInJsdom(dist, {
    privacyAgreed: true,
    launch: { path: `packages/batch/${page}/index`, query },
    cloud: async (_name, event) => world.answer(String(Object(event).action), Object(Object(event).input)),
    upload: async cloudPath => {
      uploads.push(cloudPath)
      return `cloud://env.x/${cloudPath}`
    },
    ...options,
  })
}
const openRow = (options: BootOptions = {}) => open('row', { rowId: formRowId }, options)
/** A tap, once what was done before has reached the screen. */
const press = (target: string) => pressOn(app, target)
const route = () => app.sim.pages().at(-1)?.route

describe('the list', () => {
  test('whoever is no operator becomes one with the code, and is told when it is wrong', async () => {
    world.role = null
    world.fail('operator.claim', { code: 'SETUP_CODE_WRONG' })
    await open('list')
    await app.until(() => app.q('#claim-code'))
    app.type('#claim-code', 'WRONG')
    await press('#claim')
    await app.until(() => /开通码不正确/.test(app.text('#error-claim-code')))
    world.fail('operator.claim', null)
    app.type('#claim-code', ' RIGHT ')
    await press('#claim')
    await app.until(() => app.q('#batch-1'))
    expect(world.inputsOf('operator.claim').at(-1)).toEqual({ code: 'RIGHT' })
  })

  test('a batch says in words how far it got, and opens its board', async () => {
    await open('list')
    await app.until(() => app.q('#batch-1'))
    expect(app.text('#batch-1')).toMatch(
      /十一月第一批[\s\S]*共 20 家[\s\S]*已认证 12 · 进行中 5 · 待处理 1 · 未提交 2/,
    )
    app.tap('#batch-1')
    await app.until(() => route() === 'packages/batch/board/index')
    expect(app.sim.pages().at(-1)?.query.id).toBe(formBatchId)
  })

  test('why nothing is sent is said', async () => {
    world.batches = [batchOf({ paused: { code: 'DAILY_LIMIT', until: Date.now() } })]
    await open('list')
    await app.until(() => /今天可以提交的数量已用完/.test(app.text()))
  })

  test.each(['viewer', 'operator'] as const)('a %s may or may not make a batch', async role => {
    world.role = role
    await open('list')
    await app.until(() => app.q('#batch-1'))
    expect(app.q('#batch-new') !== null).toBe(role === 'operator')
  })
})

describe('a new batch', () => {
  const sheet = { name: '名单.xlsx', content: new Uint8Array([80, 75, 3, 4]) }

  test('a file is uploaded below imports, and the batch takes the place of the form', async () => {
    await open('create', {}, { choose: async () => [sheet] })
    await app.until(() => app.q('#choose-file'))
    app.tap('#choose-file')
    await app.until(() => /名单\.xlsx/.test(app.text('#choose-file')))
    app.tap('#link-mode-perRow')
    app.tap('#authorization-letter')
    await press('#create')
    await app.until(() => route() === 'packages/batch/board/index')
    expect(uploads).toEqual([expect.stringMatching(/^imports\/[\w-]{16,64}\.xlsx$/)])
    expect(world.inputsOf('batch.create')).toEqual([
      {
        clientKey: expect.stringMatching(/^[\w-]{16,64}$/),
        title: '名单',
        linkMode: 'perRow',
        authorization: 'letter',
        source: { kind: 'file', fileId: `cloud://env.x/${uploads[0]}` },
        reading: { ask: true },
      },
    ])
  })

  test('a lost answer is tried again with the same key and the same upload', async () => {
    world.fail('batch.create', { code: 'NETWORK' })
    await open('create', {}, { choose: async () => [sheet] })
    await app.until(() => app.q('#choose-file'))
    app.tap('#choose-file')
    await app.until(() => /名单\.xlsx/.test(app.text('#choose-file')))
    await press('#create')
    await app.until(() => app.q('#create-failed'))
    world.fail('batch.create', null)
    app.tap('#create-failed-action')
    await app.until(() => route() === 'packages/batch/board/index')
    const [first, second] = world.inputsOf('batch.create')
    expect(second).toEqual(first)
    expect(uploads).toHaveLength(1)
  })

  test('what is wrong with the sheet is said at the sheet, and the corrected one is uploaded anew', async () => {
    world.fail('batch.create', { code: 'SHEET_NO_HEADING' })
    await open('create', {}, { choose: async () => [sheet] })
    await app.until(() => app.q('#choose-file'))
    app.tap('#choose-file')
    await app.until(() => /名单\.xlsx/.test(app.text('#choose-file')))
    await press('#create')
    await app.until(() => /没有找到表头/.test(app.text('#error-source')))
    await press('#create')
    await app.until(() => uploads.length === 2)
  })

  test('two taps make one batch; pasted text is sent as it is', async () => {
    await open('create')
    await app.until(() => app.q('#paste'))
    await press('#paste')
    await quiet(app)
    app.type('#paste-text', '企业名称\t信用代码\n甲\t1')
    await press('#create')
    app.tap('#create')
    await app.until(() => route() === 'packages/batch/board/index')
    expect(world.inputsOf('batch.create').map(each => each.source)).toEqual([
      { kind: 'text', text: '企业名称\t信用代码\n甲\t1' },
    ])
  })

  test('an administrator is given whole or not at all', async () => {
    await open('create')
    await app.until(() => app.q('#one-by-one'))
    app.tap('#one-by-one')
    app.type('#admin-name', '王芳')
    await press('#create')
    await app.until(() => /11 位手机号/.test(app.text('#error-admin-mobile')))
    expect(world.inputsOf('batch.create')).toEqual([])
    app.type('#admin-mobile', '13800138000')
    await press('#create')
    await app.until(() => route() === 'packages/batch/board/index')
    expect(world.inputsOf('batch.create')[0]?.administrator).toEqual({
      name: '王芳',
      mobile: '13800138000',
      idType: 'residentId',
    })
  })

  test('a pasted administrator is held whole, and sent in its right form', async () => {
    await open('create')
    await app.until(() => app.q('#one-by-one'))
    app.tap('#one-by-one')
    app.type('#admin-name', '王芳\u200b')
    app.type('#admin-mobile', '+86 (138) 0013 - 8000')
    app.type('#admin-id-number', '1 1 0 1 0 5 1 9 4 9 1 2 3 1 0 0 2 x')
    await press('#create')
    await app.until(() => route() === 'packages/batch/board/index')
    expect(world.inputsOf('batch.create')[0]?.administrator).toEqual({
      name: '王芳',
      mobile: '13800138000',
      idType: 'residentId',
      idNumber: '11010519491231002X',
    })
  })

  test('columns that mean nothing are named before the board opens', async () => {
    world.unknownHeadings = ['备注', '电话']
    await open('create')
    await app.until(() => app.q('#one-by-one'))
    app.tap('#one-by-one')
    await press('#create')
    await app.until(() => app.q('#created-sheet'))
    expect(app.text('#created-sheet')).toMatch(/备注、电话/)
    app.tap('#created-go')
    await app.until(() => route() === 'packages/batch/board/index')
  })

  test('what is left out of a file is asked about before anything is made, and hidden rows can be had', async () => {
    world.leftOut = [
      { what: 'sheet', name: '二月', count: 3, why: 'notChosen' },
      { what: 'row', name: '3, 7-9', count: 4, why: 'hidden' },
    ]
    await open('create', {}, { choose: async () => [sheet] })
    await app.until(() => app.q('#choose-file'))
    app.tap('#choose-file')
    await app.until(() => /名单\.xlsx/.test(app.text('#choose-file')))
    await press('#create')
    await app.until(() => app.q('#sheet-question'))
    expect(app.text('#sheet-question')).toMatch(/还没有导入。现在读到 2 行/)
    expect(app.text('#left-out-1')).toBe('工作表“二月”（3 行）：一次只读一张工作表')
    expect(app.text('#left-out-2')).toBe('第 3, 7-9 行（共 4 行）：在表格里是隐藏的')
    world.leftOut = []
    app.tap('#take-rows')
    await app.until(() => route() === 'packages/batch/board/index')
    expect(world.inputsOf('batch.create').map(each => each.reading)).toEqual([
      { ask: true },
      { ask: false, hiddenRows: true },
    ])
    expect(uploads).toHaveLength(2)
  })

  test('the template is saved and opened', async () => {
    const opened: unknown[] = []
    await open(
      'create',
      {},
      {
        wx: {
          openDocument: (given: { success?: (r: object) => void }) => {
            opened.push(given)
            given.success?.({ errMsg: 'openDocument:ok' })
          },
        },
      },
    )
    await app.until(() => app.q('#template'))
    app.tap('#template')
    await app.until(() => opened.length > 0)
    expect(opened[0]).toMatchObject({
      fileType: 'xlsx',
      showMenu: true,
      filePath: expect.stringMatching(/模板\.xlsx$/),
    })
  })
})

describe('a row', () => {
  test('a suggestion is one tap, and only the changed column is saved', async () => {
    await openRow()
    await app.until(() => app.q('#fix-name'))
    expect(app.text('#error-adminIdNumber')).toMatch(/与第 17 行是同一位管理员/)
    app.tap('#fix-name')
    await app.until(() => app.q('#fix-name') === null)
    await press('#row-save')
    await app.until(() => world.inputsOf('batch.saveRow').length > 0)
    expect(world.inputsOf('batch.saveRow')).toMatchObject([
      { id: formBatchId, rowId: formRowId, fields: { name: '成都云上（高新区）科技有限公司' } },
    ])
  })

  test('a masked number is kept unless it is typed anew or cleared on purpose', async () => {
    await openRow()
    await app.until(() => app.q('#clear-adminIdNumber'))
    app.type('#adminIdNumber', '1')
    app.type('#adminIdNumber', '')
    app.type('#legalName', '韩梅梅')
    app.tap('#clear-adminMobile')
    await app.until(() => app.q('#clear-adminMobile') === null)
    await press('#row-save')
    await app.until(() => world.inputsOf('batch.saveRow').length > 0)
    expect(world.inputsOf('batch.saveRow')[0]?.fields).toEqual({ legalName: '韩梅梅', adminMobile: '' })
  })

  test('what is pasted into a row is held whole, and saved in its right form', async () => {
    await openRow()
    await app.until(() => app.q('#adminIdNumber'))
    app.type('#adminMobile', '+86 (138) 0013 - 8001')
    app.type('#adminIdNumber', '1 1 0 1 0 5 1 9 4 9 1 2 3 1 0 0 2 x')
    app.type('#creditCode', '9 1 3 5 0 1 0 0 M 0 0 0 1 0 0 Y 4 3')
    await press('#row-save')
    await app.until(() => world.inputsOf('batch.saveRow').length > 0)
    expect(world.inputsOf('batch.saveRow')[0]?.fields).toEqual({
      adminMobile: '13800138001',
      adminIdNumber: '11010519491231002X',
      creditCode: '91350100M000100Y43',
    })
  })

  test('what was typed stays when saving fails, and the reason stands beside the button', async () => {
    world.fail('batch.saveRow', { code: 'ROW_LOCKED' })
    await openRow()
    await app.until(() => app.q('#legalName'))
    app.type('#legalName', '韩梅梅')
    await press('#row-save')
    await app.until(() => /已经提交，不能再修改/.test(app.text('#failed')))
    expect(app.q('#legalName input')).toMatchObject({ value: '韩梅梅' })
  })

  test('a row that may have arrived is sent again only after an honest question', async () => {
    world.row = sentRow({ state: 'indeterminate' }, { resubmit: true, cancel: true })
    await openRow()
    await app.until(() => app.q('#resubmit'))
    app.tap('#resubmit')
    await app.until(() => app.q('#resubmit-sheet'))
    expect(app.text('#resubmit-sheet')).toMatch(/电子签可能已经收下/)
    app.tap('#resubmit-no')
    await app.until(() => app.q('#resubmit-sheet') === null)
    expect(world.inputsOf('batch.resolve')).toEqual([])
    app.tap('#resubmit')
    await app.until(() => app.q('#resubmit-yes'))
    app.tap('#resubmit-yes')
    await app.until(() => /等待提交/.test(app.text()))
    expect(world.inputsOf('batch.resolve')).toEqual([
      { id: formBatchId, rowIds: [formRowId], decision: 'resubmit' },
    ])
  })

  test('a row is canceled after a question', async () => {
    await openRow()
    await app.until(() => app.q('#row-cancel'))
    app.tap('#row-cancel')
    await app.until(() => app.q('#row-cancel-yes'))
    app.tap('#row-cancel-yes')
    await app.until(() => /已取消/.test(app.text()))
    expect(world.inputsOf('batch.cancel')).toEqual([{ id: formBatchId, rowIds: [formRowId] }])
  })

  test('the right administrator is asked for whole, and what the vendor kept is said', async () => {
    world.row = sentRow({ state: 'ready' }, { repair: true })
    world.notCleared = '流程正在办理中'
    await openRow()
    await app.until(() => app.q('#repair'))
    app.tap('#repair')
    await app.until(() => app.q('#repair-yes'))
    app.type('#admin-name', '赵敏')
    await press('#repair-yes')
    await app.until(() => /11 位手机号/.test(app.text('#error-admin-mobile')))
    app.type('#admin-mobile', '13900139000')
    await press('#repair-yes')
    await app.until(() => app.q('#not-cleared'))
    expect(app.text('#not-cleared')).toMatch(/流程正在办理中/)
    expect(world.inputsOf('batch.repair')).toEqual([
      {
        id: formBatchId,
        rowIds: [formRowId],
        administrator: { name: '赵敏', mobile: '13900139000', idType: 'residentId' },
      },
    ])
  })

  test('a viewer reads a draft, and takes the link of what is sent, but changes nothing', async () => {
    world.role = 'viewer'
    await openRow()
    await app.until(() => app.q('#field-adminName'))
    for (const id of ['#row-save', '#adminName', '#row-cancel', '#attach-letter', '#row-request'])
      expect([id, app.q(id)]).toEqual([id, null])
    app.close()
    world.row = sentRow({ state: 'ready' }, { repair: true, cancel: true, link: true })
    await openRow()
    await app.until(() => app.q('#row-link'))
    for (const id of ['#repair', '#row-cancel']) expect([id, app.q(id)]).toEqual([id, null])
  })

  test.each(['operator', 'owner'] as const)('what is asked for in writing is for owners: %s', async role => {
    world.role = role
    await openRow()
    await app.until(() => app.q('#row-cancel'))
    expect(app.q('#row-request') !== null).toBe(role === 'owner')
  })

  test('the link of a row is shown to be passed on', async () => {
    world.row = sentRow({ state: 'ready' }, { link: true })
    await openRow()
    await app.until(() => app.q('#row-link'))
    app.tap('#row-link')
    await app.until(() => app.q('#link-panel'))
    expect(app.text('#link-panel')).toMatch(/发给这家企业的管理员[\s\S]*还剩 7 天/)
  })

  test('a letter is picked, uploaded below licences, attached and taken away', async () => {
    const pdf = { name: '授权书.pdf', content: new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d, 0x31]) }
    await openRow({ choose: async () => [pdf] })
    await app.until(() => app.q('#attach-letter'))
    app.tap('#attach-letter')
    await app.until(() => /从聊天文件选择/.test(app.overlayText()))
    app.tap('从聊天文件选择')
    await app.until(() => app.q('#remove-letter'))
    expect(app.text('#letter-note')).toBe('已上传 · 2 KB')
    expect(uploads).toEqual([expect.stringMatching(/^licences\/[\w-]{16,64}\.pdf$/)])
    app.tap('#remove-letter')
    await app.until(() => app.q('#remove-letter') === null)
    expect(world.inputsOf('batch.attach')).toEqual([
      { rowId: formRowId, kind: 'letter', fileId: `cloud://env.x/${uploads[0]}` },
      { rowId: formRowId, kind: 'letter', fileId: null },
    ])
  })

  test('a licence must be a picture', async () => {
    const pdf = { name: '执照.pdf', content: new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d, 0x31]) }
    await openRow({ choose: async () => [pdf] })
    await app.until(() => app.q('#attach-licence'))
    app.tap('#attach-licence')
    await app.until(() => /从聊天文件选择/.test(app.overlayText()))
    app.tap('从聊天文件选择')
    await app.until(() => /只支持 JPG \/ PNG/.test(app.text('#error-licence')))
    expect(uploads).toEqual([])
  })

  test('the vendor speaks for itself, and what was removed for good is said', async () => {
    world.row = sentRow(
      { state: 'rejected', rawStatus: 'Failed', vendorText: '信用代码不匹配', fields: null },
      {},
    )
    await openRow()
    await app.until(() => app.q('#row-details'))
    expect(app.text('#row-details')).toBe('详情：认证机构的原话')
    expect(app.text()).not.toMatch(/Failed|信用代码不匹配/)
    app.tap('#row-details')
    await app.until(() => app.q('#vendor-text'))
    expect(app.text('#vendor-text')).toBe('腾讯电子签的说明：信用代码不匹配')
    expect(app.text('#row-details')).toContain('Failed')
    expect(app.q('#redacted')).not.toBeNull()
    expect(app.q('#name')).toBeNull()
  })

  test('rows are added one after the other', async () => {
    world.row = draftRow({ issues: 0, issueList: [] })
    await open('row', { id: formBatchId })
    await app.until(() => app.q('#name'))
    expect(world.inputsOf('batch.row')).toEqual([])
    app.type('#name', '成都甲有限公司')
    await press('#row-save')
    await app.until(() => app.q('#added'))
    expect(world.inputsOf('batch.saveRow')).toMatchObject([
      { id: formBatchId, fields: { name: '成都甲有限公司' } },
    ])
    app.tap('#add-more')
    await app.until(() => app.q('#added') === null)
    expect(app.q('#name textarea')).toMatchObject({ value: '' })
  })

  test('a row of somebody else is not there', async () => {
    world.fail('batch.row', { code: 'NOT_FOUND' })
    await openRow()
    await app.until(() => app.q('#missing'))
  })
})
