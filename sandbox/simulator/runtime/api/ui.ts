import type { ApiModule } from '../context'
import { ApiFailure, type Registry, text } from '../registry'
import type { Json } from '../types'

const icons = ['success', 'error', 'loading', 'none'] as const
/** WeChat counts characters; longer texts make the call fail. */
const longestButton = 4
const mostItems = 6

export const uiApi: ApiModule = ({ phone, registry }) => {
  const { overlays } = phone
  let toastKind: 'toast' | 'loading' | null = null

  registry.api('showToast', options => {
    toastKind = 'toast'
    overlays.toast({
      title: text(options.title),
      icon: icons.find(icon => icon === options.icon) ?? 'success',
      mask: Boolean(options.mask),
      duration: Number(options.duration ?? 1500),
    })
  })
  registry.api('showLoading', options => {
    toastKind = 'loading'
    overlays.toast({ title: text(options.title), icon: 'loading', mask: Boolean(options.mask), duration: 0 })
  })
  hides(registry, 'hideToast', 'toast')
  hides(registry, 'hideLoading', 'loading')

  // Both draw in the same place: hiding one never removes the other unless noConflict says so.
  function hides(target: Registry, name: string, kind: 'toast' | 'loading'): void {
    target.api(name, options => {
      if (options.noConflict && toastKind !== kind) return
      if (toastKind === kind || !options.noConflict) overlays.hideToast()
      toastKind = null
    })
  }

  registry.api('showModal', async options => {
    for (const key of ['confirmText', 'cancelText']) {
      if ([...text(options[key])].length > longestButton)
        throw new ApiFailure(`${key} length should not larger than ${longestButton} Chinese characters`)
    }
    const { confirm, content } = await overlays.modal(modalOptions(options))
    return { confirm, cancel: !confirm, content: options.editable && confirm ? content : null }
  })

  registry.api('showActionSheet', async options => {
    const items = Array.isArray(options.itemList) ? options.itemList.map(String) : []
    if (items.length === 0) throw new ApiFailure('parameter error: itemList should not be empty')
    if (items.length > mostItems)
      throw new ApiFailure(`parameter error: itemList should not be large than ${mostItems}`)
    const tapIndex = await overlays.actionSheet(items, {
      title: text(options.alertText),
      color: text(options.itemColor),
    })
    if (tapIndex === null) throw new ApiFailure('cancel')
    return { tapIndex }
  })
}

function modalOptions(options: Json) {
  return {
    title: text(options.title),
    content: text(options.content),
    confirmText: text(options.confirmText) || '确定',
    cancelText: text(options.cancelText) || '取消',
    showCancel: options.showCancel !== false,
    confirmColor: text(options.confirmColor),
    cancelColor: text(options.cancelColor),
    editable: Boolean(options.editable),
    placeholder: text(options.placeholderText),
  }
}
