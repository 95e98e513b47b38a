import { parse } from './source'
import { spoken } from './spoken'

const found = (jsx: string) => spoken(parse('miniprogram/pages/a/index.tsx', `const a = ${jsx}`))

test.each([
  '<Image src={a} />',
  '<Image src={a} ariaLabel="甲" aria-hidden />',
  '<View onClick={go}>去</View>',
  '<View ariaLabel="甲" />',
])('is found: %s', jsx => {
  expect(found(jsx)).toHaveLength(1)
})

test.each([
  '<Image src={a} aria-label="甲" />',
  '<Image src={a} aria-hidden />',
  '<View aria-role="button" onClick={go}>去</View>',
  '<View aria-hidden onClick={close} />',
  '<View>字</View>',
  '<Button onClick={go}>去</Button>',
])('let be: %s', jsx => {
  expect(found(jsx)).toEqual([])
})
