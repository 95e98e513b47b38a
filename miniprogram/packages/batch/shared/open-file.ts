import Taro from '@tarojs/taro'
import type { FileResult } from '../../../cloud/types'

/** `notSaved`: the phone took no file · `notOpened`: it was saved, but nothing here shows such files. */
export type OpenFileOutcome = 'opened' | 'notSaved' | 'notOpened'

/** The one before is deleted: a mini-program may keep 200 MB, and exports hold what is nobody else's business. */
let last: string | null = null

/** Saves a file of the server and opens it, with the menu that sends it on. Never throws. */
export async function openFile({ name, content }: FileResult): Promise<OpenFileOutcome> {
  const filePath = `${Taro.env.USER_DATA_PATH}/${safeName(name)}`
  if (last !== null && last !== filePath) remove(last)
  try {
    await write(filePath, content)
  } catch {
    return 'notSaved'
  }
  last = filePath
  try {
    await Taro.openDocument({ filePath, fileType: 'xlsx', showMenu: true })
    return 'opened'
  } catch {
    return 'notOpened'
  }
}

/** A name the phone's file system takes, as close to the given one as it can be. */
export function safeName(name: string): string {
  const cleaned = name.replace(/[\\/:*?"<>|\s]+/g, '-').replace(/^[-.]+/, '')
  return /\.xlsx$/i.test(cleaned) ? cleaned : `${cleaned || 'file'}.xlsx`
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
