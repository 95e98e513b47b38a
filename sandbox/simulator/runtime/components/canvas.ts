import { makeNode } from '../canvas-node'
import type { Running } from '../context'
import { h } from '../dom'
import type { Builtin } from '../engine'

/** `type="2d"` is drawn through its node (canvas-node.ts); a canvas of the old kind stays empty. */
export function canvas(running: Running): Builtin<{
  type: string
  canvasId: string
  disableScroll: boolean
}> {
  return {
    defaults: { type: '', canvasId: '', disableScroll: false },
    attached({ element }) {
      const drawing = h('canvas', '')
      element.append(drawing)
      makeNode(running, element, drawing)
    },
    update({ element, data }) {
      if (data.type) element.setAttribute('type', data.type)
      else element.removeAttribute('type')
    },
  }
}
