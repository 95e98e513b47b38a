import fc from 'fast-check'
import { entryOfQuery, entryOfScan } from './parse'

const token = 'AbCdEfGhIjKlMnOpQr-_09'
const invitation = { kind: 'invitation', token }
const handover = { kind: 'handover', token }
const byNumber = { kind: 'contract', locator: { contractId: '2879182318' } }
const byBizId = { kind: 'contract', locator: { bizId: 'order-2026.1' } }

test.each([
  [{ i: token }, invitation],
  [{ h: token }, handover],
  [{ c: '2879182318' }, byNumber],
  [{ b: 'order-2026.1' }, byBizId],
  [{ contractId: '2879182318' }, byNumber],
  [{ bizId: 'order-2026.1' }, byBizId],
  [{ scene: `i%3D${token}` }, invitation],
  [{ scene: `i=${token}` }, invitation],
  [{ scene: `h%3D${token}` }, handover],
  [{ scene: 'c%3D2879182318' }, byNumber],
  [{ scene: 'b%3Dorder-2026.1' }, byBizId],
  [{ q: encodeURIComponent(`https://example.com/r?i=${token}`), scancode_time: '1790000000' }, invitation],
  [{ q: encodeURIComponent(`https://example.com/?from=a&h=${token}#top`) }, handover],
  [{ q: encodeURIComponent('https://example.com/c?contractId=2879182318') }, byNumber],
])('the query %j means %j', (query, expected) => {
  expect(entryOfQuery(query)).toEqual(expected)
})

test.each([
  ['nothing', {}],
  ['no query', null],
  ['a token that is too short', { i: token.slice(1) }],
  ['a token that is too long', { i: `${token}A` }],
  ['a token with other signs', { i: `${token.slice(2)}+/` }],
  ['a damaged percent sign', { scene: '%E0%A4%A' }],
  ['a number with a damaged percent sign', { contractId: '%E0%A4%A' }],
  ['a scene encoded twice', { scene: encodeURIComponent(`i%3D${token}`) }],
  ['a link encoded twice', { q: encodeURIComponent(encodeURIComponent(`https://example.com/?i=${token}`)) }],
  ['a link without encryption', { q: encodeURIComponent(`http://example.com/?i=${token}`) }],
  ['a link that carries nothing of ours', { q: encodeURIComponent('https://example.com/?a=b') }],
  ['a link within a link', { q: encodeURIComponent(`https://example.com/?q=https://a.cn/?i=${token}`) }],
  ['a scene with more than one pair', { scene: `i=${token}&h=${token}` }],
  ['a scene of another', { scene: `x%3D${token}` }],
  ['a scene without a key', { scene: '2879182318' }],
  ['an empty contract', { contractId: '' }],
  ['a contract number with a space', { contractId: '12 34' }],
  ['a contract number that is a path', { contractId: '../../home' }],
  ['a contract number that is too long', { c: '1'.repeat(65) }],
  ['a number of the customer in other letters', { bizId: '订单' }],
  ['a value that is no text', { i: [token] }],
  ['a pair behind something else', { scene: `x&i=${token}` }],
  ['a pair of two lines', { scene: `i=${token}\nx` }],
  ['a link behind something else', { q: encodeURIComponent(`see https://example.com/?i=${token}`) }],
  ['a link with a blank in it', { q: encodeURIComponent(`https://example.com/?x=a b&i=${token}`) }],
  ['something endless', { q: encodeURIComponent(`https://example.com/?x=${'a'.repeat(3000)}&i=${token}`) }],
])('%s leads nowhere', (_name, query) => {
  expect(entryOfQuery(query)).toBeNull()
})

test('a bad value is not replaced by that of another key', () => {
  expect(entryOfQuery({ contractId: '?', bizId: 'order_1' })).toBeNull()
  expect(entryOfQuery({ i: 'x', scene: `i=${token}` })).toBeNull()
})

test.each([
  [{ path: `pages/scan/index?scene=i%3D${token}` }, invitation],
  [{ path: 'packages/verify/contract/index.html?scene=c%3D2879182318', result: '' }, byNumber],
  [{ result: `https://example.com/r?h=${token}` }, handover],
  [{ result: ` https://example.com/r?lang=zh&b=order-2026.1#top ` }, byBizId],
  [{ result: `i=${token}` }, invitation],
  [{ result: 'c=2879182318' }, byNumber],
  [{ path: `pages/scan/index?from=a:b&i=${token}` }, invitation],
])('the scanned code %j means %j', (code, expected) => {
  expect(entryOfScan(code)).toEqual(expected)
})

test.each([
  '',
  '2879182318',
  '你好',
  'https://example.com/',
  `http://example.com/?i=${token}`,
  `weixin://dl/business/?i=${token}`,
  `https://?i=${token}`,
  ` http://example.com/?i=${token}`,
  `https://example.com/&i=${token}`,
  `i${token}`,
])('the scanned text %j leads nowhere', result => {
  expect(entryOfScan({ result })).toBeNull()
})

test('the longest that is read, and one sign more', () => {
  const link = (length: number) => {
    const rest = `&i=${token}`
    return `https://example.com/?x=${'a'.repeat(length - 23 - rest.length)}${rest}`
  }
  expect([link(2048).length, entryOfScan({ result: link(2048) })]).toEqual([2048, invitation])
  expect(entryOfScan({ result: link(2049) })).toBeNull()
  const query = (length: number) => entryOfQuery({ q: link(length) })
  expect([query(2048), query(2049)]).toEqual([invitation, null])
})

test('other pairs, empty ones and a number of their own lead nowhere by themselves', () => {
  expect(entryOfScan({ result: 'https://example.com/r?bizId=order-2026.1' })).toEqual(byBizId)
  expect(entryOfScan({ result: `https://example.com/r?a=b=c&&i=${token}` })).toEqual(invitation)
  expect(entryOfScan({ result: 'https://example.com/r?c=1=2' })).toBeNull()
  expect(entryOfScan({ path: `?i=${token}` })).toEqual(invitation)
  expect(entryOfScan({})).toBeNull()
})

describe('whatever comes', () => {
  const names = [
    'i',
    'h',
    'c',
    'b',
    'contractId',
    'bizId',
    'scene',
    'q',
    '__proto__',
    'constructor',
    'toString',
  ]
  const value = fc.oneof(
    fc.string(),
    fc.webUrl(),
    fc.constant(token),
    fc.constant(`i=${token}`),
    fc.anything(),
  )
  const query = fc.array(fc.tuple(fc.oneof(fc.constantFrom(...names), fc.string()), value), { maxLength: 4 })

  /** Everything a page is ever opened with. */
  const harmless = (entry: ReturnType<typeof entryOfQuery>) => {
    if (entry === null) return true
    if (entry.kind !== 'contract') return /^[\w-]{22}$/.test(entry.token)
    return Object.values(entry.locator).every(each => /^[\w.-]{1,64}$/.test(each))
  }

  test('a query never throws, and yields what the contract takes or nothing', () => {
    fc.assert(fc.property(query, pairs => harmless(entryOfQuery(Object.fromEntries(pairs)))))
  })

  test('a scanned text never throws, and yields what the contract takes or nothing', () => {
    const pieces = fc.array(
      fc.oneof(fc.constantFrom('?', '=', '&', '%3D', '#', 'https://', ...names), fc.string()),
    )
    fc.assert(fc.property(pieces, parts => harmless(entryOfScan({ result: parts.join('') }))))
  })

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('%s is no key', name => {
    expect(entryOfQuery(JSON.parse(`{"${name}":"${token}"}`))).toBeNull()
    expect(entryOfScan({ result: `https://example.com/?${name}=${token}` })).toBeNull()
    expect(entryOfScan({ result: `${name}=${token}` })).toBeNull()
  })

  test('every token survives each of the ways it is put into a code', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9_-]{22}$/), each => {
        const entry = { kind: 'invitation', token: each }
        const link = `https://example.com/r?i=${each}`
        expect(entryOfQuery({ scene: encodeURIComponent(`i=${each}`) })).toEqual(entry)
        expect(entryOfQuery({ q: encodeURIComponent(link) })).toEqual(entry)
        expect(entryOfScan({ result: link })).toEqual(entry)
        expect(entryOfScan({ path: `pages/scan/index?scene=i%3D${each}` })).toEqual(entry)
      }),
    )
  })
})

test('what is longer than any code of ours is not even taken apart, wherever it stands', () => {
  const long = '9'.repeat(2049)
  expect(entryOfScan({ result: `i=${token}`, path: `pages/scan/index?x=${long}&i=${token}` })).toBeNull()
  expect(entryOfScan({ result: `https://example.com/i?x=${long}&i=${token}` })).toBeNull()
  expect(entryOfQuery({ q: encodeURIComponent(`https://example.com/i?x=${long}&i=${token}`) })).toBeNull()
  const fits = '9'.repeat(1000)
  expect(entryOfScan({ result: `https://example.com/i?x=${fits}&i=${token}` })).toEqual(invitation)
})
