import * as fc from 'fast-check'
import { SheetError, writeXlsx } from '../../cloudfunctions/platform/sheet'
import { readFile, readText } from '../../cloudfunctions/platform/sheet/readFile'
import { type Fuzz, forAll } from './check'

const edits = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    how: fc.constantFrom('flip', 'cut', 'insert', 'zero', 'repeat'),
    bytes: fc.uint8Array({ minLength: 1, maxLength: 40 }),
  }),
  { minLength: 1, maxLength: 4 },
)
const texts = [
  '姓名,手机号\n测试员甲,13800138000',
  '姓名\t手机号\n"测试',
  '\uFEFFa;b\n1;2',
  '<html><table>',
  '<?xml version="1.0"?>',
]

/** Spreadsheets as they are, with bytes changed, cut out, put in; and texts: rows, or a SheetError, never anything else. */
export const sheetsFuzz: Fuzz = {
  name: 'sheets',
  async run(options) {
    const workbook = await writeXlsx({
      name: '名单',
      columns: ['姓名', '手机号', '备注'].map(heading => ({ heading, width: 20 })),
      rows: Array.from({ length: 20 }, (_, row) => ['测试员甲', '13800138000', `=A${row}`]),
    })
    const files = [workbook, ...texts.map(each => Buffer.from(each))]
    const input = fc.tuple(fc.constantFrom(...files), edits, fc.string({ unit: 'binary', maxLength: 300 }))
    await forAll(input, options, async ([file, changes, text]) => {
      await expected(() => readFile(changes.reduce(edited, file)))
      await expected(() => readText(text))
    })
  },
}

interface Edit {
  at: number
  how: string
  bytes: Uint8Array
}

function edited(file: Buffer, { at, how, bytes }: Edit): Buffer {
  const place = Math.floor(at * file.length)
  const head = file.subarray(0, place)
  const tail = file.subarray(place)
  if (how === 'cut') return Buffer.concat([head, tail.subarray(bytes.length)])
  if (how === 'insert') return Buffer.concat([head, bytes, tail])
  if (how === 'repeat') return Buffer.concat([file, head])
  const by = how === 'zero' ? Buffer.alloc(bytes.length) : bytes
  return Buffer.concat([head, by, tail.subarray(by.length)])
}

async function expected(read: () => unknown): Promise<void> {
  try {
    await read()
  } catch (error) {
    if (!(error instanceof SheetError)) throw error
  }
}
