import { actionsFuzz } from './actions'
import type { Fuzz } from './check'
import { codesFuzz } from './codes'
import { documentFuzz } from './document'
import { noticesFuzz } from './notices'
import { serverFuzz } from './server'
import { sheetsFuzz } from './sheets'

export const fuzzes: readonly Fuzz[] = [
  actionsFuzz,
  serverFuzz,
  documentFuzz,
  noticesFuzz('qiyuesuo'),
  noticesFuzz('ess'),
  noticesFuzz('esign'),
  sheetsFuzz,
  codesFuzz,
]
