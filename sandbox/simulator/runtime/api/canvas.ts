import { draws } from '../canvas-blind'
import { drawingOf } from '../canvas-node'
import type { ApiModule } from '../context'
import { fromBase64 } from '../file-store'
import { ApiFailure } from '../registry'
import { pixelRatio } from '../system-info'
import type { Json } from '../types'

interface Cut {
  x: number
  y: number
  width: number
  height: number
  destWidth: number
  destHeight: number
  fileType: 'png' | 'jpg'
  quality: number
}

export const canvasApi: ApiModule = ({ phone, registry }) => {
  registry.api('canvasToTempFilePath', given => {
    const canvas = drawingOf(given.canvas)
    if (!canvas) throw new ApiFailure('canvas is empty')
    const cut = cutOf(given, canvas)
    const area = [cut.width, cut.height, cut.destWidth, cut.destHeight]
    if (!area.every(side => Number.isFinite(side) && side >= 1)) throw new ApiFailure('create bitmap failed')
    const content = draws(canvas) ? picture(canvas, cut) : phone.options.canvasPicture?.(cut)
    if (!content) throw new ApiFailure('nothing is drawn here')
    return { tempFilePath: phone.files.add(content, `canvas.${cut.fileType}`) }
  })
}

/** Pixels of the canvas; what comes out is as large on the screen and has the screen's pixels. */
function cutOf(given: Json, canvas: HTMLCanvasElement): Cut {
  const number = (value: unknown, fallback: number) => (value === undefined ? fallback : Number(value))
  const x = number(given.x, 0)
  const y = number(given.y, 0)
  const width = number(given.width, canvas.width - x)
  const height = number(given.height, canvas.height - y)
  return {
    x,
    y,
    width,
    height,
    destWidth: Math.round(number(given.destWidth, width * pixelRatio)),
    destHeight: Math.round(number(given.destHeight, height * pixelRatio)),
    fileType: given.fileType === 'jpg' ? 'jpg' : 'png',
    quality: number(given.quality, 1),
  }
}

function picture(canvas: HTMLCanvasElement, cut: Cut): Uint8Array | null {
  const copy = document.createElement('canvas')
  copy.width = cut.destWidth
  copy.height = cut.destHeight
  const context = copy.getContext('2d')
  context?.drawImage(canvas, cut.x, cut.y, cut.width, cut.height, 0, 0, cut.destWidth, cut.destHeight)
  const url = copy.toDataURL(cut.fileType === 'jpg' ? 'image/jpeg' : 'image/png', cut.quality)
  const data = url.slice(url.indexOf(',') + 1)
  // A canvas that is too large gives an empty address.
  return data ? fromBase64(data) : null
}
