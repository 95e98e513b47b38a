/** What all pages here look like: a badge in the corner. */
import { type Html, html } from '../../kit/html'
import { frame, type RenderedPage } from '../../kit/page'

/** `script`: a file of this folder that runs after the content. */
export function layout({
  title,
  content,
  script,
}: {
  title: string
  content: Html
  script?: string
}): RenderedPage {
  return frame({
    title,
    folder: __dirname,
    look: 'form',
    scripts: script ? [script] : [],
    body: html`<span class="badge" id="badge">本地沙箱</span>
${content}`,
  })
}
