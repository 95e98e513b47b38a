import type { FileResult } from '../../contract/batch'
import { headingTexts, type Language, valueTexts } from '../../domain/batch/headings'
import { type BatchRow, type Column, columns, type Issue, type RowFields } from '../../domain/batch/row'
import { beijingTime } from '../../domain/day'
import { writeXlsx } from '../../platform/sheet'
import type { Deps } from '../kit/deps'
import { fileName } from '../kit/fileName'
import { templateFile } from '../kit/templateFile'
import { issueTexts, problemTexts, sheetTexts, stateTexts } from './exportTexts'
import { batchOf, wholeRows } from './rows'
import { issuesInPart, masked } from './view'

const widths: Record<Column, number> = {
  name: 36,
  creditCode: 24,
  legalName: 14,
  address: 40,
  adminName: 14,
  adminMobile: 16,
  adminIdType: 22,
  adminIdNumber: 24,
  authorization: 20,
}

/** An empty spreadsheet to fill in, and a second sheet with one example. */
export async function template(
  _deps: Deps,
  _operator: string,
  { language = 'zh' }: { language?: Language },
): Promise<FileResult> {
  const texts = sheetTexts[language]
  const example = exampleOf(language)
  return templateFile({
    name: texts.template,
    exampleName: texts.example,
    columns: columns.map(column => ({
      heading: headingTexts[language][column],
      width: widths[column],
      example: example[column],
    })),
  })
}

/** What is wrong by row and column, or where every row stands. Id numbers are masked. Throws NOT_FOUND. */
export async function exportSheet(
  deps: Deps,
  _operator: string,
  { id, what, language }: { id: string; what: 'issues' | 'board'; language: Language },
): Promise<FileResult> {
  const { title } = await batchOf(deps, id)
  const rows = await wholeRows(deps, id)
  const texts = sheetTexts[language]
  const sheet = what === 'issues' ? issuesSheet(deps, rows, language) : boardSheet(rows, language)
  const name = `${fileName(title)} ${texts[what]}.xlsx`
  return { name, content: (await writeXlsx({ name: texts[what], ...sheet })).toString('base64') }
}

function boardSheet(rows: readonly BatchRow[], language: Language) {
  const heading = headingTexts[language]
  const texts = sheetTexts[language]
  return {
    columns: [
      { heading: texts.number, width: 8 },
      { heading: heading.name, width: widths.name },
      { heading: heading.creditCode, width: widths.creditCode },
      { heading: texts.state, width: 16 },
      { heading: texts.rawStatus, width: 16 },
      { heading: texts.vendorText, width: 50 },
      { heading: texts.problem, width: 30 },
      { heading: heading.adminName, width: 14 },
      { heading: texts.updatedAt, width: 22 },
    ],
    rows: rows.map(row => [
      String(row.number),
      row.name,
      row.creditCode,
      stateTexts[language][row.state],
      row.rawStatus ?? '',
      row.vendorText ?? '',
      row.problem ? problemTexts[language][row.problem] : '',
      row.maskedAdmin?.name ?? '',
      beijingTime(row.updatedAt),
    ]),
  }
}

/** One line an issue: where it is, what is wrong, what was typed and what would do. */
function issuesSheet(deps: Deps, rows: readonly BatchRow[], language: Language) {
  const texts = sheetTexts[language]
  return {
    columns: [
      { heading: texts.number, width: 8 },
      { heading: headingTexts[language].name, width: widths.name },
      { heading: texts.column, width: 20 },
      { heading: texts.issue, width: 50 },
      { heading: texts.typed, width: 30 },
      { heading: texts.suggestion, width: 30 },
    ],
    rows: rows
      .filter(({ state }) => state === 'draft')
      .flatMap(row => {
        const fields = masked(deps, row)
        return issuesInPart(deps, row).map(issue => [
          String(row.number),
          row.name,
          columnText(issue, language),
          issueTexts[language][issue.code].replace('{other}', String(issue.other)),
          typedText(issue, fields),
          issue.suggestion ?? '',
        ])
      }),
  }
}

function columnText({ column }: Issue, language: Language): string {
  if (column === 'licence' || column === 'letter') return sheetTexts[language][column]
  return headingTexts[language][column]
}

function typedText({ column }: Issue, typed: Partial<Record<Issue['column'], string>> | null): string {
  return typed?.[column] ?? ''
}

/** Fictitious; the check signs are right. */
function exampleOf(language: Language): RowFields {
  return {
    name: '示例科技（北京）有限公司',
    creditCode: '91110000MA0TEA001C',
    legalName: '示例法人',
    address: '北京市海淀区示例路1号',
    adminName: '示例管理员',
    adminMobile: '13800000000',
    adminIdType: valueTexts[language].adminIdType.residentId,
    adminIdNumber: '110101199001010015',
    authorization: valueTexts[language].authorization.legalPerson,
  }
}
