import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { list, record } from '../../setup/apis/tencent'

export interface Plugin {
  alias: string
  /** As app.json says it; of a plugin that is developed together with it: `dev`. */
  version: string
  provider: string
}

/** What was built of the mini-program, as far as it is looked at before it is uploaded. */
export interface Weapp {
  /** Bytes; the main package is called so, the others by their folders. */
  packages: readonly { name: string; bytes: number }[]
  plugins: readonly Plugin[]
  /** Users are asked before anything personal is touched. */
  usesPrivacyCheck: boolean
  /** Interfaces of WeChat's that are called and need to be in the privacy guide. */
  privateCalls: readonly string[]
}

/** What WeChat's privacy guide calls the data behind an interface. https://developers.weixin.qq.com/miniprogram/dev/framework/user-privacy/miniprogram-intro.html */
export const guideWords: Readonly<Record<string, string>> = {
  getPhoneNumber: '手机号',
  getRealtimePhoneNumber: '手机号',
  chooseImage: '选中的照片',
  chooseMedia: '选中的照片',
  chooseVideo: '选中的照片',
  chooseMessageFile: '选中的照片或文件',
  saveImageToPhotosAlbum: '相册写入',
  saveVideoToPhotosAlbum: '相册写入',
  getClipboardData: '剪切板',
  setClipboardData: '剪切板',
  createCameraContext: '摄像头',
  getRecorderManager: '麦克风',
  getLocation: '位置',
  getFuzzyLocation: '位置',
  chooseLocation: '位置',
  choosePoi: '位置',
  startLocationUpdate: '位置',
  chooseAddress: '收货地址',
  chooseInvoiceTitle: '发票',
  chooseLicensePlate: '车牌',
  chooseContact: '通讯录',
  addPhoneContact: '通讯录',
  addPhoneCalendar: '日历',
  getWeRunData: '微信运动',
  openBluetoothAdapter: '蓝牙',
  startAccelerometer: '加速传感器',
  startGyroscope: '陀螺仪',
  startCompass: '磁场传感器',
}

/** Files that name every interface there is, whether it is called or not. */
const frameworks = new Set(['taro.js', 'vendors.js', 'runtime.js'])

/** null: nothing is built there. */
export function readWeapp(root: string): Weapp | null {
  const manifest = path.join(root, 'app.json')
  if (!existsSync(manifest)) return null
  const app = record(JSON.parse(readFileSync(manifest, 'utf8')))
  const subPackages = list(app.subPackages ?? app.subpackages).map(record)
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
  return {
    packages: weighed(
      root,
      files,
      subPackages.map(each => String(each.root)),
    ),
    plugins: [app, ...subPackages].flatMap(each => pluginsOf(each.plugins)),
    usesPrivacyCheck: app.__usePrivacyCheck__ === true,
    privateCalls: calledIn(
      files
        .filter(file => file.endsWith('.js') && !frameworks.has(file))
        .map(file => readFileSync(path.join(root, file), 'utf8')),
    ),
  }
}

function weighed(root: string, files: readonly string[], folders: readonly string[]): Weapp['packages'] {
  const sizes = new Map([['主包', 0], ...folders.map(folder => [folder, 0] as const)])
  for (const file of files) {
    const name = folders.find(folder => file.startsWith(`${folder}/`)) ?? '主包'
    sizes.set(name, (sizes.get(name) ?? 0) + statSync(path.join(root, file)).size)
  }
  return [...sizes].map(([name, bytes]) => ({ name, bytes }))
}

function pluginsOf(value: unknown): Plugin[] {
  return Object.entries(record(value)).map(([alias, each]) => {
    const { version, provider } = record(each)
    return { alias, version: String(version), provider: String(provider) }
  })
}

/** `….chooseMedia(`, or the name in quotes, as a button's `openType` is written. */
export function calledIn(sources: readonly string[]): string[] {
  return Object.keys(guideWords).filter(name => {
    const called = new RegExp(`\\.${name}\\b|openType[:=]\\s*["'{]*${name}["'}]`)
    return sources.some(text => called.test(text))
  })
}
