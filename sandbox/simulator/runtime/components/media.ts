import type { Running } from '../context'
import { h } from '../dom'
import type { Builtin } from '../engine'
import { toBase64 } from '../file-store'
import { resolvePath } from '../route'

export function image(running: Running): Builtin<{
  src: string
  mode: string
  lazyLoad: boolean
  showMenuByLongpress: boolean
  webp: boolean
}> {
  return {
    defaults: { src: '', mode: 'scaleToFill', lazyLoad: false, showMenuByLongpress: false, webp: false },
    attached(host) {
      const img = h('img', '')
      // The tag itself says what it shows.
      img.alt = ''
      host.element.append(img)
      img.addEventListener('load', () =>
        host.emit('load', { width: img.naturalWidth, height: img.naturalHeight }),
      )
      img.addEventListener('error', () => host.emit('error', { errMsg: `GET ${host.data.src} failed` }))
    },
    update({ element, data }) {
      const img = element.querySelector('img')
      if (!img) return
      element.setAttribute('mode', data.mode)
      const url = imageUrl(running, data.src)
      if (img.getAttribute('src') === url) return
      if (url) img.src = url
      else img.removeAttribute('src')
    },
  }
}

/** Files of the phone and of the package become `data:` URLs. */
export function imageUrl({ phone, pages }: Running, src: string): string {
  const file = phone.files.read(src)
  if (file) return `data:${file.type};base64,${toBase64(file.content)}`
  if (!src || /^(https?|data|blob|cloud):/.test(src)) return src
  const path = resolvePath(pages.top()?.route ?? '', src)
  return phone.app.images[path] ?? src
}

export const icon: Builtin<{ type: string; size: unknown; color: string }> = {
  defaults: { type: '', size: 23, color: '' },
  update({ element, data }) {
    element.dataset.type = data.type
    element.style.setProperty('--size', `${Number.parseFloat(String(data.size)) || 23}px`)
    if (data.color) element.style.setProperty('--color', data.color)
  },
}

export const progress: Builtin<{
  percent: number
  showInfo: boolean
  activeColor: string
  strokeWidth: unknown
}> = {
  defaults: { percent: 0, showInfo: false, activeColor: '#09bb07', strokeWidth: 6 },
  attached({ element }) {
    element.append(h('div', 'sim-track', h('div', 'sim-bar')), h('span', 'sim-info'))
  },
  update({ element, data }) {
    const bar = element.querySelector<HTMLElement>('.sim-bar')
    const info = element.querySelector<HTMLElement>('.sim-info')
    if (!bar || !info) return
    bar.style.width = `${Math.max(0, Math.min(100, data.percent))}%`
    bar.style.background = data.activeColor
    bar.style.height = `${Number.parseFloat(String(data.strokeWidth)) || 6}px`
    info.textContent = data.showInfo ? `${data.percent}%` : ''
  },
}

export const webView: Builtin<{ src: string }> = {
  defaults: { src: '' },
  attached({ element }) {
    element.append(h('iframe', 'sim-frame'))
  },
  update({ element, data }) {
    const frame = element.querySelector('iframe')
    if (frame && data.src && frame.getAttribute('src') !== data.src) frame.src = data.src
  },
}

/** Only the tags WeChat allows survive, without attributes that run code. */
export const richText: Builtin<{ nodes: unknown; space: string }> = {
  defaults: { nodes: '', space: '' },
  update({ element, data }) {
    element.replaceChildren(...richNodes(data.nodes))
  },
}

const allowedTags =
  /^(a|b|br|code|div|em|h[1-6]|hr|i|img|li|ol|p|span|strong|table|tbody|td|th|thead|tr|u|ul)$/

function richNodes(nodes: unknown): Node[] {
  if (typeof nodes === 'string') {
    const parsed = new DOMParser().parseFromString(nodes, 'text/html')
    return [...parsed.body.childNodes].flatMap(clean)
  }
  return Array.isArray(nodes) ? nodes.flatMap(described) : []
}

function clean(node: Node): Node[] {
  if (node.nodeType === 3) return [document.createTextNode(node.textContent ?? '')]
  if (!(node instanceof Element)) return []
  const tag = node.tagName.toLowerCase()
  if (!allowedTags.test(tag)) return []
  const copy = document.createElement(tag)
  for (const name of ['class', 'style', 'src', 'width', 'height']) {
    const value = node.getAttribute(name)
    if (value !== null && !/^javascript:/i.test(value)) copy.setAttribute(name, value)
  }
  copy.append(...[...node.childNodes].flatMap(clean))
  return [copy]
}

function described(node: unknown): Node[] {
  const { type, text, name, attrs, children } = Object(node)
  if (type === 'text') return [document.createTextNode(String(text ?? ''))]
  if (!allowedTags.test(String(name))) return []
  const element = document.createElement(String(name))
  for (const [key, value] of Object.entries(Object(attrs))) {
    if (/^(class|style|src|width|height)$/.test(key)) element.setAttribute(key, String(value))
  }
  if (Array.isArray(children)) element.append(...children.flatMap(described))
  return [element]
}
