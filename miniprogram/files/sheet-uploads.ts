import Taro from '@tarojs/taro'
import { discard, upload } from './cloud-files'
import { randomName } from './cloud-path'
import type { SheetFile } from './pick-sheet'

/** The one file, or text, of which nobody knows yet whether the server has read it. */
let known: { path: string; fileId: string } | null = null

/** The fileID of this spreadsheet; uploaded once, however often a lost answer makes the user try. Throws NETWORK. */
export async function uploadSheet({ path, type }: SheetFile): Promise<string> {
  if (known?.path === path) return known.fileId
  discardSheet()
  const fileId = await upload(`imports/${await randomName()}.${type}`, path)
  known = { path, fileId }
  return fileId
}

/** Characters that always fit into one call, which carries 100 KB, whatever they are. */
const longestInCall = 16_000

export const isLong = (text: string): boolean => text.length > longestInCall

/** The same of pasted text that is too long for a call: it lies on the phone only while it is uploaded. Throws NETWORK. */
export async function uploadText(text: string): Promise<string> {
  if (known?.path === text) return known.fileId
  discardSheet()
  const file = `${Taro.env.USER_DATA_PATH}/pasted.txt`
  try {
    await written(file, text)
    const fileId = await upload(`imports/${await randomName()}.txt`, file)
    known = { path: text, fileId }
    return fileId
  } finally {
    Taro.getFileSystemManager().unlink({ filePath: file, fail: () => undefined })
  }
}

function written(filePath: string, data: string): Promise<void> {
  return new Promise((resolve, reject) => {
    Taro.getFileSystemManager().writeFile({
      filePath,
      data,
      encoding: 'utf8',
      success: () => resolve(),
      fail: reject,
    })
  })
}

/** The server has read and deleted it: to try again it has to be uploaded anew. */
export function forgetSheet(): void {
  known = null
}

/** Not wanted any more. */
export function discardSheet(): void {
  if (known) discard(known.fileId)
  known = null
}
