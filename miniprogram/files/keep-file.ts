import Taro from '@tarojs/taro'
import type { FileResult } from '../cloud/types'
import { isComputer } from '../entry/device'
import { keep } from './own-files'

/** A file that WeChat has no viewer for, such as a .csv. */
export interface KeptFile {
  name: string
  filePath: string
}

/** `chat`: a message with the file · `disk`: a folder of the computer. */
export type Way = 'chat' | 'disk'
export type GiveOutcome = 'given' | 'canceled' | 'failed'

/** null: the phone took no file. */
export async function keepFile({ name, content }: FileResult): Promise<KeptFile | null> {
  try {
    const filePath = await keep(name, content)
    return { name: filePath.slice(filePath.lastIndexOf('/') + 1), filePath }
  } catch {
    return null
  }
}

/** How a file can get out of the mini-program here. */
export function waysOut(): Way[] {
  const ways: Way[] = []
  if (Taro.canIUse('shareFileMessage')) ways.push('chat')
  if (isComputer() && Taro.canIUse('saveFileToDisk')) ways.push('disk')
  return ways
}

/** Only right after a tap: WeChat refuses otherwise. Never throws. */
export async function give({ name, filePath }: KeptFile, way: Way): Promise<GiveOutcome> {
  try {
    if (way === 'chat') await Taro.shareFileMessage({ filePath, fileName: name })
    else await Taro.saveFileToDisk({ filePath })
    return 'given'
  } catch (error) {
    return /cancel/.test(String(Object(error).errMsg)) ? 'canceled' : 'failed'
  }
}
