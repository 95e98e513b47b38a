import { unzipSync, zipSync } from 'fflate'
import iconv from 'iconv-lite'
import type { Choice } from '../../cloudfunctions/domain/sheet/rows'
import { type Purpose, reportOf } from '../../scripts/sheet-report'
import { archive, workbook } from './bombs'

const reportFor = (bytes: Buffer | string, purpose: Purpose, choice?: Choice) =>
  reportOf(() => Buffer.from(bytes), purpose, choice)
const fieldsOf = (bytes: Buffer | string, purpose: Purpose, choice?: Choice) =>
  reportFor(bytes, purpose, choice).rows.map(({ fields }) => fields)
const text = (at: string, said: string) => `<c r="${at}" t="inlineStr"><is><t>${said}</t></is></c>`
const row = (number: number, ...cells: string[]) =>
  `<row r="${number}">${cells.map((said, index) => text(`${'ABCDEF'[index]}${number}`, said)).join('')}</row>`
const sheet = (...rows: string[]) => `<sheetData>${rows.join('')}</sheetData>`

describe('headings of batches', () => {
  const line = '测试甲有限公司,91110000MA00001007,测试法甲,测试员乙,10020033002,110101199001010023'
  const whole = {
    name: '测试甲有限公司',
    creditCode: '91110000MA00001007',
    legalName: '测试法甲',
    adminName: '测试员乙',
    adminMobile: '10020033002',
    adminIdNumber: '110101199001010023',
  }
  test.each([
    ['*企业名称,*统一社会信用代码,*法定代表人,*管理员姓名,*管理员手机号,*管理员证件号'],
    [
      '企业名称（必填）,统一社会信用代码（必填）,法定代表人（必填,管理员姓名(选填),手机号码[11位],身份证号【18位】',
    ],
    ['1.企业名称,2.统一社会信用代码,3.法定代表人/负责人,4.经办人姓名,5.经办人手机号码,6.经办人身份证号码'],
    ['单位名称：,社会信用代码：,负责人：,联系人：,联系电话：,证件号码：'],
    [
      '公司全称(与营业执照一致),税号/统一社会信用代码,法人代表姓名,超级管理员姓名,超级管理员的手机号码,超级管理员身份证号码',
    ],
    ['單位名稱,統一社會信用代碼,法人代表姓名,經辦人姓名,聯絡電話/聯繫電話,身分證號碼'],
    [
      '企业名称 Company name,统一社会信用代码 USCC,法定代表人 Legal representative,管理员姓名 Name,手机号 Mobile,身份证号 ID number',
    ],
    [
      '统一社会信用代码（如91110000MA0TEA001C）,企业名称,法定代表人,管理员姓名,管理员手机号（如13800138000）,管理员证件号',
    ],
  ])('%s', headings => {
    const swapped = headings.startsWith('统一')
    const [name = '', code = '', ...others] = line.split(',')
    const data = swapped ? [code, name, ...others].join(',') : line
    expect(reportFor(`${headings}\n${data}\n`, 'batch')).toEqual({
      error: null,
      rows: [{ line: 2, fields: whole, issues: [] }],
      leftOut: [],
    })
  })

  test('groups above the headings say whose they are, also without merged cells', () => {
    const table = `2026 年认证名单,,,,,\n企业信息,,法定代表人信息,,管理员信息,\n名称,统一社会信用代码,姓名,手机号,姓名,手机号\n测试甲有限公司,91110000MA00001007,测试法甲,13800138009,测试员乙,10020033002\n`
    const report = reportFor(table, 'batch')
    expect(report.rows.map(({ line, fields }) => [line, fields])).toEqual([
      [
        4,
        {
          name: '测试甲有限公司',
          creditCode: '91110000MA00001007',
          legalName: '测试法甲',
          adminName: '测试员乙',
          adminMobile: '10020033002',
        },
      ],
    ])
    expect(report.leftOut).toEqual([{ what: 'column', name: '法定代表人信息 手机号', count: 1 }])
  })

  test('rows above the headings that hold data are named', () => {
    const table = `填表人,测试员甲,13800138000\n企业名称,统一社会信用代码,法定代表人\n测试甲有限公司,91110000MA00001007,测试法甲\n`
    expect(reportFor(table, 'batch')).toMatchObject({
      rows: [{ line: 3 }],
      leftOut: [{ what: 'row', name: '1', count: 1 }],
    })
  })

  test('the headings once more, as printed pages have them, are no firm', () => {
    const table = `企业名称,信用代码\n测试甲有限公司,91110000MA00001007\n企业名称,信用代码\n测试乙有限公司,91110000MA0000101A\n`
    expect(reportFor(table, 'batch').rows.map(each => each.line)).toEqual([2, 4])
  })
})

describe('headings of people', () => {
  test.each([
    ['姓名(必填),手机号码（必填）'],
    ['员工姓名,员工手机号码'],
    ['学生姓名*,联系电话*'],
    ['姓 名,手 机 号'],
    ['客户姓名：,移动电话：'],
  ])('%s', headings => {
    expect(fieldsOf(`${headings}\n测试员甲,13800138000\n`, 'person')).toEqual([
      { name: '测试员甲', mobile: '13800138000' },
    ])
  })

  test('a list without headings is none, whatever its people are called', () => {
    expect(reportFor('测试员甲,13800138000\n联系人,13800138001\n', 'person').error?.code).toBe(
      'SHEET_NO_HEADING',
    )
  })

  test('columns nobody knows are named with how many cells say something', () => {
    expect(
      reportFor('序号,姓名,部门,,编号\n1,测试员甲,财务,急,HT-1\n2,测试员乙,,,HT-2\n', 'person').leftOut,
    ).toEqual([
      { what: 'column', name: '部门', count: 1 },
      { what: 'column', name: 'D', count: 1 },
      { what: 'column', name: '编号', count: 2 },
    ])
  })
})

describe('what is hidden', () => {
  test('a hidden column does not win over one that is seen, and is named', () => {
    const bytes = workbook(
      `<cols><col min="1" max="1" width="9" hidden="true"/></cols>${sheet(row(1, '姓名', '姓名', '手机号'), row(2, '旧名', '测试员甲', '13800138000'))}`,
    )
    expect(reportFor(bytes, 'person')).toMatchObject({
      rows: [{ fields: { name: '测试员甲', mobile: '13800138000' } }],
      leftOut: [{ what: 'column', name: '姓名', count: 1 }],
    })
    expect(fieldsOf(bytes, 'person', { hiddenColumns: true })).toEqual([
      { name: '旧名', mobile: '13800138000' },
    ])
  })

  test('a width or height of nothing hides as well', () => {
    const bytes = workbook(
      `<cols><col min="2" max="2" width="0" customWidth="1"/></cols>${sheet(row(1, '姓名', '手机号'), row(2, '测试员甲', '13800138000'), row(3, '测试员乙', '13800138001').replace('<row', '<row ht="0" customHeight="1"'))}`,
    )
    expect(reportFor(bytes, 'person')).toMatchObject({
      rows: [{ line: 2, fields: { name: '测试员甲' } }],
      leftOut: [
        { what: 'row', name: '3', count: 1 },
        { what: 'column', name: '手机号', count: 2 },
      ],
    })
  })

  test('when all is hidden, that is what is said', () => {
    const bytes = workbook(sheet(row(1, '姓名'), row(2, '测试员甲').replace('<row', '<row hidden="1"')))
    expect(reportFor(bytes, 'person').error?.code).toBe('SHEET_ALL_HIDDEN')
  })
})

describe('cells', () => {
  /** A firm's number as a cell of any kind. */
  const bizId = (cell: string, styles = '') => {
    const bytes = workbook(
      sheet(row(1, '姓名', '业务编号'), `<row r="2">${text('A2', '测试员甲')}${cell}</row>`),
      styles === ''
        ? {}
        : {
            styles: `<numFmts><numFmt numFmtId="170" formatCode="${styles}"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="14"/><xf numFmtId="58"/></cellXfs>`,
          },
    )
    const [person] = reportFor(bytes, 'person').rows
    return [person?.fields.bizId, ...(person?.issues.map(({ code }) => code) ?? [])]
  }
  test.each([
    ['a number shown with zeros before it', '<c r="B2" s="1"><v>42</v></c>', '000000', ['000042']],
    ['with a word before it', '<c r="B2" s="1"><v>42</v></c>', '&quot;HT-&quot;0000', ['HT-0042']],
    ['with a gap in it', '<c r="B2" s="1"><v>20260042</v></c>', '0000-0000', ['2026-0042']],
    ['a mobile in groups', '<c r="B2" s="1"><v>13800138000</v></c>', '000-0000-0000', ['13800138000']],
    ['a number with separators is the number', '<c r="B2" s="1"><v>12345</v></c>', '#,##0.00', ['12345']],
    ['what was made a date', '<c r="B2" s="2"><v>46093</v></c>', '0', ['2026-03-12', 'turnedToDate']],
    ['the same, shown in Chinese', '<c r="B2" s="3"><v>46093</v></c>', '0', ['2026-03-12', 'turnedToDate']],
    ['a strict date', '<c r="B2" t="d"><v>2026-03-12T00:00:00</v></c>', '', ['2026-03-12', 'turnedToDate']],
    ['typed text like a date', text('B2', '2026-03-12'), '', ['2026-03-12']],
    ['a formula with its value', '<c r="B2" t="str"><f>A1</f><v>HT-1</v></c>', '', ['HT-1']],
    ['a formula nobody calculated', '<c r="B2"><f>A1</f><v/></c>', '', ['#CALC!', 'formulaError']],
    ['a formula that failed', '<c r="B2" t="e"><f>A1</f><v>#REF!</v></c>', '', ['#REF!', 'formulaError']],
    ['a formula that says nothing', '<c r="B2" t="str"><f>A1</f><v></v></c>', '', [undefined]],
    ['a number as Java writes it', '<c r="B2"><v>1.3800138E10</v></c>', '', ['13800138000']],
    ['a number as pandas writes it', '<c r="B2"><v>42.0</v></c>', '', ['42']],
    [
      'more digits than are kept',
      '<c r="B2"><v>110101199001010023</v></c>',
      '',
      ['1.1010119900101002E+17', 'digitsLost'],
    ],
    ['text of a writer that forgot to say so', '<c r="B2"><v>HT-1</v></c>', '', ['HT-1']],
  ])('%s', (_, cell, styles, expected) => {
    expect(bizId(cell, styles)).toEqual(expected)
  })
})

describe('text files', () => {
  const people = [{ name: '测试员甲', mobile: '13800138000' }]
  const table = '姓名,手机号\n测试员甲,13800138000\n'
  test.each<[string, Buffer]>([
    ['UTF-16 without a mark', Buffer.from(table, 'utf16le')],
    ['the same the other way round', Buffer.from(table, 'utf16le').swap16()],
    ['GB18030', iconv.encode(table, 'gb18030')],
    ['old Macs’ line ends', Buffer.from(table.replace(/\n/g, '\r'))],
    ['a line that says what separates', Buffer.from(`sep=;\r\n${table.replace(/,/g, ';')}`)],
    ['all in quotation marks', Buffer.from('"姓名" , "手机号"\n"测试员甲" , "13800138000"\n')],
    ['tabs', iconv.encode(table.replace(/,/g, '\t'), 'gbk')],
  ])('%s', (_, bytes) => {
    expect(fieldsOf(bytes, 'person')).toEqual(people)
  })

  test.each([
    ['in the middle of a name', '测试"员甲,13800138000', '测试"员甲'],
    ['that is never closed', '"测试员甲,13800138000', '"测试员甲'],
    ['behind a name', '测试员甲",13800138000', '测试员甲"'],
  ])('a quotation mark %s is part of it, and the next line is read by the rules', (_, line, name) => {
    expect(fieldsOf(`姓名,手机号\n${line}\n"测试员,乙","13800138001"\n`, 'person')).toEqual([
      { name, mobile: '13800138000' },
      { name: '测试员,乙', mobile: '13800138001' },
    ])
  })

  test('one character spoilt in UTF-8 spoils no other', () => {
    const bytes = Buffer.from(`姓名,手机号\n${'测试员甲,13800138000\n'.repeat(9)}`)
    bytes[bytes.lastIndexOf('甲')] = 0xff
    expect(fieldsOf(bytes, 'person').slice(0, 8)).toEqual(Array.from({ length: 8 }, () => people[0]))
  })
})

describe('files that are something else', () => {
  const compound = (stream: string) =>
    Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(1000),
      Buffer.from(stream, 'utf16le'),
      Buffer.alloc(1000),
    ])
  const zip = (...names: string[]) => archive(names.map(name => ({ name, content: '<a/>' })))
  test.each<[string, Buffer, string]>([
    ['nothing', Buffer.alloc(0), 'FILE_EMPTY'],
    ['an old workbook', compound('Workbook'), 'FILE_OLD_EXCEL'],
    ['a workbook with a password', compound('EncryptedPackage'), 'FILE_LOCKED'],
    ['a letter', compound('WordDocument'), 'FILE_OTHER_KIND'],
    ['a web page', Buffer.from('<html><body><table><tr><td>姓名</td></tr></table>'), 'FILE_WEB_PAGE'],
    [
      'a table alone',
      iconv.encode('\n <TABLE border=1><tr><td>姓名</td></tr></TABLE>', 'gbk'),
      'FILE_WEB_PAGE',
    ],
    [
      'a web page as one file',
      Buffer.from('MIME-Version: 1.0\r\nContent-Type: multipart/related'),
      'FILE_WEB_PAGE',
    ],
    [
      'XML of 2003',
      Buffer.from(
        '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
      ),
      'FILE_XML',
    ],
    ['an OpenDocument', zip('mimetype', 'content.xml', 'META-INF/manifest.xml'), 'FILE_OPEN_DOCUMENT'],
    ['of Numbers', zip('Index/Document.iwa', 'Metadata/Properties.plist'), 'FILE_NUMBERS'],
    ['a binary workbook', zip('[Content_Types].xml', 'xl/workbook.bin'), 'FILE_BINARY_WORKBOOK'],
    ['an archive', zip('a.xlsx'), 'FILE_OTHER_KIND'],
    ['a PDF', Buffer.from('%PDF-1.7\n'), 'FILE_OTHER_KIND'],
    ['noise', Buffer.from([1, 2, 0, 0, 255, 254, 200]), 'FILE_BROKEN'],
    ['an archive cut off', workbook(sheet(row(1, '姓名'))).subarray(0, -30), 'FILE_BROKEN'],
  ])('%s', (_, bytes, code) => {
    const { error } = reportFor(bytes, 'person')
    expect(error?.code).toBe(code)
    expect(error?.message.length).toBeGreaterThan(10)
  })
})

describe('which sheet is meant', () => {
  const people = sheet(row(1, '姓名', '手机号'), row(2, '测试员甲', '10020033001'))
  const explanation = sheet(row(1, '请按要求填写'), row(2, '姓名', '必填'), row(3, '手机号', '必填,11 位'))

  test.each([
    ['填写说明', explanation],
    ['Sheet1', explanation],
    ['导入须知', sheet(row(1, '姓名', '手机号'), row(2, '与身份证一致', '11 位'))],
    ['封面', sheet(row(1, '2026 年名单'))],
  ])('a sheet %s in front is not the list', (name, cells) => {
    const report = reportFor(sheetsOf({ [name]: cells, 名单: people }), 'person')
    expect(report.rows.map(({ line, fields }) => [line, fields])).toEqual([
      [2, { name: '测试员甲', mobile: '10020033001' }],
    ])
    expect(report.leftOut.map(({ what, name: left }) => [what, left])).toEqual([['sheet', name]])
  })
})

test('an entry whose bytes are not those that were packed is broken, whatever they unpack to', () => {
  const parts = unzipSync(workbook(sheet(row(1, '姓名', '手机号'), row(2, '测试员甲', '10020033001'))))
  const bytes = Buffer.from(zipSync(parts, { level: 0 }))
  const spoilt = Buffer.from(bytes)
  // A mobile that a bad disk has changed.
  spoilt.write('2', spoilt.lastIndexOf('10020033001') + 10)
  expect(reportFor(bytes, 'person').error).toBeNull()
  expect(reportFor(spoilt, 'person').error?.code).toBe('FILE_BROKEN')
})

/** A workbook of these sheets, in this order. */
function sheetsOf(sheets: Record<string, string>): Buffer {
  const names = Object.keys(sheets)
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const packages = 'http://schemas.openxmlformats.org/package/2006/relationships'
  const relation = (id: number, type: string, target: string) =>
    `<Relationship Id="r${id}" Type="${office}/${type}" Target="${target}"/>`
  const relations = (...all: string[]) => `<Relationships xmlns="${packages}">${all.join('')}</Relationships>`
  return archive([
    { name: '_rels/.rels', content: relations(relation(0, 'officeDocument', 'xl/workbook.xml')) },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${names
        .map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="r${index}"/>`)
        .join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: relations(...names.map((_, index) => relation(index, 'worksheet', `worksheets/${index}.xml`))),
    },
    ...names.map((name, index) => ({
      name: `xl/worksheets/${index}.xml`,
      content: `<worksheet xmlns="${main}">${sheets[name]}</worksheet>`,
    })),
  ])
}
