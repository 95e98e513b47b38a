import Taro from '@tarojs/taro'
import { ActionFailureError } from '../cloud/call'

/** The fileID of what was uploaded. Throws NETWORK. */
export async function upload(cloudPath: string, filePath: string): Promise<string> {
  try {
    return (await Taro.cloud.uploadFile({ cloudPath, filePath })).fileID
  } catch {
    throw new ActionFailureError('NETWORK', 'uploadFile failed')
  }
}

/** Best effort: the server removes what is left over. */
export function discard(fileId: string): void {
  Promise.resolve()
    .then(() => Taro.cloud.deleteFile({ fileList: [fileId] }))
    .catch(() => undefined)
}
