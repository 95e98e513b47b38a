import { h, onClick } from './dom'
import { toBase64 } from './file-store'
import type { Overlays } from './overlays'
import type { OpenedDocument } from './types'

/** A file as WeChat's viewer shows it: here only its name and size, and 「保存」 where the app allows it. */
export function showDocument(
  overlays: Overlays,
  { name, content, showMenu }: OpenedDocument,
  type: string,
  onClose: () => void,
): void {
  const back = onClick(h('button', 'sim-back', h('i', 'sim-chevron')), () => {
    close()
    onClose()
  })
  back.setAttribute('aria-label', '返回')
  const bar = h('header', 'sim-nav sim-foreign', back, h('div', 'sim-title-box', h('div', 'sim-title', name)))
  const save = onClick(h('button', 'sim-document-save', '保存'), () => saveAs(name, type, content))
  const sheet = h(
    'div',
    'sim-document',
    h('div', 'sim-document-name', name),
    h('div', 'sim-document-size', sizeOf(content.length)),
    showMenu ? save : null,
  )
  const viewer = h('div', 'sim-program', bar, sheet)
  const close = overlays.show(h('div', 'sim-cover', viewer))
}

/** The browser's own download. */
function saveAs(name: string, type: string, content: Uint8Array): void {
  const link = h('a', '')
  link.download = name
  link.href = `data:${type};base64,${toBase64(content)}`
  link.click()
}

function sizeOf(bytes: number): string {
  return bytes < 1024 ? `${bytes} B` : `${(bytes / 1024).toFixed(1)} KB`
}
