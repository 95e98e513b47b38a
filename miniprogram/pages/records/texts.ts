import type { Subject } from '../../cloud/types'
import { defineTexts } from '../../i18n'

/** A word of the contract without its text fails the type-check here. */
type Required = Record<`item.${Subject}`, string>

/** What the list of one's own verifications says. */
const zh = {
  title: '我的认证记录',
  empty: '还没有认证记录',
  'empty.text': '发起认证后，在这里查看进度和结果。',
  start: '去认证',
  more: '正在加载更多…',
  end: '没有更多了',
  'item.person': '个人实名认证',
  'item.organization': '企业认证',
} satisfies Required & Record<string, string>

const en: Record<keyof typeof zh, string> = {
  title: 'My verifications',
  empty: 'No verifications yet',
  'empty.text': 'Once you start one, its progress and result appear here.',
  start: 'Verify now',
  more: 'Loading more…',
  end: 'That is all',
  'item.person': 'Personal verification',
  'item.organization': 'Company verification',
}

export const recordsText = defineTexts({ zh, en })
