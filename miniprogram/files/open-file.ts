import Taro from '@tarojs/taro'
import type { FileResult } from '../cloud/types'
import { keep, ownPath } from './own-files'

/** `notSaved`: the phone took no file · `notOpened`: it was saved, but nothing here shows such files. */
export type OpenFileOutcome = 'opened' | 'notSaved' | 'notOpened'
export type OpenDownloadedOutcome = 'opened' | 'notDownloaded' | 'notOpened'

/** Saves a .xlsx or .pdf of the server and opens it, with the menu that sends it on. Never throws. */
export async function openFile({ name, content }: FileResult): Promise<OpenFileOutcome> {
  try {
    return await show(await keep(name, content))
  } catch {
    return 'notSaved'
  }
}

/** The same of a file at an address, whose domain must be among the mini-program's for downloads. Never throws. */
export async function openDownloaded(url: string, name: string): Promise<OpenDownloadedOutcome> {
  const filePath = ownPath(name)
  try {
    const { statusCode } = await Taro.downloadFile({ url, filePath })
    if (statusCode !== 200) return 'notDownloaded'
  } catch {
    return 'notDownloaded'
  }
  return show(filePath)
}

async function show(filePath: string): Promise<'opened' | 'notOpened'> {
  const fileType = /\.pdf$/i.test(filePath) ? 'pdf' : 'xlsx'
  return Taro.openDocument({ filePath, fileType, showMenu: true }).then(
    () => 'opened',
    () => 'notOpened',
  )
}
