import { sizeText } from './size-text'

test.each([
  [1, '1 KB'],
  [340 * 1024, '340 KB'],
  [5 * 1024 * 1024, '5 MB'],
  [4.56 * 1024 * 1024, '4.6 MB'],
  [1000 * 1024, '1 MB'],
])('%i bytes read %s', (bytes, text) => {
  expect(sizeText(bytes)).toBe(text)
})
