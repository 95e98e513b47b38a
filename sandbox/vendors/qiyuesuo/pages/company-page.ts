/** The page on which a company is verified: 基本信息, 授权书, result. */
import { dataIsland, type Html, html } from '../../kit/html'
import { maskContact, maskName, maskNumber } from '../../kit/mask'
import type { RenderedPage } from '../../kit/page'
import type { Company, CompanyOutcome } from '../companies'
import { type CompanyField, mayModify } from '../company-fields'
import { layout } from './layout'
import {
  actionButton,
  type Button,
  closeButton,
  inputCell,
  lockedCell,
  plainCell,
  resultSection,
} from './page-parts'

const FIELDS: { id: CompanyField; label: string; mask: (value: string) => string }[] = [
  { id: 'corpName', label: '企业名称', mask: value => value },
  { id: 'registerNo', label: '信用代码', mask: maskNumber },
  { id: 'legalPerson', label: '法定代表人', mask: maskName },
]

const BASIC_BUTTONS: Button[] = [
  { id: 'basic-pass', label: '基本信息通过，下一步' },
  { id: 'basic-fail', label: '基本信息不通过', danger: true },
]
const LETTER_BUTTONS: Button[] = [
  { id: 'letter-pass', label: '授权书通过' },
  { id: 'letter-fail', label: '授权书不通过', danger: true },
]
const SHORTCUTS: (Button & { id: CompanyOutcome })[] = [
  { id: 'pass', label: '一次完成认证' },
  { id: 'fail', label: '认证失败', danger: true },
  { id: 'review', label: '提交后等待审核' },
]

export function companyPage(company: Company, options: { hasCb: boolean }): RenderedPage {
  const { request, pass, state } = company
  const preselected = company.plan?.outcome ?? 'pass'
  const step = state === 'basicPassed' ? 'letter' : 'basic'
  return layout({
    title: '企业认证',
    scripts: ['plugin-page.client.js', 'company-page.client.js'],
    themeColor: request.pageStyle?.themeColor,
    content: html`<main>
<section id="form">
<h1>企业认证</h1>
${stepList(step)}
<section id="basic"${step !== 'basic' && html` hidden`}>
<div class="cells">${companyCells(company)}</div>
<div class="buttons spaced">${BASIC_BUTTONS.map(button => actionButton(button))}</div>
</section>
<section id="letter"${step !== 'letter' && html` hidden`}>
<div class="cells-title">请上传加盖公章的授权书（演示环境无需上传）</div>
<div class="buttons">${LETTER_BUTTONS.map(button => actionButton(button))}</div>
</section>
<p class="hint" id="hint" role="alert"></p>
<div class="buttons">${SHORTCUTS.map(button => actionButton(button, button.id === preselected))}
${request.closeButton !== false && closeButton()}</div>
</section>
${resultSection()}
</main>
${dataIsland('page-data', {
  session: pass.session,
  isPlugin: pass.entrance === 'plugin',
  hasCb: options.hasCb,
  done: state === 'waiting' || state === 'basicPassed' ? null : state,
})}`,
  })
}

const STEPS = { basic: '基本信息', letter: '授权书', result: '结果' }

function stepList(current: string): Html {
  const items = Object.entries(STEPS).map(
    ([step, label]) =>
      html`<li data-step="${step}"${step === current && html` aria-current="step"`}>${label}</li>`,
  )
  return html`<ol class="steps">${items}</ol>`
}

function companyCells({ request }: Company): Html[] {
  const { applicant, companyName, registerNo, legalPerson, license } = request
  const prefilled = { corpName: companyName, registerNo, legalPerson }
  const licence = license ? '已上传' : '未上传'
  return [
    ...FIELDS.map(({ id, label, mask }) => {
      const value = prefilled[id]
      const masked = value === undefined ? undefined : mask(value)
      return masked !== undefined && !mayModify(request, id)
        ? lockedCell(label, masked, id)
        : inputCell(id, label, masked)
    }),
    license && !mayModify(request, 'license')
      ? lockedCell('营业执照', licence, 'license')
      : plainCell('营业执照', licence, 'license'),
    plainCell('申请人', applicantText(applicant), 'applicant'),
  ]
}

function applicantText({ name, contact }: Company['request']['applicant']): string {
  return [name && maskName(name), maskContact(contact)].filter(Boolean).join(' ')
}
