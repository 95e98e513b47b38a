/** Behind the link for one organization. */
import { html } from '../../kit/html'
import type { RenderedPage } from '../../kit/page'
import type { OrganizationPageView } from '../views'
import { layout } from './layout'
import { organizationActions } from './organization-actions'
import { statusTag } from './organization-status'
import { adminCell, cell, cells, heading, outcome, type PageOptions, pageData, wayBack } from './page-parts'

export function organizationPage(view: OrganizationPageView, options: PageOptions): RenderedPage {
  const { organization } = view
  const { name, creditCode, message, verified } = organization
  return layout({
    title: '企业认证',
    script: 'show-page.client.js',
    content: html`${
      verified
        ? outcome('good', '企业认证已完成', '管理员可以使用企业的电子签服务了')
        : heading('企业认证', '请核对企业信息，由管理员本人办理')
    }
${cells([
  cell('企业名称', name, 'organization-name'),
  cell('信用代码', creditCode, 'credit-code'),
  cell('认证状态', statusTag(organization), 'status'),
  ...(message === '' ? [] : [cell('原因', html`<span class="message">${message}</span>`, 'message')]),
  adminCell(view.admin),
])}
${!verified && html`<div class="card">${organizationActions(organization)}</div>`}
${pageData({
  session: view.session,
  inMiniProgram: options.inMiniProgram,
  jumpsBack: view.jumpsBack,
  done: verified,
})}`,
    bar: wayBack(options),
  })
}
