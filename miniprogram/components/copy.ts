import Taro from '@tarojs/taro'

/** Puts a text on the clipboard. Says nothing: WeChat itself tells the user. */
export function copy(data: string): void {
  Taro.setClipboardData({ data }).catch(() => undefined)
}
