/** The page `doc`: a contract to sign, or only to look at. */
import { dataIsland, type Html, html } from '../../kit/html'
import { maskContact } from '../../kit/mask'
import type { RenderedPage } from '../../kit/page'
import { type Contract, type Signer, type SignOutcome, type Sitting, stateOf } from '../contracts'
import { layout } from './layout'
import { actionButton, type Button, closeButton, plainCell, resultSection } from './page-parts'

export const CONTRACT_LABELS = { signing: '签署中', complete: '已完成', refused: '已拒签' } as const
const SIGNER_LABELS: Record<Signer['state'], string> = {
  waiting: '待签署',
  signed: '已签署',
  refused: '已拒签',
}

const BUTTONS: (Button & { id: SignOutcome })[] = [
  { id: 'sign', label: '签署' },
  { id: 'refuse', label: '拒签', danger: true },
]

export function contractPage(sitting: Sitting, options: { hasCb: boolean }): RenderedPage {
  const { contract, signer, pass, themeColor } = sitting
  const preselected = sitting.plan?.outcome ?? 'sign'
  const buttons = signer ? BUTTONS.map(button => actionButton(button, button.id === preselected)) : []
  const title = signer ? '合同签署' : '合同预览'
  return layout({
    title,
    scripts: ['plugin-page.client.js', 'contract-page.client.js'],
    themeColor,
    content: html`<main>
<section id="form">
<h1>${title}</h1>
<p class="lead">${signer ? '请核对合同内容后签署' : '仅供查看'}</p>
<div class="cells">${contractCells(contract)}</div>
<article class="paper" id="document"><h2>${contract.subject}</h2>
<p>本页为演示用合同，内容均为虚构，不具有法律效力。</p></article>
<p class="hint" id="hint" role="alert"></p>
<div class="buttons">${buttons}${closeButton(signer ? '直接离开' : '关闭')}</div>
</section>
${resultSection()}
</main>
${dataIsland('page-data', { session: pass.session, isPlugin: true, hasCb: options.hasCb, done: doneOf(sitting) })}`,
  })
}

/** What the page shows at once: the signer acted already, or another one ended the contract. */
function doneOf({ contract, signer }: Sitting): 'signed' | 'refused' | 'ended' | null {
  if (!signer) return null
  if (signer.state !== 'waiting') return signer.state
  return stateOf(contract) === 'refused' ? 'ended' : null
}

function contractCells(contract: Contract): Html[] {
  return [
    plainCell('合同主题', contract.subject, 'subject'),
    plainCell('合同状态', CONTRACT_LABELS[stateOf(contract)], 'contract-state'),
    ...contract.signers.map(
      ({ contact, state }) => html`<div class="cell"><span class="label">签署方</span>
<span class="value">${maskContact(contact)}</span><span class="tag">${SIGNER_LABELS[state]}</span></div>`,
    ),
  ]
}
