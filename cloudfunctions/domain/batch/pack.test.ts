import fc from 'fast-check'
import { fitsAlone, packChunk } from './pack'

const limits = { rowsPerCall: 10, bodyBytes: 10_000_000 }
const small = { solo: false, bytes: 0 }
const alone = { solo: true, bytes: 0 }
const large = { solo: false, bytes: 3_000_000 }

test.each([
  ['nothing', [], 0],
  ['a few', [small, small], 2],
  ['more than a call takes', Array.from({ length: 12 }, () => small), 10],
  ['one that goes alone', [alone, small], 1],
  ['those before one that goes alone', [small, small, alone, small], 2],
  ['as many files as fit in base64', [large, large, large], 2],
  ['one that does not fit at all', [{ solo: false, bytes: 9_000_000 }, small], 1],
])('%s', (_, rows, expected) => {
  expect(packChunk(rows, limits)).toBe(expected)
})

test('a call never exceeds its limits, goes on with every row, and no more would have fitted', () => {
  const row = fc.record({ solo: fc.boolean(), bytes: fc.nat(7_000_000) })
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 40 }), rows => {
      for (let rest = rows; rest.length > 0; ) {
        const count = packChunk(rest, limits)
        const chunk = rest.slice(0, count)
        expect(count).toBeGreaterThanOrEqual(1)
        expect(count).toBeLessThanOrEqual(10)
        if (count > 1) {
          expect(chunk.some(each => each.solo)).toBe(false)
          expect(bodyOf(chunk)).toBeLessThanOrEqual(limits.bodyBytes)
        }
        const next = rest[count]
        if (next && !next.solo && !chunk[0]?.solo && count < 10) {
          // 5 KB: what we reckon for the texts of a row and the call around it.
          expect(bodyOf([...chunk, next]) + 5_000 * (count + 1)).toBeGreaterThan(limits.bodyBytes)
        }
        rest = rest.slice(count)
      }
    }),
  )
})

test('a call may be full to its last byte, and not a byte fuller', () => {
  // A row is reckoned with 3,000 bytes of text, the call around it with 2,000.
  const one = { solo: false, bytes: 3 * 1000 }
  const body = 2_000 + 2 * (3_000 + 4 * 1000)
  expect(packChunk([one, one, one], { rowsPerCall: 10, bodyBytes: body })).toBe(2)
  expect(packChunk([one, one, one], { rowsPerCall: 10, bodyBytes: body - 1 })).toBe(1)
  expect(fitsAlone(one.bytes, 9_000)).toBe(true)
  expect(fitsAlone(one.bytes, 8_999)).toBe(false)
})

test('what fits alone is what a call of one row can hold', () => {
  expect(fitsAlone(7_490_000, limits.bodyBytes)).toBe(true)
  expect(fitsAlone(7_500_000, limits.bodyBytes)).toBe(false)
})

function bodyOf(rows: readonly { bytes: number }[]): number {
  return rows.reduce((sum, { bytes }) => sum + (bytes * 4) / 3, 0)
}
