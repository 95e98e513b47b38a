/** The page on which a person verifies; in the plugin and behind a link it differs only in how it ends. */
import { dataIsland, type Html, html } from '../../kit/html'
import { maskContact, maskName, maskNumber } from '../../kit/mask'
import type { RenderedPage } from '../../kit/page'
import type { Attempt, AttemptState, PersonOutcome } from '../attempts'
import { offeredModes, TYPED } from '../desk'
import type { Mode, PersonRequest } from '../fields'
import { layout } from './layout'
import { actionButton, type Button, closeButton, inputCell, lockedCell, resultSection } from './page-parts'

const MODE_LABELS: Record<Mode, string> = {
  IVS: '手机三要素',
  FACE: '人脸认证',
  BANK: '银行卡认证',
  ALIPAY: '支付宝认证',
  MANUAL: '人工审核',
}

const PAPER_LABELS: Record<NonNullable<PersonRequest['paperType']>, string> = {
  IDCARD: '身份证号',
  PASSPORT: '护照号码',
  HKMP: '通行证号',
  MTPS: '台胞证号',
}

const BUTTONS: (Button & { id: PersonOutcome })[] = [
  { id: 'pass', label: '通过认证' },
  { id: 'fail', label: '认证失败', danger: true },
  { id: 'review', label: '转人工审核' },
]

const OUTCOME_OF: Record<AttemptState, PersonOutcome | undefined> = {
  waiting: undefined,
  passed: 'pass',
  failed: 'fail',
  reviewing: 'review',
}

export function personPage(attempt: Attempt, options: { hasCb: boolean }): RenderedPage {
  const { request } = attempt
  const isPlugin = attempt.pass.entrance === 'plugin'
  const preselected = attempt.plan?.outcome ?? 'pass'
  const buttons = BUTTONS.map(button => actionButton(button, button.id === preselected))

  return layout({
    title: '个人实名认证',
    scripts: ['plugin-page.client.js', 'person-page.client.js'],
    themeColor: request.pageStyle?.themeColor,
    content: html`<main>
<section id="form">
<h1>个人实名认证</h1>
<p class="lead">请核对信息并选择认证方式</p>
<div class="cells">${personCells(request)}</div>
<div class="cells-title">认证方式</div>
<div class="cells" role="radiogroup" aria-label="认证方式">${modeCells(request)}</div>
<p class="hint" id="hint" role="alert"></p>
<div class="buttons">${buttons}
${closeButton()}</div>
</section>
${resultSection(request.callbackPage)}
</main>
${dataIsland('page-data', {
  session: attempt.pass.session,
  isPlugin,
  hasCb: options.hasCb,
  done: OUTCOME_OF[attempt.state] ?? null,
})}`,
  })
}

function personCells(request: PersonRequest): Html[] {
  const { user, paperType = 'IDCARD', modifyFields = [] } = request
  const labels = {
    name: '姓名',
    idNumber: PAPER_LABELS[paperType],
    bankNo: '银行卡号',
    bankMobile: '预留手机',
  }
  const cells = TYPED.flatMap(({ key, prefill, unlock, needed }) => {
    const value = request[prefill]
    const masked = value === undefined ? undefined : (key === 'name' ? maskName : maskNumber)(value)
    if (masked === undefined) return needed ? [inputCell(key, labels[key], undefined)] : []
    return [
      modifyFields.includes(unlock)
        ? inputCell(key, labels[key], masked)
        : lockedCell(labels[key], masked, key),
    ]
  })
  const contact = user.contactType === 'MOBILE' ? '手机号' : '邮箱'
  return [...cells, lockedCell(contact, maskContact(user.contact), 'contact')]
}

function modeCells(request: PersonRequest): Html[] {
  return offeredModes(request).map(
    (mode, index) => html`<label class="cell"><span class="value">${MODE_LABELS[mode]}</span>
<input type="radio" name="mode" value="${mode}"${index === 0 && html` checked`}></label>`,
  )
}
