import type { ApiModule } from '../context'
import { ApiFailure } from '../registry'
import { pageExists } from '../route'
import type { ScannedCode } from '../types'

export const scanApi: ApiModule = ({ phone, registry }) => {
  registry.api('scanCode', async () => {
    if (phone.options.platform === 'windows') throw new ApiFailure('not supported')
    const seen = phone.options.scan ? await phone.options.scan() : await askForText()
    if (!seen) throw new ApiFailure('cancel')
    const { result, path = '', scanType } = typeof seen === 'string' ? codeOf(seen) : seen
    return {
      result,
      path,
      scanType: scanType ?? (path ? 'WX_CODE' : 'QR_CODE'),
      charSet: 'utf-8',
      rawData: '',
    }
  })

  async function askForText(): Promise<string | null> {
    const answer = await phone.overlays.modal({
      title: '扫一扫',
      editable: true,
      placeholder: '（模拟器）二维码的内容，或小程序码的页面路径',
      confirmText: '识别',
    })
    return answer.confirm ? answer.content : null
  }

  /** The address of a page of this app stands for its mini-program code, and so does what is inside a local code. */
  function codeOf(text: string): ScannedCode {
    const local = localCode(text)
    if (local && pageExists(phone.app, local.page)) return { result: '', path: local.path }
    const page = text.split('?')[0] ?? ''
    return pageExists(phone.app, page) ? { result: '', path: text } : { result: text }
  }
}

/** The local cloud's codes are addresses with page and scene; WeChat gives the scene encoded. */
function localCode(text: string): { page: string; path: string } | null {
  const found = /^http:\/\/(?:127\.0\.0\.1|localhost)(?::\d+)?\/(?:scan|__sandbox\/code)\?(.*)$/.exec(text)
  const parameters = new URLSearchParams(found?.[1] ?? '')
  const [page, scene] = [parameters.get('page'), parameters.get('scene')]
  return page && scene ? { page, path: `${page}?scene=${encodeURIComponent(scene)}` } : null
}
