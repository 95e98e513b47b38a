import { everything } from './query'
import { isFilter, keepSaved, readSaved, type Saved, savedOf, without, withSaved } from './saved'

let mockKept: unknown
jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: {
    getStorageSync: () => {
      if (mockKept === 'broken') throw new Error('cannot be read')
      return mockKept
    },
    setStorage: async ({ data }: { data: unknown }) => {
      mockKept = data
    },
  },
}))

const of = (part: Partial<Saved>): Saved => ({ ...savedOf(everything), ...part })

test('what was searched for by name is not kept', () => {
  const saved = savedOf({ ...everything, text: '张三', state: 'rejected' })
  keepSaved([saved])
  expect(JSON.stringify(mockKept)).not.toContain('张三')
  expect(readSaved()).toEqual([of({ state: 'rejected' })])
})

test('the newest comes first, the same is one, and there are six at most', () => {
  const states = ['created', 'ready', 'processing', 'verified', 'rejected', 'expired', 'canceled'] as const
  const all = states.reduce<Saved[]>((before, state) => withSaved(before, of({ state })), [])
  expect(all.map(({ state }) => state)).toEqual([...states].reverse().slice(0, 6))
  expect(withSaved(all, of({ state: 'ready' })).map(({ state }) => state)[0]).toBe('ready')
  expect(withSaved(all, of({ state: 'ready' }))).toHaveLength(6)
  expect(without(all, of({ state: 'canceled' }))).toHaveLength(5)
})

test('none is no filter, and what another version has kept is left out', () => {
  expect([isFilter(of({})), isFilter(of({ tag: 'follow' }))]).toEqual([false, true])
  for (const kept of ['broken', undefined, 'x', [1], [{ state: 'ready' }], [{ ...of({}), vendor: {} }]]) {
    mockKept = kept
    expect(readSaved()).toEqual([])
  }
})

test('the same filter kept again is one; more than six of another version are cut; what is none is left out', () => {
  const [one, other] = [of({ state: 'ready' }), of({ tag: 'follow' })]
  expect(withSaved([one, other], of({ tag: 'follow' }))).toEqual([other, one])
  mockKept = Array(9).fill(of({ since: 7 }))
  expect(readSaved()).toEqual(Array(6).fill(of({ since: 7 })))
  mockKept = [null, 'text', { ...of({}), more: 1 }, one]
  expect(readSaved()).toEqual([one])
})
