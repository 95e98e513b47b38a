import type { ApiModule } from '../context'
import { ApiFailure } from '../registry'

export const scanApi: ApiModule = ({ phone, registry }) => {
  registry.api('scanCode', async () => {
    const result = phone.options.scan ? await phone.options.scan() : await askForText()
    if (!result) throw new ApiFailure('cancel')
    return { result, scanType: 'QR_CODE', charSet: 'utf-8', path: '', rawData: '' }
  })

  async function askForText(): Promise<string | null> {
    const answer = await phone.overlays.modal({
      title: '扫一扫',
      editable: true,
      placeholder: '（模拟器）输入二维码的内容',
      confirmText: '识别',
    })
    return answer.confirm ? answer.content : null
  }
}
