import { fork, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import * as v from 'valibot'
import { npmCommand } from '../../scripts/npm'
import { record } from '../../setup/apis/tencent'
import type { Build } from '../build'
import type { ShippingEnvironment } from '../environment'
import type { Uploader } from './deployment'
import { type Refused, UploadError } from './uploadError'

/** Has a lockfile of its own with a pinned miniprogram-ci: a thousand packages are no dependency of the product. */
const tool = path.resolve('scripts/check-weapp')

interface Given {
  environment: ShippingEnvironment
  build: Build
  /** File with the private key for uploads; null: there is none. */
  key: string | null
  /** Hash of what was uploaded last; null: nobody knows. */
  uploaded: string | null
  /** Folder of upload.cjs and of the packages it needs. */
  aside?: string
}

export function createUploader({ environment, build, key, uploaded, aside = tool }: Given): Uploader {
  if (key === null || !existsSync(key)) {
    const why =
      '没有上传密钥 WECHAT_UPLOAD_KEY:在小程序后台「开发设置 → 小程序代码上传」生成,或在开发者工具里上传(upload it by hand)'
    return { uploaded, upload: null, why }
  }
  const upload = async () => {
    if (!isFetched(aside) && (await exitOf(npmCommand(['ci', '--silent', '--prefix', aside]))) !== 0)
      throw new UploadError('UPLOAD_TOOL')
    const weapp = path.join(build.folder, 'weapp')
    const refused = await refusal(aside, [environment.appId, path.resolve(key), weapp, build.release])
    if (refused) throw UploadError.of(refused)
  }
  return { uploaded, upload, why: '' }
}

/** The version that is asked for, and no other. */
function isFetched(aside: string): boolean {
  const wanted = record(readJson(path.join(aside, 'package.json')).dependencies)['miniprogram-ci']
  return readJson(path.join(aside, 'node_modules/miniprogram-ci/package.json')).version === wanted
}

function readJson(file: string): Record<string, unknown> {
  return existsSync(file) ? record(JSON.parse(readFileSync(file, 'utf8'))) : {}
}

function exitOf([program, args]: [string, string[]]): Promise<number> {
  return new Promise(resolve => {
    const child = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit'] })
    child.on('error', () => resolve(1))
    child.on('close', code => resolve(code ?? 1))
  })
}

const answerSchema = v.variant('ok', [
  v.object({ ok: v.literal(true) }),
  v.object({
    ok: v.literal(false),
    code: v.number(),
    inner: v.nullable(v.number()),
    ip: v.nullable(v.string()),
  }),
])

/**
 * What it prints is hundreds of lines, with addresses in them; only what it tells at its end is heard. Its own children
 * may outlive it, with its output in their hands: nothing waits for that. null: done.
 */
function refusal(aside: string, args: readonly string[]): Promise<Refused | null> {
  return new Promise(resolve => {
    const child = fork(path.join(aside, 'upload.cjs'), args, { silent: true, execArgv: [] })
    for (const stream of [child.stdout, child.stderr]) stream?.resume()
    child.on('message', message => {
      const { success, output } = v.safeParse(answerSchema, message)
      if (!success) return resolve(silent)
      resolve(output.ok ? null : output)
    })
    child.on('disconnect', () => resolve(silent))
  })
}

const silent: Refused = { code: 0, inner: null, ip: null }
