import { actionsFuzz } from './actions'
import type { Fuzz } from './check'
import { codesFuzz } from './codes'
import { documentFuzz } from './document'
import { noticesFuzz } from './notices'
import { serverFuzz } from './server'
import { sheetsFuzz } from './sheets'
import { tokensFuzz } from './tokens'

export const fuzzes: readonly Fuzz[] = [
  actionsFuzz,
  serverFuzz,
  documentFuzz,
  noticesFuzz('qiyuesuo'),
  noticesFuzz('qiyuesuo', true),
  noticesFuzz('ess'),
  noticesFuzz('esign'),
  sheetsFuzz,
  codesFuzz,
  tokensFuzz,
]
