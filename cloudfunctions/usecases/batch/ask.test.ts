import { zipSync } from 'fflate'
import {
  type BatchWorld,
  createBatchWorld,
  headingLine,
  line,
  operator,
} from '../../../test/support/batch-world'
import type { CreateInput } from '../../contract/batch'
import { createOrAsk } from './create'

let world: BatchWorld
beforeEach(async () => {
  world = await createBatchWorld()
})

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** Two organizations, the second in a hidden row. */
function hidingOne(): Buffer {
  const row = (text: string, hidden: boolean) =>
    `<row${hidden ? ' hidden="1"' : ''}>${text
      .split('\t')
      .map(cell => `<c t="inlineStr"><is><t>${cell}</t></is></c>`)
      .join('')}</row>`
  const rows = [row(headingLine, false), row(line(1), false), row(line(2), true)].join('')
  const parts = {
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="名单" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`,
  }
  const packed = Object.entries(parts).map(([name, text]) => [name, Buffer.from(text)] as const)
  return Buffer.from(zipSync(Object.fromEntries(packed)))
}

let uploads = 0
const importing = (reading: CreateInput['reading']) => {
  uploads += 1
  const fileId = `cloud://env/imports/${String(uploads).padStart(16, '0')}.xlsx`
  world.files.set(fileId, hidingOne())
  return createOrAsk(world.deps, operator, {
    clientKey: 'key-batch-asked-0001',
    title: '十一月',
    linkMode: 'single',
    authorization: null,
    source: { kind: 'file', fileId },
    reading,
  })
}

test('nothing is made while the operator has a choice, and the choice makes one batch of it', async () => {
  expect(await importing({ ask: true })).toEqual({
    outcome: 'asked',
    rows: 1,
    leftOut: [{ what: 'row', name: '3', count: 1, why: 'hidden' }],
  })
  expect([world.store.all('batches'), world.store.all('batch_rows'), world.files.size]).toEqual([[], [], 0])
  const made = await importing({ ask: false, hiddenRows: true })
  expect(made).toMatchObject({ outcome: 'created', batch: { total: 2 }, leftOut: [] })
  expect(world.store.all('batches')).toHaveLength(1)
})

test('who is not to be asked is told what was left out', async () => {
  expect(await importing(undefined)).toMatchObject({
    outcome: 'created',
    batch: { total: 1 },
    leftOut: [{ count: 1 }],
  })
})

test('with nothing to choose nobody is asked', async () => {
  expect(await importing({ ask: true, hiddenRows: true })).toMatchObject({ outcome: 'created', leftOut: [] })
})
