import type { ApiModule } from '../context'
import { h } from '../dom'
import { ApiFailure } from '../registry'
import type { ChosenFile, FileKind } from '../types'

/** Files the user picks. */
export const chooseApi: ApiModule = ({ phone, registry }) => {
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
}

function seconds(ms: number): number {
  return Math.floor(ms / 1000)
}
