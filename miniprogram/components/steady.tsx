import { Checkbox, Input, Textarea } from '@tarojs/components'
import { type ComponentType, createElement, memo, useRef } from 'react'

type Handler = (...given: unknown[]) => unknown

/**
 * A control that is drawn again only when something about it has changed. Taro sends the value of a form's control anew
 * whenever the component around it is drawn, so that one keystroke sent the whole form. Its handlers may be made anew
 * each time: the newest is called.
 */
export function steady<P extends object>(Control: ComponentType<P>): ComponentType<P> {
  const Kept = memo<P>(props => createElement(Control, props), same)
  return function Steady(props: P) {
    const newest = useRef<object>(props)
    newest.current = props
    const handlers = useRef<Record<string, Handler>>({}).current
    for (const [name, value] of Object.entries(props)) {
      if (typeof value !== 'function') continue
      handlers[name] ??= (...given) => {
        const now: unknown = Reflect.get(newest.current, name)
        return typeof now === 'function' ? now(...given) : undefined
      }
    }
    return createElement<P>(Kept, { ...props, ...handlers })
  }
}

/** Lists of plain values are the same when they hold the same. */
function same(one: object, other: object): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...names].every(name => {
    const [before, after] = [Reflect.get(one, name), Reflect.get(other, name)]
    if (Array.isArray(before) && Array.isArray(after)) return JSON.stringify(before) === JSON.stringify(after)
    return Object.is(before, after)
  })
}

export const SteadyInput = steady(Input)
export const SteadyTextarea = steady(Textarea)
export const SteadyCheckbox = steady(Checkbox)
