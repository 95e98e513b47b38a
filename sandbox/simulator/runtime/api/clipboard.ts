import type { ApiModule } from '../context'
import { text } from '../registry'

export const clipboardApi: ApiModule = ({ phone, registry }) => {
  registry.api('setClipboardData', async options => {
    await phone.privacy.ensure('setClipboardData')
    phone.clipboard.text = text(options.data)
    // WeChat says so by itself.
    phone.overlays.toast({ title: '内容已复制', icon: 'success', mask: false, duration: 1500 })
  })
  registry.api('getClipboardData', async () => {
    await phone.privacy.ensure('getClipboardData')
    return { data: phone.clipboard.text }
  })
}
