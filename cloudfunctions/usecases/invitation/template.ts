import type { FileResult } from '../../contract/batch'
import { type InviteeColumn, inviteeHeadings } from '../../domain/invitation/importHeadings'
import type { Headings, Language } from '../../domain/sheet/headings'
import type { Subject } from '../../domain/words'
import type { Deps } from '../kit/deps'
import { templateFile } from '../kit/templateFile'

const names: Record<Language, Record<Subject | 'example', string>> = {
  zh: { person: '个人邀请模板', organization: '企业邀请模板', example: '填写示例' },
  en: {
    person: 'Template for people',
    organization: 'Template for organizations',
    example: 'Example',
  },
}
const widths: Record<InviteeColumn, number> = {
  name: 36,
  mobile: 16,
  idNumber: 24,
  registerNumber: 24,
  legalPerson: 18,
  applicantName: 16,
  applicantMobile: 18,
  bizId: 20,
}
/** Fictitious; the check digit and the check sign are right. */
const examples = {
  person: { name: '示例用户', mobile: '13800000000', idNumber: '110101199001010015', bizId: 'HT-0001' },
  organization: {
    name: '示例科技（北京）有限公司',
    registerNumber: '91110000MA0TEA001C',
    legalPerson: '示例法人',
    applicantName: '示例经办人',
    applicantMobile: '13800000000',
    bizId: 'HT-0001',
  },
} as const

/** An empty spreadsheet of people or organizations to fill in, and one example. */
export async function invitationTemplate(
  _deps: Deps,
  _operator: string,
  { subject, language }: { subject: Subject; language: Language },
): Promise<FileResult> {
  return templateFile({
    name: names[language][subject],
    exampleName: names[language].example,
    columns:
      subject === 'person'
        ? columnsOf(inviteeHeadings.person, examples.person, language)
        : columnsOf(inviteeHeadings.organization, examples.organization, language),
  })
}

function columnsOf<C extends InviteeColumn>(
  { columns, texts }: Headings<C>,
  example: Readonly<Record<C, string>>,
  language: Language,
) {
  return columns.map(column => ({
    heading: texts[language][column],
    width: widths[column],
    example: example[column],
  }))
}
