import { unzipSync } from 'fflate'
import { readSheet } from 'read-excel-file/node'
import { createWorld, type World } from '../../../test/support/world'
import { perform } from '../../api/perform'
import { importInvitees } from '../../domain/invitation/importInvitees'
import { readText } from '../../platform/sheet/readFile'
import { claim } from '../operator/claim'
import { invitationTemplate } from './template'

let world: World
beforeEach(async () => {
  world = createWorld()
  await claim(world.deps, 'owner', { code: 'setup-code' })
})

/** Sheets count from 1. The library reads it, none of ours. */
async function sheetOf({ content }: { content: string }, number: number): Promise<string> {
  const rows = await readSheet(Buffer.from(content, 'base64'), number)
  return rows.map(row => row.map(cell => String(cell ?? '')).join('\t')).join('\n')
}
const importOf = async (file: { content: string }, number: number, subject: 'person' | 'organization') =>
  importInvitees(readText(await sheetOf(file, number)), subject, world.deps.clock())

test('it is for operators', async () => {
  const asked = perform(world.deps, 'mallory', 'invitation.template', { subject: 'person', language: 'zh' })
  await expect(asked).rejects.toMatchObject({ code: 'FORBIDDEN' })
})

test.each([
  ['person', 'zh', '个人邀请模板.xlsx'],
  ['person', 'en', 'Template for people.xlsx'],
  ['organization', 'zh', '企业邀请模板.xlsx'],
  ['organization', 'en', 'Template for organizations.xlsx'],
] as const)('of %s in %s: nothing is in it to import', async (subject, language, name) => {
  const file = await invitationTemplate(world.deps, 'owner', { subject, language })
  expect(file.name).toBe(name)
  expect(await importOf(file, 1, subject)).toEqual({ problem: 'empty' })
})

test.each(['zh', 'en'] as const)('the example of a person in %s is one to follow', async language => {
  const file = await invitationTemplate(world.deps, 'owner', { subject: 'person', language })
  expect(await importOf(file, 2, 'person')).toEqual({
    rows: [
      {
        line: 2,
        invitee: { name: '示例用户', mobile: '13800000000', idNumber: '110101199001010015' },
        bizId: 'HT-0001',
      },
    ],
    issues: [],
    faulty: 0,
    lines: 1,
    unknownHeadings: [],
    leftOut: [],
  })
})

test.each(['zh', 'en'] as const)('the example of an organization in %s is one to follow', async language => {
  const file = await invitationTemplate(world.deps, 'owner', { subject: 'organization', language })
  expect(await importOf(file, 2, 'organization')).toEqual({
    rows: [
      {
        line: 2,
        invitee: {
          name: '示例科技（北京）有限公司',
          registerNumber: '91110000MA0TEA001C',
          legalPerson: '示例法人',
          applicantName: '示例经办人',
          applicantMobile: '13800000000',
        },
        bizId: 'HT-0001',
      },
    ],
    issues: [],
    faulty: 0,
    lines: 1,
    unknownHeadings: [],
    leftOut: [],
  })
})

test('its first sheet has the headings, and a thousand lines of cells that take what is typed as text', async () => {
  const file = await invitationTemplate(world.deps, 'owner', { subject: 'person', language: 'zh' })
  expect(await sheetOf(file, 1)).toMatch(/^姓名\t手机号\t身份证号\t业务编号/)
  const { 'xl/worksheets/sheet1.xml': sheet } = unzipSync(Buffer.from(file.content, 'base64'))
  expect(Buffer.from(sheet ?? []).toString()).toContain(
    '<row r="1001"><c r="A1001" s="2"/><c r="B1001" s="2"/><c r="C1001" s="2"/><c r="D1001" s="2"/></row>',
  )
})
