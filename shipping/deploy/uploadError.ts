/** Why an upload came to nothing: numbers of miniprogram-ci and, within, of WeChat; the caller's address as WeChat saw it. */
export interface Refused {
  code: number
  inner: number | null
  ip: string | null
}

const sentences = {
  UPLOAD_TOOL: '取不到 miniprogram-ci(it could not be fetched):检查网络,或在开发者工具里上传 dist/weapp',
  UPLOAD_NETWORK: '连不上 servicewechat.com(not reachable):检查网络和代理(HTTPS_PROXY),再运行一次',
  UPLOAD_KEY:
    '上传密钥不能用来签名(not a private key):WECHAT_UPLOAD_KEY 要是小程序后台「小程序代码上传」下载的文件',
  UPLOAD_IP:
    '本机 <IP> 不在上传的白名单里(not allowed):小程序后台「开发设置 → 小程序代码上传 → IP 白名单」加上它',
  UPLOAD_PACKAGE: '打包没有通过(the package is refused):npm run check:weapp 说是哪个文件',
  UPLOAD_REFUSED:
    '微信没有收下(WeChat refused it):上传密钥是不是这个 appId 的,有没有重置过;都对就在开发者工具里上传,看它说什么',
} as const
type UploadCode = keyof typeof sentences

/** Numbers of miniprogram-ci 2.1.42, dist/config/config.js: how its way to WeChat ends; below are the package's faults. */
const askedForSigning = 20_001
const signed = 20_002
const notAllowed = -10_008

export class UploadError extends Error {
  constructor(
    readonly code: UploadCode,
    /** Numbers and an address, nothing else. */
    refused: Refused = { code: 0, inner: null, ip: null },
  ) {
    const { code: own, inner, ip } = refused
    const numbers = [own, inner].filter(number => number !== null && number !== 0).join('/')
    super(`${code}${numbers && ` (${numbers})`} ${sentences[code].replace('<IP>', ip ?? '的出口 IP')}`)
    this.name = 'UploadError'
  }

  static of(refused: Refused): UploadError {
    return new UploadError(codeOf(refused), refused)
  }
}

function codeOf({ code, inner }: Refused): UploadCode {
  if (inner === notAllowed) return 'UPLOAD_IP'
  if (code === signed) return 'UPLOAD_KEY'
  if (inner !== null) return 'UPLOAD_REFUSED'
  if (code >= askedForSigning) return 'UPLOAD_NETWORK'
  return code === 0 ? 'UPLOAD_REFUSED' : 'UPLOAD_PACKAGE'
}
