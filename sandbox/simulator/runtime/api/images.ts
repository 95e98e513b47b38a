import { imageUrl } from '../components/media'
import type { ApiModule } from '../context'
import { h } from '../dom'
import { download, keep } from '../download'
import { fromBase64 } from '../file-store'
import { imageInfo } from '../image-info'
import { showPictures } from '../picture-viewer'
import { ApiFailure, text } from '../registry'
import { sharePicture } from '../share'
import { writeUserFile } from './files'

const shareImageItems = ['发送给朋友', '收藏', '保存图片']

/** Pictures: their size, the viewer, the album; and files of the network, which mostly are pictures. */
export const imagesApi: ApiModule = running => {
  const { phone, registry, lifecycle } = running
  const { files, options, privacy, overlays } = phone

  registry.api('downloadFile', async given => {
    const { statusCode, content } = await download(options, text(given.url))
    if (given.filePath === undefined)
      return { tempFilePath: keep(files, text(given.url), content), statusCode }
    const filePath = text(given.filePath)
    writeUserFile(files, filePath, content)
    return { filePath, statusCode }
  })

  registry.api('getImageInfo', async given => {
    const src = text(given.src)
    const path = /^https?:/.test(src) ? await fetched(src) : src
    const content = local(path)
    if (!content) throw new ApiFailure('file not found')
    const info = imageInfo(content)
    if (!info) throw new ApiFailure('image format not supported')
    return { ...info, path, orientation: 'up' }
  })

  registry.api('saveImageToPhotosAlbum', async given => {
    await privacy.ensure('saveImageToPhotosAlbum')
    // Only files of the phone; what lies in the network must be downloaded before.
    const content = local(text(given.filePath))
    if (!content) throw new ApiFailure('file not found')
    if (!imageInfo(content)) throw new ApiFailure('invalid file type')
    saveToAlbum(content)
  })

  registry.api('showShareImageMenu', async given => {
    const path = text(given.path)
    const content = local(path)
    if (!content) throw new ApiFailure('file not found')
    if (!imageInfo(content)) throw new ApiFailure('invalid file type')
    const preview = h('img', 'sim-sheet-picture')
    preview.src = imageUrl(running, path)
    const chosen = await overlays.actionSheet(shareImageItems, { head: preview })
    if (chosen === null) throw new ApiFailure('cancel')
    if (shareImageItems[chosen] === '发送给朋友') sharePicture(running, path)
    // WeChat's own button: no privacy guide stands before it.
    if (shareImageItems[chosen] === '保存图片') saveToAlbum(content)
  })

  registry.api('previewImage', given => {
    const urls = Array.isArray(given.urls) ? given.urls.map(String) : []
    if (urls.length === 0) throw new ApiFailure('parameter error: parameter.urls should have at least 1 item')
    const start = Math.max(0, urls.indexOf(text(given.current)))
    lifecycle.hide()
    showPictures(
      overlays,
      urls.map(url => imageUrl(running, url)),
      start,
      () => lifecycle.show(),
    )
  })

  function saveToAlbum(content: Uint8Array): void {
    files.album.push(content)
    options.onSaveImage?.(content)
  }

  async function fetched(url: string): Promise<string> {
    const { statusCode, content } = await download(options, url)
    if (statusCode !== 200) throw new ApiFailure(`download image fail, statusCode ${statusCode}`)
    return keep(files, url, content)
  }

  function local(path: string): Uint8Array | null {
    const file = files.read(path)
    if (file) return file.content
    const data = phone.app.images[path.replace(/^\//, '')]
    return data ? fromBase64(data.slice(data.indexOf(',') + 1)) : null
  }
}
