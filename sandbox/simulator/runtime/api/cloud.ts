import type { ApiModule } from '../context'
import { fromBase64 } from '../file-store'
import { ApiFailure, jsonClone, text } from '../registry'

/** Files of one deletion. */
const mostDeleted = 50
/** Bytes of what one call carries as JSON. WeChat advises no more; measured limits vary with its version. */
const mostCallData = 100 * 1024
/** Of the system, as against the function's own: the SDK makes the call again, and the function may run twice. */
const systemErrors: readonly unknown[] = [-501001, -501003, -501004]
const mostTries = 3
const notReady = "Cloud API isn't enabled, please call wx.cloud.init first"

export const cloudApi: ApiModule = ({ phone, registry }) => {
  const { options } = phone
  let ready = false
  registry.member('cloud', 'init', () => {
    ready = true
  })
  const check = () => {
    if (!ready) throw new ApiFailure(notReady, { errCode: -1 })
  }

  registry.nested('cloud', 'callFunction', async given => {
    check()
    const name = text(given.name)
    if (!name) throw new ApiFailure('parameter.name should be String instead of Undefined', { errCode: -1 })
    const data = jsonClone(given.data ?? {})
    if (bytesOf(JSON.stringify(data)) > mostCallData) throw new ApiFailure('Error:data exceed max size')
    if (!options.cloud) throw new ApiFailure('no cloud transport', { errCode: -1 })
    const { cloud } = options
    return { result: jsonClone(await repeated(() => cloud(name, data))), requestID: requestId() }
  })

  registry.nested('cloud', 'uploadFile', async given => {
    check()
    const file = phone.files.read(text(given.filePath))
    if (!file) throw new ApiFailure("file doesn't exist", { errCode: -1 })
    const cloudPath = text(given.cloudPath)
    if (!options.upload) throw new ApiFailure('no upload transport', { errCode: -1 })
    return { fileID: await options.upload(cloudPath, file.content), statusCode: 204 }
  })

  registry.nested('cloud', 'getTempFileURL', async given => {
    check()
    const list = Array.isArray(given.fileList) ? given.fileList : []
    return { fileList: await Promise.all(list.map(each => describe(fileIdOf(each)))) }
  })

  registry.nested('cloud', 'downloadFile', async given => {
    check()
    const fileID = text(given.fileID)
    const url = await options.fileUrl?.(fileID)
    if (!url) throw new ApiFailure('file not found', { errCode: -1 })
    return { tempFilePath: phone.files.add(await fetchBytes(url), fileID), statusCode: 200 }
  })

  registry.nested('cloud', 'deleteFile', async given => {
    check()
    const list = Array.isArray(given.fileList) ? given.fileList.map(each => text(each)) : []
    if (list.length === 0 || list.length > mostDeleted)
      throw new ApiFailure(`parameter.fileList should hold 1 to ${mostDeleted} fileIDs`, { errCode: -1 })
    if (!options.removeFiles) throw new ApiFailure('no transport to delete files', { errCode: -1 })
    return { fileList: await options.removeFiles(list) }
  })

  async function describe(fileID: string) {
    const tempFileURL = (await options.fileUrl?.(fileID).catch(() => '')) ?? ''
    return tempFileURL
      ? { fileID, tempFileURL, status: 0, errMsg: 'ok' }
      : { fileID, tempFileURL: '', status: -1, errMsg: 'STORAGE_FILE_NONEXIST' }
  }

  async function fetchBytes(url: string): Promise<Uint8Array> {
    const inline = /^data:[^,]*;base64,(.*)$/.exec(url)
    if (inline) return fromBase64(inline[1] ?? '')
    if (!options.download) throw new ApiFailure('no download transport', { errCode: -1 })
    const { statusCode, content } = await options.download(url)
    if (statusCode !== 200) throw new ApiFailure(`download failed with ${statusCode}`, { errCode: -1 })
    return content
  }
}

/** In UTF-8; neither jsdom nor the service layer of WeChat has a TextEncoder. */
function bytesOf(text: string): number {
  return encodeURIComponent(text).replace(/%../g, 'x').length
}

async function repeated<T>(call: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await call()
    } catch (error) {
      if (tries >= mostTries || !systemErrors.includes(Object(error).errCode)) throw error
    }
  }
}

function fileIdOf(each: unknown): string {
  return typeof each === 'object' && each !== null && 'fileID' in each ? String(each.fileID) : text(each)
}

function requestId(): string {
  return `sim-${Math.random().toString(16).slice(2, 10)}`
}
