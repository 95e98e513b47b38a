import Taro, { usePageScroll, useResize } from '@tarojs/taro'
import { useCallback, useEffect, useReducer, useRef } from 'react'
import { type Span, spanOf, type Viewport } from './span'

/** Height of a row in px, as the styles have it. */
export const rowHeight = 68

interface SpanState {
  span: Span
  /** Brings the first row below the filters when it is above the screen. */
  toTop: () => void
}

/** Follows the scrolling of the page. The list is `#board-rows`, what sticks above it `#board-tools`. */
export function useSpan(count: number, cause: string): SpanState {
  const view = useRef<Viewport | null>(null)
  const span = useRef<Span | null>(null)
  const covered = useRef(0)
  const [, render] = useReducer((times: number) => times + 1, 0)
  view.current ??= unmeasured()
  span.current = spanOf(span.current, view.current, count)

  const follow = useCallback((seen: Partial<Viewport>, rows: number) => {
    const next = { ...(view.current ?? unmeasured()), ...seen }
    view.current = next
    if (spanOf(span.current, next, rows) !== span.current) render()
  }, [])

  const measure = useCallback(() => {
    const query = Taro.createSelectorQuery()
    query.select('#board-rows').boundingClientRect()
    query.select('#board-tools').boundingClientRect()
    query.selectViewport().scrollOffset()
    query.exec(([list, tools, offset]) => {
      if (!list || !offset) return
      covered.current = tools?.height ?? 0
      const pitch = count > 0 && list.height > 0 ? { pitch: list.height / count } : {}
      follow({ listTop: list.top + offset.scrollTop, ...pitch }, count)
    })
  }, [count, follow])

  // biome-ignore lint/correctness/useExhaustiveDependencies: `cause` moves the list.
  useEffect(() => {
    Taro.nextTick(measure)
  }, [measure, cause])

  usePageScroll(({ scrollTop }) => follow({ scrollTop }, count))
  useResize(() => {
    const { height, pitch } = unmeasured()
    follow({ height, pitch }, count)
    measure()
  })

  const toTop = useCallback(() => {
    const { scrollTop, listTop } = view.current ?? unmeasured()
    const top = Math.max(0, listTop - covered.current)
    if (scrollTop > top) Taro.pageScrollTo({ scrollTop: top, duration: 0 }).catch(() => undefined)
  }, [])

  return { span: span.current, toTop }
}

function unmeasured(): Viewport {
  const { windowHeight } = Taro.getWindowInfo()
  return { scrollTop: 0, height: windowHeight, listTop: 0, pitch: rowHeight }
}
