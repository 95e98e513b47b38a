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
    async upload(path, content) {
      const { fileID } = await cloudCalls().uploadFile({ cloudPath: path, fileContent: content })
      return fileID
    },
    async address(fileId, seconds) {
      const { fileList } = await cloudCalls().getTempFileURL({
        fileList: [{ fileID: fileId, maxAge: seconds }],
      })
      const url = fileList[0]?.tempFileURL
      if (!url) throw new Error('no address')
      return url
    },
  }
}
