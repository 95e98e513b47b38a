import Taro from '@tarojs/taro'
import { albumText } from './album-texts'

/** `refused`: the user keeps the album closed · `failed`: the picture could not be fetched or stored. */
export type AlbumOutcome = 'saved' | 'canceled' | 'refused' | 'failed'

/** The one before is overwritten: codes are nobody else's business, and there is no need for many. */
const codeFile = 'invitation-code.png'

/** Puts a `data:` picture into the album, which takes files only. */
export async function saveDataUrl(dataUrl: string): Promise<AlbumOutcome> {
  const content = /^data:image\/\w+;base64,(.+)$/.exec(dataUrl)?.[1]
  if (content === undefined) return 'failed'
  const filePath = `${Taro.env.USER_DATA_PATH}/${codeFile}`
  try {
    await write(filePath, content)
  } catch {
    return 'failed'
  }
  return saveFile(filePath)
}

/** Puts a picture of the web into the album. Its domain must be allowed for downloads. */
export async function saveUrl(url: string): Promise<AlbumOutcome> {
  const filePath = await downloaded(url)
  return filePath === null ? 'failed' : saveFile(filePath)
}

/** Puts a picture of the phone into the album. */
export async function saveFile(filePath: string): Promise<AlbumOutcome> {
  try {
    await Taro.saveImageToPhotosAlbum({ filePath })
    return 'saved'
  } catch (error) {
    const { errMsg = '' } = Object(error)
    if (/auth den|authorize|privacy/i.test(errMsg)) return 'refused'
    return /cancel/.test(errMsg) ? 'canceled' : 'failed'
  }
}

/** Says how it went; who keeps the album closed is led to where it can be opened. */
export async function tellAlbum(outcome: AlbumOutcome): Promise<void> {
  if (outcome === 'canceled') return
  if (outcome !== 'refused') {
    Taro.showToast({ title: albumText(outcome === 'saved' ? 'done' : 'failed'), icon: 'none' })
    return
  }
  const { confirm } = await Taro.showModal({
    content: albumText('refused'),
    confirmText: albumText('settings'),
  })
  if (confirm) Taro.openSetting().catch(() => undefined)
}

async function downloaded(url: string): Promise<string | null> {
  try {
    const { statusCode, tempFilePath } = await Taro.downloadFile({ url })
    return statusCode === 200 ? tempFilePath : null
  } catch {
    return null
  }
}

function write(filePath: string, content: string): Promise<void> {
  return new Promise((resolve, reject) => {
    Taro.getFileSystemManager().writeFile({
      filePath,
      data: content,
      encoding: 'base64',
      success: () => resolve(),
      fail: reject,
    })
  })
}
