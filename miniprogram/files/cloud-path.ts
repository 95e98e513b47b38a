import Taro from '@tarojs/taro'
import type { LicenceType } from '../cloud/types'

/** The name says nothing about whose it is. */
export function cloudPath(name: string, type: LicenceType): string {
  return `licences/${name}.${type}`
}

const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-'
const length = 32

/**
 * Six random bits a sign, 192 in all, from WeChat's own source: by its name alone a file in the cloud may be found.
 * Rejects where WeChat has none to give; nothing is uploaded under a name that could be guessed.
 */
export function randomName(): Promise<string> {
  return new Promise((resolve, reject) => {
    Taro.getRandomValues({
      length,
      success: ({ randomValues }) => {
        const bytes = new Uint8Array(randomValues)
        if (bytes.length === length) resolve(nameOf(bytes))
        else reject(new Error('too few random bytes'))
      },
      fail: reject,
    })
  })
}

function nameOf(bytes: Uint8Array): string {
  return Array.from(bytes, byte => signs[byte & 63]).join('')
}
