import Taro from '@tarojs/taro'
import type { ConfigResult } from '../cloud/types'

type Message = NonNullable<ConfigResult['messages']>[number]
export type Kind = Message['kind']

/**
 * WeChat's own question whether one wants to be told. It comes only in a tap, before anything is waited for. Whatever is
 * answered, refused or broken, nothing is thrown.
 */
export async function askFor(asked: readonly Message[]): Promise<Kind[]> {
  if (asked.length === 0) return []
  const tmplIds = asked.map(({ template }) => template)
  try {
    // `entityIds` is for Alipay.
    const answers = new Map(Object.entries(await Taro.requestSubscribeMessage({ tmplIds, entityIds: [] })))
    return asked.filter(({ template }) => answers.get(template) === 'accept').map(({ kind }) => kind)
  } catch {
    return []
  }
}
