import { createVault } from '../../platform/crypto'
import { pieceKeys, searchedKeys, searchKeys, soughtKeys } from './searchKeys'

const keys = { seal: [{ id: 'k1', key: Buffer.alloc(32, 1) }], lookup: Buffer.alloc(32, 2) }
const deps = { vault: createVault(keys) }
/** As documents were keyed before there was one form for all ways to write something. */
const earlierKey = (text: string) =>
  deps.vault.digest('search', text.normalize('NFKC').replace(/\s/g, '').toUpperCase()).slice(0, 32)

test.each([
  ['买买提·艾力', '买买提·艾力'],
  ['买买提·艾力', '买买提•艾力'],
  ['买买提·艾力', '买买提 艾力'],
  ['13800138000', '+86 138-0013-8000'],
  ['ht-2026/1', 'HT-2026/1'],
  ['示例（北京）有限公司', '示例(北京)有限公司'],
  ['张三', '张　三'],
])('%s is found by %s, whether it was kept before or since', (kept, searched) => {
  const found = searchedKeys(deps, searched)
  expect(found).toContain(searchKeys(deps, [kept])[0])
  expect(found).toContain(earlierKey(kept))
  expect(found.length).toBeLessThanOrEqual(3)
})

test('another name is not found', () => {
  expect(searchedKeys(deps, '买买提·艾山')).not.toContain(earlierKey('买买提·艾力'))
})

/** Whether a document with these keys is found, as the store does it. */
const isFound = (keys: readonly string[], text: string) =>
  soughtKeys(deps, text).every(any => any.some(key => keys.includes(key)))

test.each(['云上', '云上贸', '州云上贸易', '杭州云上贸易（集团）有限公司', '杭州云上贸易(集团)有限公司'])(
  'an organization is found by %s',
  text => {
    const name = '杭州云上贸易（集团）有限公司'
    expect(isFound([...searchKeys(deps, [name]), ...pieceKeys(deps, [name])], text)).toBe(true)
  },
)

test.each(['云', '云下', '贸易云上', '杭州云上贸易有限公司'])('and not by %s', text => {
  const name = '杭州云上贸易（集团）有限公司'
  expect(isFound([...searchKeys(deps, [name]), ...pieceKeys(deps, [name])], text)).toBe(false)
})

test('a person is found by the whole name alone', () => {
  const keys = searchKeys(deps, ['测试员甲', '13800138000'])
  expect(['测试', '测试员', '1380', '测试员甲'].map(text => isFound(keys, text))).toEqual([
    false,
    false,
    false,
    true,
  ])
})

test('what is kept and what is asked stay small, whatever is typed', () => {
  expect(pieceKeys(deps, ['字'.repeat(1000)]).length).toBe(2)
  const long = Array.from({ length: 1000 }, (_, at) => String.fromCodePoint(0x4e00 + at)).join('')
  expect(pieceKeys(deps, [long]).length).toBe(197)
  expect(soughtKeys(deps, long).length).toBe(8)
})

test('what says nothing is kept by no key, and what is said twice by one', () => {
  expect(searchKeys(deps, [undefined, '', ' \t', '张三', '张 三'])).toEqual(searchKeys(deps, ['张三']))
  expect(searchKeys(deps, ['张三'])).toHaveLength(1)
  expect(pieceKeys(deps, [undefined, ''])).toEqual([])
})

test('the keys of parts are those by which documents are kept since long', () => {
  const keyOf = (piece: string) => deps.vault.digest('searchPiece', piece).slice(0, 12)
  expect(pieceKeys(deps, ['云山水'])).toEqual(['云山', '山水', '云山水'].map(keyOf))
})

test('a single sign is looked for as a whole alone', () => {
  expect(soughtKeys(deps, '云')).toEqual([searchedKeys(deps, '云')])
})
