import { batchText } from './texts'

jest.mock('@tarojs/taro', () => jest.requireActual('../../../../test/support/taro'))

/** What stands beside its label on the page of a row; the files have their names above. */
const beside = Object.entries(batchText.dictionary.en).filter(
  ([key]) => key.startsWith('column.') && !['column.licence', 'column.letter'].includes(key),
)

test('no word of an English label is wider than its column', () => {
  expect(beside.length).toBeGreaterThan(5)
  for (const [key, label] of beside)
    expect([key, label.split(' ').filter(word => word.length > 11)]).toEqual([key, []])
})
