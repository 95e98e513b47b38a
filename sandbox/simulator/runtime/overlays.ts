import { h, onClick } from './dom'

export interface ModalOptions {
  title?: string
  content?: string
  confirmText?: string
  cancelText?: string
  showCancel?: boolean
  confirmColor?: string
  cancelColor?: string
  editable?: boolean
  placeholder?: string
  /** Drawn below the text, for the platform's own dialogs. */
  extra?: HTMLElement
}

export interface ToastOptions {
  title: string
  icon: 'success' | 'error' | 'loading' | 'none'
  mask: boolean
  /** ms; 0 stays until hidden. */
  duration: number
}

/** Dialogs in WeUI's look, drawn inside the phone as WeChat draws them above the page. */
export interface Overlays {
  modal(options: ModalOptions): Promise<{ confirm: boolean; content: string }>
  /** Resolves to the index, or null when cancelled. */
  actionSheet(
    items: string[],
    options?: { title?: string; color?: string; head?: HTMLElement },
  ): Promise<number | null>
  toast(options: ToastOptions): void
  hideToast(): void
  /** A sheet from the bottom with own content; null when cancelled. */
  bottomSheet<T>(title: string, content: HTMLElement, read: () => T): Promise<T | null>
  /** Something of any shape; the returned function removes it. */
  show(element: HTMLElement): () => void
  clear(): void
}

export function createOverlays(container: HTMLElement): Overlays {
  let hideToast = () => {}

  function show(element: HTMLElement): () => void {
    container.append(element)
    return () => element.remove()
  }

  return {
    show,
    hideToast: () => hideToast(),
    clear() {
      hideToast()
      container.replaceChildren()
    },
    modal: options =>
      new Promise(resolve => {
        const input = h('input', 'sim-modal-input')
        input.placeholder = options.placeholder ?? ''
        input.value = options.editable ? (options.content ?? '') : ''
        const finish = (confirm: boolean) => () => {
          close()
          resolve({ confirm, content: input.value })
        }
        const cancel = onClick(
          h('button', 'sim-modal-button sim-cancel', options.cancelText ?? '取消'),
          finish(false),
        )
        const confirm = onClick(
          h('button', 'sim-modal-button sim-confirm', options.confirmText ?? '确定'),
          finish(true),
        )
        cancel.style.color = options.cancelColor ?? ''
        confirm.style.color = options.confirmColor ?? ''
        const body = options.editable ? input : options.content ? h('p', '', options.content) : null
        const box = h(
          'div',
          'sim-modal',
          options.title ? h('h3', '', options.title) : null,
          body,
          options.extra ?? null,
          h('footer', '', options.showCancel === false ? null : cancel, confirm),
        )
        box.setAttribute('role', 'dialog')
        const close = show(h('div', 'sim-mask', box))
      }),
    actionSheet: (items, options = {}) =>
      new Promise(resolve => {
        const finish = (index: number | null) => () => {
          close()
          resolve(index)
        }
        const buttons = items.map((item, index) => {
          const button = onClick(h('button', 'sim-sheet-item', item), finish(index))
          button.style.color = options.color ?? ''
          return button
        })
        const sheet = h(
          'div',
          'sim-sheet',
          options.head ?? null,
          options.title ? h('div', 'sim-sheet-title', options.title) : null,
          ...buttons,
          onClick(h('button', 'sim-sheet-item sim-cancel', '取消'), finish(null)),
        )
        sheet.setAttribute('role', 'dialog')
        const close = show(h('div', 'sim-mask sim-bottom', sheet))
      }),
    bottomSheet: (title, content, read) =>
      new Promise(resolve => {
        const finish = (accepted: boolean) => () => {
          const value = accepted ? read() : null
          close()
          resolve(value)
        }
        const head = h(
          'header',
          '',
          onClick(h('button', 'sim-cancel', '取消'), finish(false)),
          h('span', '', title),
          onClick(h('button', 'sim-confirm', '确定'), finish(true)),
        )
        const sheet = h('div', 'sim-sheet sim-panel', head, content)
        sheet.setAttribute('role', 'dialog')
        const close = show(h('div', 'sim-mask sim-bottom', sheet))
      }),
    toast(options) {
      hideToast()
      const box = h('div', 'sim-toast', h('i', `sim-toast-icon sim-icon-${options.icon}`), options.title)
      box.dataset.icon = options.icon
      box.setAttribute('role', 'alert')
      const close = show(options.mask ? h('div', 'sim-mask sim-clear', box) : h('div', 'sim-float', box))
      const timer = options.duration > 0 ? setTimeout(() => hideToast(), options.duration) : null
      hideToast = () => {
        if (timer !== null) clearTimeout(timer)
        close()
        hideToast = () => {}
      }
    },
  }
}
