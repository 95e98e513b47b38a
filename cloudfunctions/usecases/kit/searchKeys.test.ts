import { createVault } from '../../platform/crypto'
import { searchedKeys, searchKeys } from './searchKeys'

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
