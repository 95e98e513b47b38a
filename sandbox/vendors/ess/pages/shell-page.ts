/** What the phone frames first: it hears where to go, and goes there. */
import { html } from '../../kit/html'
import { layout } from './layout'

export const miniProgramShell = (): string =>
  layout({
    title: '电子签',
    script: 'shell-page.client.js',
    content: html`<p class="opening" id="opening" role="status">正在打开…</p>`,
  })
