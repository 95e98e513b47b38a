import type { ApiModule } from '../context'
import { h } from '../dom'
import { fromBase64, fromUtf8, toBase64, toUtf8, typeOf, userDataPath } from '../file-store'
import { ApiFailure, text } from '../registry'
import type { ChosenFile, FileKind, Json } from '../types'

export const filesApi: ApiModule = ({ phone, registry }) => {
  const { files, options, privacy, overlays } = phone

  async function choose(
    api: string,
    kind: FileKind,
    count: number,
  ): Promise<(ChosenFile & { path: string })[]> {
    await privacy.ensure(api)
    const chosen = options.choose ? await options.choose(kind, count) : await askForFiles(kind, count)
    if (!chosen || chosen.length === 0) throw new ApiFailure('cancel')
    return chosen.slice(0, count).map(file => ({ ...file, path: files.add(file.content, file.name) }))
  }

  async function askForFiles(kind: FileKind, count: number): Promise<ChosenFile[] | null> {
    const input = h('input', 'sim-file')
    input.type = 'file'
    input.multiple = count > 1
    if (kind === 'image') input.accept = 'image/*'
    const title = kind === 'image' ? '从手机相册选择' : '选择聊天中的文件'
    const list = await overlays.bottomSheet(title, input, () => Array.from(input.files ?? []))
    if (!list) return null
    return Promise.all(
      list.map(async file => ({ name: file.name, content: new Uint8Array(await file.arrayBuffer()) })),
    )
  }

  registry.api('chooseMedia', async given => {
    const chosen = await choose('chooseMedia', 'image', Number(given.count ?? 9))
    const tempFiles = chosen.map(file => ({
      tempFilePath: file.path,
      size: file.content.length,
      fileType: 'image',
    }))
    return { tempFiles, type: 'image' }
  })
  registry.api('chooseImage', async given => {
    const chosen = await choose('chooseImage', 'image', Number(given.count ?? 9))
    return {
      tempFilePaths: chosen.map(file => file.path),
      tempFiles: chosen.map(file => ({ path: file.path, size: file.content.length })),
    }
  })
  registry.api('chooseMessageFile', async given => {
    const chosen = await choose('chooseMessageFile', 'file', Number(given.count ?? 1))
    const allowed = Array.isArray(given.extension)
      ? given.extension.map(each => String(each).replace('.', ''))
      : null
    const tempFiles = chosen
      .filter(file => !allowed || allowed.includes(file.name.split('.').pop() ?? ''))
      .map(({ name, path, content }) => ({
        name,
        path,
        size: content.length,
        type: 'file',
        time: seconds(phone.now()),
      }))
    if (tempFiles.length === 0) throw new ApiFailure('cancel')
    return { tempFiles }
  })
  registry.api('saveImageToPhotosAlbum', async given => {
    await privacy.ensure('saveImageToPhotosAlbum')
    const path = text(given.filePath)
    const content = files.read(path)?.content ?? packaged(path)
    if (!content) throw new ApiFailure('file not found')
    files.album.push(content)
    options.onSaveImage?.(content)
  })
  registry.api('previewImage', given => {
    const urls = Array.isArray(given.urls) ? given.urls.map(String) : []
    const image = h('img', 'sim-preview')
    image.src = phone.files.read(urls[0] ?? '') ? '' : text(given.current, urls[0])
    const close = overlays.show(h('div', 'sim-mask sim-dark', image))
    image.parentElement?.addEventListener('click', close)
  })
  registry.api('openDocument', given => {
    if (!files.read(text(given.filePath))) throw new ApiFailure('file not found')
  })
  registry.api('downloadFile', async given => {
    if (!options.download) throw new ApiFailure('url not in domain list')
    const content = await options.download(text(given.url))
    return { tempFilePath: files.add(content, text(given.url).split('?')[0] ?? ''), statusCode: 200 }
  })
  registry.api('getImageInfo', given => {
    if (!files.read(text(given.src)) && !packaged(text(given.src))) throw new ApiFailure('file not found')
    return { path: given.src, width: 0, height: 0, type: 'unknown', orientation: 'up' }
  })

  function packaged(path: string): Uint8Array | null {
    const data = phone.app.images[path.replace(/^\//, '')]
    return data ? fromBase64(data.slice(data.indexOf(',') + 1)) : null
  }

  function read(path: string, encoding: unknown): unknown {
    const file = files.read(path)
    if (!file) throw new ApiFailure(`no such file or directory, open '${path}'`, { errno: 1300002 })
    if (encoding === 'utf8' || encoding === 'utf-8') return fromUtf8(file.content)
    if (encoding === 'base64') return toBase64(file.content)
    return file.content.slice().buffer
  }
  function write(path: string, data: unknown, encoding: unknown): void {
    if (!path.startsWith(userDataPath))
      throw new ApiFailure(`permission denied, open '${path}'`, { errno: 1300013 })
    files.write(path, { content: bytesOf(data, encoding), type: typeOf(path) })
  }
  function need(path: string): void {
    if (!files.read(path)) throw new ApiFailure(`no such file or directory '${path}'`, { errno: 1300002 })
  }

  const managed: Record<string, (given: Json) => unknown> = {
    readFile: given => ({ data: read(text(given.filePath), given.encoding) }),
    writeFile: given => write(text(given.filePath), given.data, given.encoding ?? 'utf8'),
    access: given => need(text(given.path)),
    unlink: given => {
      need(text(given.filePath))
      files.remove(text(given.filePath))
    },
    getFileInfo: given => {
      need(text(given.filePath))
      return { size: files.read(text(given.filePath))?.content.length ?? 0 }
    },
  }
  for (const [name, run] of Object.entries(managed)) registry.nested('__files', name, run)
  const manager = registry.wx.__files
  if (manager && typeof manager === 'object') {
    Object.assign(manager, {
      readFileSync: read,
      writeFileSync: (path: string, data: unknown, encoding: unknown = 'utf8') => write(path, data, encoding),
      accessSync: need,
      unlinkSync: (path: string) => {
        need(path)
        files.remove(path)
      },
    })
  }
  registry.sync('getFileSystemManager', () => manager)
  registry.wx.env = { USER_DATA_PATH: userDataPath }
}

function bytesOf(data: unknown, encoding: unknown): Uint8Array {
  if (typeof data === 'string') return encoding === 'base64' ? fromBase64(data) : toUtf8(data)
  return ArrayBuffer.isView(data)
    ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    : new Uint8Array(data instanceof ArrayBuffer ? data : [])
}

function seconds(ms: number): number {
  return Math.floor(ms / 1000)
}
