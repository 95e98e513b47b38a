/** Behind the link for a person. */
import { html } from '../../kit/html'
import { maskContact, maskNumber } from '../../kit/mask'
import type { RenderedPage } from '../../kit/page'
import { maskPerson } from '../masks'
import type { PersonPageView } from '../views'
import { layout } from './layout'
import { cell, cells, heading, orUnknown, outcome, type PageOptions, pageData, wayBack } from './page-parts'

export function personPage(view: PersonPageView, options: PageOptions): RenderedPage {
  const { name, idNumber, mobile, verified } = view
  return layout({
    title: '个人实名认证',
    script: 'show-page.client.js',
    content: html`${
      verified
        ? outcome('good', '实名认证已完成', '您可以使用电子签服务了')
        : heading('个人实名认证', '请核对信息，由本人办理')
    }
${cells([
  cell('姓名', orUnknown(maskPerson(name)), 'name'),
  cell('证件号码', orUnknown(maskNumber(idNumber)), 'id-number'),
  ...(mobile === '' ? [] : [cell('手机号', maskContact(mobile), 'mobile')]),
])}
${!verified && ACTIONS}
${pageData({ session: view.session, inMiniProgram: options.inMiniProgram, jumpsBack: view.jumpsBack, done: verified })}`,
    bar: wayBack(options),
  })
}

const ACTIONS = html`<div class="card"><div class="actions" data-columns="2" role="group" aria-label="演示操作">
<p class="actions-title">演示操作</p>
<button class="small-button" type="button" id="verify" data-action="verify" data-tone="strong">认证通过</button>
<button class="small-button" type="button" id="fail" data-action="failPerson" data-tone="danger">认证失败</button>
</div></div>`
