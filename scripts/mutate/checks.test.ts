import { existsSync, readFileSync } from 'node:fs'
import { checks } from './checks'

test.each(checks)('$file: the check "$without" stands there once, and its tests are there', check => {
  const { file, text, becomes, tests } = check
  expect(readFileSync(file, 'utf8').split(text)).toHaveLength(2)
  expect(becomes).not.toBe(text)
  expect(tests.filter(each => !existsSync(each))).toEqual([])
})
