/**
 * A stand-in for the hooks of React, for hooks tested alone: `jest.mock('react', () => require('…/test/support/hooks'))`
 * and `mount(() => useThing())`. One component at a time; effects run once it has rendered, when their causes have
 * changed, and are cleaned up by `unmount`.
 */
interface Slot {
  value?: unknown
  causes?: readonly unknown[] | undefined
  cleanUp?: (() => void) | undefined
}

let slots: Slot[] = []
let at = 0
let effects: (() => void)[] = []
/** How often a state became another one: React draws anew for nothing else. */
let changes = 0

function slot(first: () => Slot): Slot {
  slots[at] ??= first()
  const found = slots[at] as Slot
  at += 1
  return found
}

const changed = (before: readonly unknown[] | undefined, now: readonly unknown[] | undefined) =>
  !before || !now || before.some((each, index) => !Object.is(each, now[index]))

type Next = unknown | ((before: unknown) => unknown)

export function useState(first: unknown): [unknown, (next: Next) => void] {
  const own = slot(() => ({ value: typeof first === 'function' ? first() : first }))
  const set = (next: Next) => {
    const value = typeof next === 'function' ? next(own.value) : next
    if (!Object.is(value, own.value)) changes += 1
    own.value = value
  }
  return [own.value, set]
}

export function useReducer(reduce: (before: unknown, act: unknown) => unknown, first: unknown) {
  const [value, set] = useState(first)
  return [value, (act: unknown) => set((before: unknown) => reduce(before, act))]
}

export function useRef(first: unknown): { current: unknown } {
  return slot(() => ({ value: { current: first } })).value as { current: unknown }
}

export function useCallback(work: unknown, causes: readonly unknown[]): unknown {
  const own = slot(() => ({ value: work, causes }))
  if (changed(own.causes, causes)) Object.assign(own, { value: work, causes })
  return own.value
}

export function useMemo(make: () => unknown, causes: readonly unknown[]): unknown {
  const own = slot(() => ({ value: make(), causes }))
  if (changed(own.causes, causes)) Object.assign(own, { value: make(), causes })
  return own.value
}

export function useEffect(work: () => (() => void) | undefined, causes?: readonly unknown[]): void {
  const own = slot(() => ({}))
  if (own.causes && !changed(own.causes, causes)) return
  own.causes = causes
  effects.push(() => {
    own.cleanUp?.()
    own.cleanUp = work()
  })
}

/**
 * `page()` renders anew and gives what the hook says now; `settled` does so until nothing is under way any more;
 * `drawnBy` tells how often React would draw it for some work.
 */
export function mount<T>(hook: () => T): {
  (): T
  settled: () => Promise<T>
  drawnBy: (work: () => unknown) => Promise<number>
  unmount: () => void
} {
  slots = []
  const own = slots
  const render = () => {
    slots = own
    at = 0
    effects = []
    const found = hook()
    for (const effect of effects) effect()
    return found
  }
  render()
  return Object.assign(render, {
    drawnBy: async (work: () => unknown) => {
      changes = 0
      await work()
      return changes
    },
    settled: async () => {
      for (let round = 0; round < 3; round++) {
        render()
        await new Promise(resolve => setTimeout(resolve))
      }
      return render()
    },
    unmount: () => {
      for (const each of own) each.cleanUp?.()
    },
  })
}
