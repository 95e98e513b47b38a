/** What the phone frames first: it hears where to go, and goes there. */
import { html } from '../../kit/html'
import type { RenderedPage } from '../../kit/page'
import { layout } from './layout'

export const miniProgramShell = (): RenderedPage =>
  layout({
    title: '电子签',
    script: 'shell-page.client.js',
    content: html`<p class="opening" id="opening" role="status">正在打开…</p>`,
  })
