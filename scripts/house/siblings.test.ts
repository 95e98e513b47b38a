import { siblings } from './siblings'
import { parse } from './source'

const found = (jsx: string) => siblings(parse('miniprogram/pages/a/index.tsx', `const a = (\n${jsx}\n)`))

test.each([
  '<View>{failure && <Notice>{text}</Notice>}</View>',
  '<View><Button /></View>',
  '<View>{rows.map(row => <Row key={row} />)}</View>',
  '<View>{row ? <Row /> : null}</View>',
])('a bare box is found: %s', jsx => {
  expect(found(jsx)).toEqual([
    'miniprogram/pages/a/index.tsx:2 is a bare <View> around elements: use <Apart>, or give it a className',
  ])
})

test.each([
  '<View>{failureText(failure)}</View>',
  '<View>一行字</View>',
  '<View className="p-a"><Row /></View>',
  '<View id="list">{rows.map(row => <Row key={row} />)}</View>',
  '<Apart>{failure && <Notice>{text}</Notice>}</Apart>',
])('let be: %s', jsx => {
  expect(found(jsx)).toEqual([])
})

test('one inside the other is found too', () => {
  expect(found('<View className="p-a">\n<View>{row && <Row />}</View></View>')).toHaveLength(1)
})
