import Taro from '@tarojs/taro'
import type { LicenceLimits } from '../cloud/types'
import { checkLicence, headLength, type LicenceVerdict, type PickedFile } from './check'
import { type Refusal, refusalOf } from './refusal'

export type LicenceSource = 'album' | 'camera' | 'chat'

/** `unreadable`: the phone's file is gone. */
export type PickOutcome =
  | (LicenceVerdict & { size: number })
  | { kind: 'canceled' }
  | { kind: Exclude<Refusal, 'canceled'> }
  | { kind: 'unreadable' }

/** Lets the user pick one file and looks at it; nothing leaves the phone. */
export async function pickLicence(source: LicenceSource, limits: LicenceLimits): Promise<PickOutcome> {
  let file: PickedFile | null
  try {
    file = source === 'chat' ? await fromChat() : await fromCamera(source)
  } catch (error) {
    return { kind: refusalOf(error) }
  }
  if (!file) return { kind: 'canceled' }
  try {
    const verdict = checkLicence(file, await readHead(file), limits)
    return { ...verdict, size: file.size }
  } catch {
    return { kind: 'unreadable' }
  }
}

async function fromCamera(source: 'album' | 'camera'): Promise<PickedFile | null> {
  // Compressed: an album also holds HEIC, which WeChat then turns into JPG.
  const { tempFiles } = await Taro.chooseMedia({
    count: 1,
    mediaType: ['image'],
    sourceType: [source],
    sizeType: ['compressed'],
  })
  const [first] = tempFiles
  return first ? { path: first.tempFilePath, name: first.tempFilePath, size: first.size } : null
}

async function fromChat(): Promise<PickedFile | null> {
  const { tempFiles } = await Taro.chooseMessageFile({ count: 1, type: 'all' })
  const [first] = tempFiles
  if (!first) return null
  // A picture sent as such has no ending of its own; its file has.
  const name = /\.\w{1,10}$/.test(first.name) ? first.name : first.path
  return { path: first.path, name, size: first.size }
}

function readHead({ path, size }: PickedFile): Promise<Uint8Array> {
  if (size <= 0) return Promise.resolve(new Uint8Array())
  return new Promise((resolve, reject) => {
    Taro.getFileSystemManager().readFile({
      filePath: path,
      position: 0,
      length: Math.min(headLength, size),
      success: ({ data }) =>
        typeof data === 'string' ? reject(new Error('text')) : resolve(new Uint8Array(data)),
      fail: reject,
    })
  })
}
