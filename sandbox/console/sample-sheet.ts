/** A sheet of twelve fictitious organizations to import, some of them wrong on purpose. */
import iconv from 'iconv-lite'
import { creditCode } from './browser/company'
import { personas } from './browser/persona'

export type SheetEncoding = 'utf8' | 'gbk'

export interface SampleRow {
  name: string
  creditCode: string
  legalName: string
  address: string
  adminName: string
  adminMobile: string
  adminIdNumber: string
}

const HEADING: Readonly<Record<keyof SampleRow, string>> = {
  name: '企业名称',
  creditCode: '统一社会信用代码',
  legalName: '法定代表人',
  address: '注册地址',
  adminName: '管理员姓名',
  adminMobile: '管理员手机号',
  adminIdNumber: '管理员证件号',
}

const STEMS = '甲乙丙丁戊己庚辛壬癸子丑'
const [, second = personas[0], third = second] = personas

/** The faults of the rows that have one, by their index. */
const FAULTS: Readonly<Record<number, (row: SampleRow, rows: readonly SampleRow[]) => SampleRow>> = {
  4: row => ({ ...row, creditCode: withWrongSign(row.creditCode) }),
  5: row => ({ ...row, name: '样例己(北京)科技有限公司' }),
  7: (row, rows) => ({ ...row, name: rows[1]?.name ?? '', creditCode: rows[1]?.creditCode ?? '' }),
  8: row => ({ ...row, adminName: '', adminMobile: '', adminIdNumber: '' }),
  // Mended without asking: small letters and spaces.
  9: row => ({ ...row, creditCode: ` ${row.creditCode.toLowerCase().replace(/^(.{8})/, '$1 ')}` }),
  // Right as far as anybody can see here; the simulator of the vendor refuses it by its name.
  10: row => ({ ...row, name: '样例三要素不符有限公司' }),
}

export function sampleRows(): SampleRow[] {
  const rows = Array.from(STEMS, (stem, index): SampleRow => {
    const admin = index % 2 === 0 ? second : third
    return {
      name: `样例${stem}科技有限公司`,
      creditCode: creditCode('91', '110000', `MA0TEC${String(index + 1).padStart(2, '0')}`),
      legalName: `样例${stem}`,
      address: `北京市东城区样例路${index + 1}号,${index + 1}层`,
      adminName: admin.name,
      adminMobile: admin.mobile,
      adminIdNumber: admin.idNumber,
    }
  })
  return rows.map((row, index) => FAULTS[index]?.(row, rows) ?? row)
}

/** CSV as spreadsheet programs write it in China: with a byte order mark, or in GBK. */
export function sampleSheet(encoding: SheetEncoding): Buffer {
  const keys = Object.keys(HEADING).filter(isColumn)
  const lines = [keys.map(key => HEADING[key]), ...sampleRows().map(row => keys.map(key => row[key]))]
  const text = lines.map(cells => `${cells.map(quoted).join(',')}\r\n`).join('')
  return encoding === 'gbk' ? iconv.encode(text, 'gbk') : iconv.encode(text, 'utf8', { addBOM: true })
}

function isColumn(key: string): key is keyof SampleRow {
  return key in HEADING
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell
}

/** Another sign of the alphabet in the last place. */
function withWrongSign(code: string): string {
  return code.slice(0, -1) + (code.endsWith('A') ? 'B' : 'A')
}
