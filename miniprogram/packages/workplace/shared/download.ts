import Taro from '@tarojs/taro'
import type { KeptFile } from '../../../files/keep-file'
import { ownPath } from '../../../files/own-files'

/** A file at an address, kept on the phone. null: it could not be had. Never throws. */
export async function download(url: string, name: string): Promise<KeptFile | null> {
  const filePath = ownPath(name)
  try {
    const { statusCode } = await Taro.downloadFile({ url, filePath })
    return statusCode === 200 ? { name: filePath.slice(filePath.lastIndexOf('/') + 1), filePath } : null
  } catch {
    return null
  }
}
