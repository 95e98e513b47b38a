import Taro from '@tarojs/taro'

/** The one before is deleted: a mini-program may keep 200 MB, and exports hold what is nobody else's business. */
let last: string | null = null

/** Where a file of this name is to lie. The file of before is gone then. */
export function ownPath(name: string): string {
  const filePath = `${Taro.env.USER_DATA_PATH}/${safeName(name)}`
  if (last !== null && last !== filePath) remove(last)
  last = filePath
  return filePath
}

/** Writes what the server answered as base64. Throws when the phone takes no file. */
export async function keep(name: string, content: string): Promise<string> {
  const filePath = ownPath(name)
  await write(filePath, content)
  return filePath
}

/** A name the phone's file system takes, as close to the given one as it can be. */
export function safeName(name: string): string {
  const cleaned = name.replace(/[\\/:*?"<>|\s]+/g, '-').replace(/^[-.]+/, '')
  return /\.(xlsx|csv|pdf|json)$/i.test(cleaned) ? cleaned : `${cleaned || 'file'}.xlsx`
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

function remove(filePath: string): void {
  Taro.getFileSystemManager().unlink({ filePath, fail: () => undefined })
}
