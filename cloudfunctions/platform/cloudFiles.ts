import type { Files } from './files'
import { cloudCalls } from './sdk'

export function createFiles(): Files {
  return {
    async download(fileId) {
      const { fileContent } = await cloudCalls().downloadFile({ fileID: fileId })
      if (!Buffer.isBuffer(fileContent)) throw new Error('no such file')
      return fileContent
    },
    async remove(fileId) {
      await cloudCalls().deleteFile({ fileList: [fileId] })
    },
  }
}
