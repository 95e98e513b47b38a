/** What all pages here look like: a banner above, and the colour that a contract may choose. */
import { type Html, html } from '../../kit/html'
import { frame, type RenderedPage } from '../../kit/page'

/** `scripts`: files of this folder that run after the content, in this order. */
export function layout(options: {
  title: string
  content: Html
  scripts?: readonly string[]
  themeColor?: string
}): RenderedPage {
  const { title, content, scripts, themeColor } = options
  return frame({
    title,
    folder: __dirname,
    look: 'form',
    scripts,
    theme: themeColor && `:root{--brand:${themeColor}}`,
    body: html`<header class="banner">契约锁沙箱 · 仅供本地演示</header>
${content}`,
  })
}
