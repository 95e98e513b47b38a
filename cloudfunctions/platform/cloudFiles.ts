import { type Files, FileTooLarge } from './files'
import { type Download, HttpFailure } from './http'
import { cloudCalls } from './sdk'

/** s an address lasts by which we fetch a file ourselves. */
const shortly = 60

/** The SDK's own download takes whatever there is into memory; so its two steps are taken here, the second with a bound. */
export function createFiles(fetched: Download): Files {
  return {
    async download(fileId, most) {
      try {
        // As it is: the SDK encodes it once more before it downloads.
        return await fetched(encodeURI(await addressOf(fileId, shortly)), most)
      } catch (error) {
        throw error instanceof HttpFailure && error.reason === 'tooLarge' ? new FileTooLarge() : error
      }
    },
    async remove(fileId) {
      await cloudCalls().deleteFile({ fileList: [fileId] })
    },
    async upload(path, content) {
      const { fileID } = await cloudCalls().uploadFile({ cloudPath: path, fileContent: content })
      return fileID
    },
    address: addressOf,
  }
}

async function addressOf(fileId: string, seconds: number): Promise<string> {
  const { fileList } = await cloudCalls().getTempFileURL({
    fileList: [{ fileID: fileId, maxAge: seconds }],
  })
  const url = fileList[0]?.tempFileURL
  if (!url) throw new Error('no address')
  return url
}
