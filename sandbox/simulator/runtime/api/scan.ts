import type { ApiModule } from '../context'
import { ApiFailure } from '../registry'
import { pageExists } from '../route'
import type { ScannedCode } from '../types'

export const scanApi: ApiModule = ({ phone, registry }) => {
  registry.api('scanCode', async () => {
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

  /** The address of a page of this app stands for its mini-program code. */
  function codeOf(text: string): ScannedCode {
    const page = text.split('?')[0] ?? ''
    return pageExists(phone.app, page) ? { result: '', path: text } : { result: text }
  }
}
