/** The simulator's own page, for developers. */
import { type Html, html } from '../../kit/html'
import type { RenderedPage } from '../../kit/page'
import type { OrganizationEntry } from '../views'
import { layout } from './layout'
import { statusTag } from './organization-status'
import { heading, lifetime } from './page-parts'

export interface Overview {
  organizations: OrganizationEntry[]
  /** `expiresAt` in ms. */
  links: { url: string; kind: string; expiresAt: number }[]
}

const KINDS: Partial<Record<string, string>> = { batch: '批量', organization: '企业', person: '个人' }

export function indexPage({ organizations, links }: Overview): RenderedPage {
  return layout({
    title: '电子签沙箱',
    content: html`${heading('电子签沙箱', '模拟接口与小程序，仅供本地演示与测试')}
<h2 class="card-title">企业（${organizations.length}）</h2>
${list(organizations.map(organizationRow))}
<h2 class="card-title">链接（${links.length}）</h2>
${list(links.map(linkRow))}
<p class="card-note">流量记录 <code>GET /__sandbox/log</code><br>编排 <code>POST /__sandbox/next</code></p>`,
  })
}

function list(rows: Html[]): Html {
  return rows.length === 0
    ? html`<p class="card empty">还没有记录</p>`
    : html`<ul class="card list">${rows.map(row => html`<li class="row">${row}</li>`)}</ul>`
}

function organizationRow(entry: OrganizationEntry): Html {
  return html`<span class="row-text"><span class="row-name">${entry.name}</span>
<span class="row-code">${entry.creditCode}</span>${
    entry.message !== '' &&
    html`
<span class="row-message">${entry.message}</span>`
  }</span>
${statusTag(entry)}`
}

/** A path inside the mini-program is no address of the browser. */
function linkRow({ url, kind, expiresAt }: Overview['links'][number]): Html {
  const address = /^https?:\/\//.test(url) ? html`<a href="${url}">${url}</a>` : html`<code>${url}</code>`
  return html`<span class="row-text"><span class="row-url">${address}</span>
<span class="row-code">有效期：${lifetime(expiresAt)}</span></span>
<span class="tag" data-tone="idle">${KINDS[kind] ?? kind}</span>`
}
