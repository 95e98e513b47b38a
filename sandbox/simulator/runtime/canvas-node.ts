import { blindContext, draws } from './canvas-blind'
import type { Running } from './context'
import { download } from './download'
import { toBase64, typeOf } from './file-store'
import { imageInfo } from './image-info'
import { resolvePath } from './route'

/** The Canvas that a selector query gives for `<canvas type="2d">`. */
export interface CanvasNode {
  width: number
  height: number
  getContext(kind: string): unknown
  createImage(): HTMLImageElement
  createPath2D(path?: Path2D | string): Path2D
  toDataURL(type?: string, quality?: number): string
  requestAnimationFrame(run: FrameRequestCallback): number
  cancelAnimationFrame(id: number): void
}

const nodes = new WeakMap<Element, CanvasNode>()
const drawings = new WeakMap<object, HTMLCanvasElement>()

/** The node of a `wx-canvas`; undefined for any other element and for a canvas of the old kind. */
export function nodeOf(element: Element): CanvasNode | undefined {
  return element.getAttribute('type') === '2d' ? nodes.get(element) : undefined
}

/** What a node draws on; undefined when the app hands in something else. */
export function drawingOf(node: unknown): HTMLCanvasElement | undefined {
  return typeof node === 'object' && node !== null ? drawings.get(node) : undefined
}

/** The app sees this object and not the element of the document behind it. */
export function makeNode(running: Running, element: Element, canvas: HTMLCanvasElement): void {
  const node: CanvasNode = {
    get width() {
      return canvas.width
    },
    set width(width) {
      canvas.width = width
    },
    get height() {
      return canvas.height
    },
    set height(height) {
      canvas.height = height
    },
    getContext(kind) {
      if (kind !== '2d') return null
      return draws(canvas) ? canvas.getContext('2d') : blindContext()
    },
    createImage: () => createImage(running, draws(canvas)),
    createPath2D: path => new Path2D(path),
    toDataURL: (type, quality) => canvas.toDataURL(type, quality),
    requestAnimationFrame: run => requestAnimationFrame(run),
    cancelAnimationFrame: id => cancelAnimationFrame(id),
  }
  nodes.set(element, node)
  drawings.set(node, canvas)
}

/** A picture for drawImage. Its `src` takes what WeChat takes: data, files of the phone and of the package, the network. */
function createImage(running: Running, loads: boolean): HTMLImageElement {
  const image = document.createElement('img')
  let given = ''
  const fail = () => image.dispatchEvent(new Event('error'))
  const show = (url: string) => {
    if (loads) image.setAttribute('src', url)
    // Nothing is loaded where nothing is drawn; the app must not wait for ever.
    else setTimeout(() => image.dispatchEvent(new Event('load')), 0)
  }
  Object.defineProperty(image, 'src', {
    get: () => given,
    set(src: string) {
      given = String(src)
      source(running, given).then(url => (url === null ? fail() : show(url)), fail)
    },
  })
  return image
}

/** As a `data:` URL, so that the canvas can be read afterwards; null: there is no such picture. */
async function source({ phone, pages }: Running, src: string): Promise<string | null> {
  if (src.startsWith('data:')) return src
  if (/^https?:/.test(src)) {
    const { statusCode, content } = await download(phone.options, src)
    const type = imageInfo(content)?.type
    return statusCode === 200 && type ? `data:image/${type};base64,${toBase64(content)}` : null
  }
  const file = phone.files.read(src)
  if (file) return `data:${file.type || typeOf(src)};base64,${toBase64(file.content)}`
  return phone.app.images[resolvePath(pages.top()?.route ?? '', src)] ?? null
}
