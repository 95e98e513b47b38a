import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Build } from '../build'
import type { ShippingEnvironment } from '../environment'
import type { Uploader } from './deployment'

/** Has a lockfile of its own with a pinned miniprogram-ci: a thousand packages are no dependency of the product. */
const aside = path.resolve('scripts/check-weapp')

/** `key`: file with the private key for uploads; null: there is none. */
export function createUploader(
  environment: ShippingEnvironment,
  build: Build,
  key: string | null,
  uploaded: string | null,
): Uploader {
  if (key === null || !existsSync(key)) {
    const why =
      '没有上传密钥 WECHAT_UPLOAD_KEY:在小程序后台「开发设置 → 小程序代码上传」生成,或在开发者工具里上传(upload it by hand)'
    return { uploaded, upload: null, why }
  }
  return { uploaded, upload: () => upload(environment, build, key), why: '' }
}

async function upload({ appId }: ShippingEnvironment, build: Build, key: string): Promise<void> {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const isFetched = existsSync(path.join(aside, 'node_modules/miniprogram-ci'))
  if (!isFetched && (await exitOf(npm, ['ci', '--prefix', aside])) !== 0)
    throw new Error('取不到 miniprogram-ci(could not be fetched):检查网络,或在开发者工具里上传 dist/weapp')
  const args = [appId, key, path.join(build.folder, 'weapp'), build.release]
  if ((await exitOf(process.execPath, [path.join(aside, 'upload.cjs'), ...args])) !== 0)
    throw new Error('小程序没有上传成功(upload failed):看上面的错误码;−10008 是本机 IP 不在上传白名单里')
}

function exitOf(program: string, args: readonly string[]): Promise<number> {
  return new Promise(resolve => {
    const child = spawn(program, args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: program.endsWith('.cmd'),
    })
    child.on('error', () => resolve(1))
    child.on('close', code => resolve(code ?? 1))
  })
}
