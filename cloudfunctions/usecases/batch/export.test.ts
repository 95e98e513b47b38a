import { strFromU8, unzipSync } from 'fflate'
import {
  type BatchWorld,
  createBatchWorld,
  creditCode,
  headingLine,
  line,
  operator,
  organizationName,
} from '../../../test/support/batch-world'
import type { FileResult } from '../../contract/batch'
import { isCreditCode, readResidentId } from '../../domain/identity'
import { readFile } from '../../platform/sheet/readFile'
import { create } from './create'
import { exportSheet, template } from './export'

let world: BatchWorld
beforeEach(async () => {
  world = await createBatchWorld()
})

const cellsOf = ({ content }: FileResult) =>
  readFile(Buffer.from(content, 'base64')).map(({ lines }) =>
    lines.map(({ cells }) => Array.from({ length: lines[0]?.cells.length ?? 0 }, (_, at) => cells[at] ?? '')),
  )

test('what is to be corrected stands by row and column, with what was typed, in part, and what would do', async () => {
  const text = [
    headingLine,
    line(1, { code: creditCode(2) }),
    line(2, { mobile: '+86 13800138000' }),
    line(3).replace('测试员乙', '').replace('110101199001010015', '110101199001010014'),
    line(4, { code: 'x' }),
  ].join('\n')
  const id = await world.batchOf(0, { source: { kind: 'text', text } })
  await world.setRow(4, { state: 'queued' })
  await world.setRow(2, {
    issues: [
      { column: 'adminMobile', code: 'malformed', suggestion: '13800138000' },
      { column: 'letter', code: 'letterMissing' },
      { column: 'licence', code: 'tooLarge' },
    ],
  })
  const file = await exportSheet(world.deps, operator, { id, what: 'issues', language: 'zh' })
  expect(file.name).toBe('十一月 待改正.xlsx')
  expect(cellsOf(file)[0]).toEqual([
    ['行号', '企业名称', '列', '问题', '填写的内容', '建议改为'],
    ['1', organizationName(1), '统一社会信用代码', '信用代码与第 2 行重复', creditCode(2), ''],
    ['1', organizationName(1), '管理员证件号', '同一手机号在第 3 行是另一位管理员', '1101****15', ''],
    ['2', organizationName(2), '管理员手机号', '格式不正确', '+86****8000', '138****8000'],
    ['2', organizationName(2), '授权书', '缺少授权书', '', ''],
    ['2', organizationName(2), '营业执照', '文件过大,无法提交', '', ''],
    ['3', organizationName(3), '法定代表人', '未填写', '', ''],
    ['3', organizationName(3), '管理员证件号', '校验位不符,可能输错了字', '1101****14', ''],
    ['3', organizationName(3), '管理员证件号', '同一手机号在第 1 行是另一位管理员', '1101****14', ''],
  ])
})

test('what was typed and is gone leaves its place empty', async () => {
  const text = [headingLine, line(1, { code: 'x' })].join('\n')
  const id = await world.batchOf(0, { source: { kind: 'text', text } })
  await world.setRow(1, { sealed: null })
  const file = await exportSheet(world.deps, operator, { id, what: 'issues', language: 'en' })
  expect(cellsOf(file)[0]?.[1]).toEqual([
    '1',
    organizationName(1),
    'Unified social credit code',
    'Not in the right form',
    '',
    '',
  ])
})

test('where every row stands, in either language', async () => {
  const id = await world.batchOf(2)
  await world.setRow(1, { state: 'rejected', rawStatus: 'Failed', vendorText: '不通过' })
  await world.setRow(2, { state: 'rejected', problem: 'attachmentLost', maskedAdmin: null })
  const board = async (language: 'zh' | 'en') =>
    cellsOf(await exportSheet(world.deps, operator, { id, what: 'board', language }))[0]
  expect(await board('zh')).toEqual([
    [
      '行号',
      '企业名称',
      '统一社会信用代码',
      '状态',
      '机构状态',
      '机构说明',
      '未提交的原因',
      '管理员姓名',
      '更新时间(北京)',
    ],
    [
      '1',
      organizationName(1),
      creditCode(1),
      '未通过',
      'Failed',
      '不通过',
      '',
      '测试**',
      '2023-11-15 06:13:20',
    ],
    [
      '2',
      organizationName(2),
      creditCode(2),
      '未通过',
      '',
      '',
      '附件已失效,请重新上传',
      '',
      '2023-11-15 06:13:20',
    ],
  ])
  expect((await board('en'))?.[0]).toEqual([
    'Row',
    'Organization name',
    'Unified social credit code',
    'State',
    'Vendor status',
    'Vendor says',
    'Why it was not sent',
    'Administrator name',
    'Updated (Beijing)',
  ])
})

test.each([
  ['zh', '批量认证模板', '居民身份证', '法人授权'],
  ['en', 'Batch template', 'Resident ID card', 'Legal representative'],
] as const)(
  'the template in %s is empty, and its example is right by our own checks',
  async (language, name, idType, authorization) => {
    const file = await template(world.deps, operator, { language })
    expect(file.name).toContain(name)
    const [form = [], example = []] = cellsOf(file)
    expect(form).toHaveLength(1)
    expect(example[0]).toEqual(form[0])
    const [filled = []] = example.slice(1)
    expect(filled).toEqual([
      '示例科技（北京）有限公司',
      '91110000MA0TEA001C',
      '示例法人',
      '北京市海淀区示例路1号',
      '示例管理员',
      '13800000000',
      idType,
      '110101199001010015',
      authorization,
    ])
    expect(isCreditCode(filled[1] ?? '')).toBe(true)
    expect(readResidentId(filled[7] ?? '', world.deps.clock()).ok).toBe(true)
    const text = [form[0], filled].map(cells => cells?.join('\t')).join('\n')
    const made = await create(world.deps, operator, {
      clientKey: 'key-template-000001',
      title: 't',
      linkMode: 'single',
      authorization: null,
      source: { kind: 'text', text },
    })
    expect(made).toMatchObject({ outcome: 'created', batch: { total: 1, faulty: 0 }, unknownHeadings: [] })
  },
)

test('the columns of the template are as wide as what goes into them', async () => {
  const { content } = await template(world.deps, operator, {})
  const sheet = unzipSync(Buffer.from(content, 'base64'))['xl/worksheets/sheet1.xml']
  const widths = [...strFromU8(sheet ?? new Uint8Array()).matchAll(/<col [^>]*width="(\d+)/g)]
  expect(widths.map(([, width]) => Number(width))).toEqual([36, 24, 14, 40, 14, 16, 22, 24, 20])
})

test('spreadsheets to take away hold no whole id number', async () => {
  const id = await world.batchOf(2)
  const board = await exportSheet(world.deps, operator, { id, what: 'board', language: 'zh' })
  expect(board.name).toBe('十一月 进度.xlsx')
  const again = await create(world.deps, operator, {
    clientKey: 'key-batch-again-0001',
    title: '再导入',
    linkMode: 'single',
    authorization: null,
    source: { kind: 'file', fileId: 'cloud://env/imports/cccccccccccccccc.xlsx' },
  }).catch(error => error.code)
  expect(again).toBe('FILE_UNREADABLE')
  const blank = await template(world.deps, operator, {})
  expect(Buffer.from(blank.content, 'base64').subarray(0, 2).toString()).toBe('PK')
})
