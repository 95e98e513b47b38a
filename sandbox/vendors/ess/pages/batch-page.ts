/** Behind the one link for many organizations. */
import { type Html, html } from '../../kit/html'
import type { RenderedPage } from '../../kit/page'
import type { BatchPageView, OrganizationEntry } from '../views'
import { layout } from './layout'
import { organizationActions } from './organization-actions'
import { isSettled, statusTag } from './organization-status'
import { adminCell, cell, cells, heading, lifetime, type PageOptions, pageData, wayBack } from './page-parts'

/** A list this short shows its actions at once. */
const SHORT_LIST = 3

export function batchPage(view: BatchPageView, options: PageOptions): RenderedPage {
  const { organizations } = view
  const isShort = organizations.length <= SHORT_LIST
  return layout({
    title: '企业批量认证',
    script: 'show-page.client.js',
    content: html`${heading('企业批量认证', '以下企业由同一位管理员办理认证')}
${cells([adminCell(view.admin), cell('链接有效期', lifetime(view.expiresAt), 'expires')])}
<h2 class="card-title" id="summary">${summary(organizations)}</h2>
${!isShort && html`<p class="card-note">点按企业，展开演示操作</p>`}
${list(organizations, isShort)}
${pageData({ session: view.session, inMiniProgram: options.inMiniProgram, jumpsBack: false, done: false })}`,
    bar: html`${passAll(organizations)}${wayBack(options)}`,
  })
}

function summary(organizations: OrganizationEntry[]): string {
  const verified = organizations.filter(entry => entry.verified).length
  const failed = organizations.filter(entry => !entry.verified && entry.status === 'Failed').length
  return `共 ${organizations.length} 家 · 已认证 ${verified} 家${failed > 0 ? ` · 失败 ${failed} 家` : ''}`
}

function list(organizations: OrganizationEntry[], open: boolean): Html {
  if (organizations.length === 0) return html`<p class="card empty">没有可办理的企业</p>`
  return html`<ol class="card list">${organizations.map((entry, index) => row(entry, index + 1, open))}</ol>`
}

function row(entry: OrganizationEntry, number: number, open: boolean): Html {
  const { key, name, creditCode, message } = entry
  return html`<li><details data-row="${key}"${open && html` open`}>
<summary id="row-${number}"><span class="row-text"><span class="row-name">${name}</span>
<span class="row-code">${creditCode}</span>${
    message !== '' &&
    html`
<span class="row-message">${message}</span>`
  }</span>
${statusTag(entry)}</summary>
${organizationActions(entry, `-${number}`)}
</details></li>`
}

function passAll(organizations: OrganizationEntry[]): Html {
  const nothingLeft = organizations.every(isSettled)
  return html`<button class="button plain" type="button" id="pass-all" data-action="passAll"${
    nothingLeft && html` disabled`
  }>演示：全部通过</button>`
}
