import Taro from '@tarojs/taro'
import { type Refusal, refusalOf } from './refusal'

/** A spreadsheet that was picked and may be uploaded. */
export interface SheetFile {
  /** The phone's temporary file. */
  path: string
  name: string
  /** Bytes. */
  size: number
  type: 'xlsx' | 'csv'
}

export type SheetOutcome =
  | { kind: 'ok'; file: SheetFile }
  | { kind: 'wrongType' }
  | { kind: 'nothing' }
  | { kind: 'canceled' }
  | { kind: Exclude<Refusal, 'canceled'> }

/** Lets the user pick a spreadsheet out of a chat; nothing leaves the phone. */
export async function pickSheet(): Promise<SheetOutcome> {
  try {
    // Without `extension`: on some phones it hides files whose names end in capitals.
    const { tempFiles } = await Taro.chooseMessageFile({ count: 1, type: 'file' })
    return judge(tempFiles[0])
  } catch (error) {
    return { kind: refusalOf(error) }
  }
}

function judge(picked: { path: string; name: string; size: number } | undefined): SheetOutcome {
  if (!picked) return { kind: 'canceled' }
  const { path, name, size } = picked
  const type = /\.(xlsx|csv)$/i.exec(name)?.[1]?.toLowerCase()
  if (type !== 'xlsx' && type !== 'csv') return { kind: 'wrongType' }
  if (size <= 0) return { kind: 'nothing' }
  return { kind: 'ok', file: { path, name, size, type } }
}
