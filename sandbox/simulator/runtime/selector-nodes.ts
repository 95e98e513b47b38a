import { nodeOf } from './canvas-node'
import { isObject } from './registry'

/**
 * glass-easel's selector queries know neither `fields({ node: true })` nor `.node()`. They push each question into the
 * query with the function that hears the answer; the node is added to that answer on its way.
 */
export function teachNodes(
  query: unknown,
  elementOf: (component: unknown, selector: string) => unknown,
): void {
  const queries = prototypeOf(query)
  const push = queries?._$push
  if (!isObject(query) || !queries || typeof push !== 'function' || taught.has(queries)) return
  taught.add(queries)

  queries._$push = function (...question: unknown[]) {
    const [selector, component, single, fields, heard] = question
    const answer = (found: unknown) => {
      if (isObject(found) && single) {
        const element = elementOf(component, String(selector))
        found.node = (element instanceof Element ? nodeOf(element) : undefined) ?? null
      }
      if (typeof heard === 'function') heard(found)
    }
    const asksForNode = isObject(fields) && fields.node === true
    return push.apply(this, [selector, component, single, fields, asksForNode ? answer : heard])
  }

  const select = query.select
  if (typeof select !== 'function') return
  const refs = prototypeOf(select.call(query, 'page'))
  if (!refs) return
  refs.node = function (this: { fields?: unknown }, heard?: unknown) {
    return typeof this.fields === 'function' ? this.fields({ node: true }, heard) : this
  }
}

const taught = new WeakSet<object>()

function prototypeOf(value: unknown): Record<string, unknown> | null {
  const prototype: unknown = isObject(value) ? Object.getPrototypeOf(value) : null
  return isObject(prototype) ? prototype : null
}
