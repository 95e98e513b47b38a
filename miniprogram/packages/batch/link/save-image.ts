import Taro from '@tarojs/taro'

/** `refused`: the user keeps the album closed · `failed`: the image could not be fetched or stored. */
export type SaveOutcome = 'saved' | 'canceled' | 'refused' | 'failed'

/** Puts an image of the web into the album. Its domain must be allowed for downloads. */
export async function saveImage(url: string): Promise<SaveOutcome> {
  const filePath = await fetchImage(url)
  if (filePath === null) return 'failed'
  try {
    await Taro.saveImageToPhotosAlbum({ filePath })
    return 'saved'
  } catch (error) {
    const { errMsg = '' } = Object(error)
    if (/auth den|authorize|privacy/i.test(errMsg)) return 'refused'
    return /cancel/.test(errMsg) ? 'canceled' : 'failed'
  }
}

async function fetchImage(url: string): Promise<string | null> {
  try {
    const { statusCode, tempFilePath } = await Taro.downloadFile({ url })
    return statusCode === 200 ? tempFilePath : null
  } catch {
    return null
  }
}
