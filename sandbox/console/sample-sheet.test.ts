import { isCreditCode, isIdCardNumber, isMobile } from '../vendors/ess/identity'
import { sampleRows, sampleSheet } from './sample-sheet'

const rows = sampleRows()
const lines = sampleSheet('utf8').toString('utf8').slice(1).trimEnd().split('\r\n')

test('twelve organizations below a heading', () => {
  expect(lines).toHaveLength(13)
  expect(lines[0]).toBe('企业名称,统一社会信用代码,法定代表人,注册地址,管理员姓名,管理员手机号,管理员证件号')
})

test('a cell with a comma is quoted', () => {
  expect(lines[1]).toContain(',"北京市东城区样例路1号,1层",')
})

test('all codes are right but two: one has a wrong check sign, one is typed carelessly', () => {
  const wrong = rows.flatMap((row, index) => (isCreditCode(row.creditCode) ? [] : [index]))
  expect(wrong).toEqual([4, 9])
  expect(isCreditCode(rows[9]?.creditCode.replace(/\s/g, '').toUpperCase() ?? '')).toBe(true)
  expect(isCreditCode(rows[4]?.creditCode.replace(/\s/g, '').toUpperCase() ?? '')).toBe(false)
})

test('one row has half-width brackets, one repeats another, one has no administrator', () => {
  expect(rows.flatMap(({ name }, index) => (/[()]/.test(name) ? [index] : []))).toEqual([5])
  expect([rows[7]?.name, rows[7]?.creditCode]).toEqual([rows[1]?.name, rows[1]?.creditCode])
  expect(rows.flatMap(({ adminName }, index) => (adminName ? [] : [index]))).toEqual([8])
  expect(new Set(rows.map(row => row.creditCode)).size).toBe(11)
})

test('administrators are people of the demo', () => {
  for (const { adminName, adminMobile, adminIdNumber } of rows.filter(row => row.adminName)) {
    expect(['测试员乙', '测试员丙']).toContain(adminName)
    expect([isMobile(adminMobile), isIdCardNumber(adminIdNumber)]).toEqual([true, true])
  }
})

test('GBK holds the same text as UTF-8 with its byte order mark', () => {
  expect(new TextDecoder('gbk').decode(sampleSheet('gbk'))).toBe(
    new TextDecoder('utf-8').decode(sampleSheet('utf8')),
  )
})
