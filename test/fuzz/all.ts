import { actionsFuzz } from './actions'
import type { Fuzz } from './check'
import { codesFuzz } from './codes'
import { noticesFuzz } from './notices'
import { serverFuzz } from './server'
import { sheetsFuzz } from './sheets'

export const fuzzes: readonly Fuzz[] = [
  actionsFuzz,
  serverFuzz,
  noticesFuzz('qiyuesuo'),
  noticesFuzz('ess'),
  noticesFuzz('esign'),
  sheetsFuzz,
  codesFuzz,
]
