import { inputs } from './inputs'
import { parse } from './source'

const found = (jsx: string) => inputs(parse('miniprogram/pages/a/index.tsx', `const a = ${jsx}`))

test.each(['<Field maxlength={20} />', '<Input maxlength="20" />', '<Textarea maxlength={0x20} />'])(
  'a bare length is found: %s',
  jsx => {
    expect(found(jsx)).toHaveLength(1)
  },
)

test.each([
  '<Field maxlength={mobile.longest} />',
  '<Field maxlength={roomFor(18)} />',
  '<Textarea maxlength={-1} />',
])('let be: %s', jsx => {
  expect(found(jsx)).toEqual([])
})
