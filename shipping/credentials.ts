import { readFileSync, statSync } from 'node:fs'

export interface Credentials {
  secretId: string
  secretKey: string
  token: string | null
  /** Of the mini-program; null: not given. */
  appSecret: string | null
  /** File with the key for uploads; null: not given. */
  uploadKey: string | null
}

/**
 * `TENCENTCLOUD_SECRETID`, `_SECRETKEY`, `_SESSIONTOKEN`, `WECHAT_APPSECRET`, `WECHAT_UPLOAD_KEY` (a file) from the
 * environment, or from the file `SHIPPING_CREDENTIALS` names (lines `NAME=value`, readable by its owner alone). null:
 * there are none of Tencent Cloud. Never printed.
 */
export function readCredentials(env: Record<string, string | undefined>): Credentials | null {
  const source: Record<string, string | undefined> = env.SHIPPING_CREDENTIALS
    ? readPairs(env.SHIPPING_CREDENTIALS)
    : env
  const { TENCENTCLOUD_SECRETID: secretId, TENCENTCLOUD_SECRETKEY: secretKey } = source
  if (!secretId || !secretKey) return null
  return {
    secretId,
    secretKey,
    token: source.TENCENTCLOUD_SESSIONTOKEN || null,
    appSecret: source.WECHAT_APPSECRET || null,
    uploadKey: source.WECHAT_UPLOAD_KEY || null,
  }
}

/** Lines `NAME=value` of a file that is readable by its owner alone; throws when others may read it too. */
export function readPairs(file: string): Record<string, string> {
  // Windows has no such modes.
  if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0) {
    throw new Error(`${file} 别人也能读:chmod 600(readable by others)`)
  }
  const pairs = readFileSync(file, 'utf8')
    .split('\n')
    .map(line => line.trim())
    .filter(line => line.includes('=') && !line.startsWith('#'))
  return Object.fromEntries(
    pairs.map(pair => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
  )
}
