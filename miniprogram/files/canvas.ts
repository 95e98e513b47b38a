import Taro from '@tarojs/taro'

/** What is used of a 2d context; Taro's own type of it is empty. */
export interface Context
  extends Pick<
    CanvasRenderingContext2D,
    | 'arcTo'
    | 'beginPath'
    | 'closePath'
    | 'fill'
    | 'fillRect'
    | 'fillStyle'
    | 'fillText'
    | 'font'
    | 'lineCap'
    | 'lineJoin'
    | 'lineTo'
    | 'lineWidth'
    | 'measureText'
    | 'moveTo'
    | 'quadraticCurveTo'
    | 'stroke'
    | 'strokeStyle'
    | 'textAlign'
    | 'textBaseline'
  > {
  drawImage(image: Taro.Image, x: number, y: number, width: number, height: number): void
}
/** The node of `<canvas type="2d" id>`; null while it is not on the page. */
export function canvasOf(id: string): Promise<Taro.Canvas | null> {
  return new Promise(resolve => {
    Taro.createSelectorQuery()
      .select(`#${id}`)
      .fields({ node: true })
      .exec((found: ({ node?: Taro.Canvas } | null)[]) => resolve(found[0]?.node ?? null))
  })
}

/** null where WeChat cannot draw. */
export function contextOf(canvas: Taro.Canvas): Context | null {
  const context = canvas.getContext('2d')
  return isContext(context) ? context : null
}

function isContext(context: unknown): context is Context {
  return typeof Object(context).fillText === 'function'
}

/** What is drawn, as a picture of the phone; answers its path. */
export async function pictureOf(
  canvas: Taro.Canvas,
  { width, height }: { width: number; height: number },
): Promise<string> {
  const { tempFilePath } = await Taro.canvasToTempFilePath({
    canvas,
    x: 0,
    y: 0,
    width,
    height,
    destWidth: width,
    destHeight: height,
    fileType: 'png',
  })
  return tempFilePath
}
