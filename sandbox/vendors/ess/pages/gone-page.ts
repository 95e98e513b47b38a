/** Where a link leads that no longer leads anywhere. */
import { html } from '../../kit/html'
import type { RenderedPage } from '../../kit/page'
import type { GonePageView } from '../views'
import { layout } from './layout'
import { outcome, type PageOptions, pageData, wayBack } from './page-parts'

const SENTENCES: Record<GonePageView['reason'], { title: string; detail: string }> = {
  expired: { title: '链接已过期', detail: '这个链接已超过有效期，请返回后重新获取。' },
  unknown: { title: '链接无效', detail: '没有找到这个链接对应的认证，请返回后重新获取。' },
  wrongEnvironment: {
    title: '环境不一致',
    detail: '这个链接与打开的小程序不属于同一环境（联调或正式），请检查跳转的 appId 与 envVersion。',
  },
}

export function gonePage({ reason }: GonePageView, options: PageOptions): RenderedPage {
  const { title, detail } = SENTENCES[reason]
  return layout({
    title,
    script: 'show-page.client.js',
    content: html`<div data-reason="${reason}">${outcome('bad', title, detail)}</div>
${pageData({ session: '', inMiniProgram: options.inMiniProgram, jumpsBack: false, done: false })}`,
    bar: wayBack(options),
  })
}
