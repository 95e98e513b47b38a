import type { ApiModule } from '../context'
import { showDocument } from '../document-viewer'
import { ApiFailure, text } from '../registry'

/** What WeChat can show; a .csv is not among them. */
const readable = ['doc', 'docx', 'xls', 'xlsx', 'ppt', 'pptx', 'pdf']

export const documentApi: ApiModule = ({ phone, registry, lifecycle }) => {
  registry.api('openDocument', given => {
    const path = text(given.filePath)
    const file = phone.files.read(path)
    if (!file) throw new ApiFailure("file doesn't exist")
    const name = path.slice(path.lastIndexOf('/') + 1)
    const fileType = text(given.fileType) || (/\.(\w+)$/.exec(name)?.[1] ?? '').toLowerCase()
    if (!readable.includes(fileType)) throw new ApiFailure('filetype not supported')
    const { content } = file
    const opened = { name, fileType, content, showMenu: given.showMenu === true }
    phone.options.onOpenDocument?.(opened)
    lifecycle.hide()
    showDocument(phone.overlays, opened, file.type, () => lifecycle.show())
  })
}
