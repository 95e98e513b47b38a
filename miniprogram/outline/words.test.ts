import type { FaceMaker, OutlineKind, OutlineState } from '../cloud/types'
import { isDrawn } from './drawn'
import { flowIdText, kindText, sinceText, stateText, tagOf } from './words'

jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: { getAppBaseInfo: () => ({ language: 'zh_CN' }) },
}))

/** As a server newer than this page may answer. */
const newer = <T extends string>(word: string) => word as T

test.each([
  ['notStarted', '未开始', 'idle'],
  ['underWay', '进行中', 'busy'],
  ['passed', '已完成', 'good'],
  ['failed', '未通过', 'bad'],
  ['stopped', '已终止', 'idle'],
  ['unknown', '状态未知', 'idle'],
  [newer<OutlineState>('paused'), '状态未知', 'idle'],
  [newer<OutlineState>('constructor'), '状态未知', 'idle'],
] as const)('the state %s reads %s', (state, text, tag) => {
  expect(stateText({ state })).toBe(text)
  expect(tagOf({ state })).toBe(tag)
})

test.each([
  ['bankTransfer', 'ORGANIZATION_TRANSFER_RANDOM_AMOUNT', '随机金额打款'],
  ['legalPersonFace', 'ORGANIZATION_LEGAL_REP_FACEAUTH', '法定代表人刷脸'],
  ['other', 'PALM_PRINT', '其他核验（PALM_PRINT）'],
  ['other', '', '其他核验'],
  [newer<OutlineKind>('palm'), 'PALM_PRINT', '其他核验（PALM_PRINT）'],
] as const)('the kind %s, called %s by the vendor, reads %s', (kind, rawKind, text) => {
  expect(kindText({ kind, rawKind, maker: null }, true)).toBe(text)
})

test.each([
  ['alipay', '刷脸（支付宝）'],
  ['tencent', '刷脸（腾讯云）'],
  ['esign', '刷脸（e签宝）'],
  ['wechat', '刷脸（微信）'],
  [null, '刷脸'],
  [newer<FaceMaker>('another'), '刷脸'],
] as const)('a face recognized by %s reads %s', (maker, text) => {
  expect(kindText({ kind: 'face', rawKind: 'FACEAUTH', maker }, true)).toBe(text)
})

test.each([
  ['803719636976683872', true, '流程编号 803719636976683872 · 本单发起'],
  ['803719636976683872', false, '流程编号 803719636976683872'],
  ['803719636976683872', null, '流程编号 803719636976683872'],
  ['', null, ''],
  ['', true, ''],
])('the flow %j, ours: %s, reads %j', (id, ours, text) => {
  expect(flowIdText({ id, ours })).toBe(text)
})

const at = (month: number, day: number, hour: number, minute: number, year = 2026) =>
  new Date(year, month - 1, day, hour, minute).getTime()
const now = at(11, 22, 12, 0)

test.each([
  [at(11, 22, 10, 3), null, '11月22日 10:03 开始'],
  [at(11, 22, 10, 3), at(11, 22, 10, 3), '11月22日 10:03 开始'],
  [at(11, 22, 10, 3), at(11, 22, 10, 14), '11月22日 10:03 开始 · 10:14 更新'],
  [at(11, 22, 10, 3), at(11, 23, 9, 0), '11月22日 10:03 开始 · 11月23日 09:00 更新'],
  [null, at(11, 22, 10, 14), '11月22日 10:14 更新'],
  [at(7, 9, 15, 20, 2019), null, '2019年7月9日 15:20 开始'],
  [null, null, ''],
])('case %#: since when', (createdAt, changedAt, text) => {
  expect(sinceText({ createdAt, changedAt }, now)).toBe(text)
})

test('only a vendor that draws outlines is asked, and only once it knows of the flow', () => {
  const vendors = [
    { id: 'esign', outline: true },
    { id: 'qiyuesuo', outline: false },
  ] as const
  const config = { vendors: [...vendors] }
  expect(isDrawn({ vendor: 'esign', state: 'ready' }, config)).toBe(true)
  expect(isDrawn({ vendor: 'esign', state: 'rejected' }, config)).toBe(true)
  expect(isDrawn({ vendor: 'esign', state: 'created' }, config)).toBe(false)
  expect(isDrawn({ vendor: 'esign', state: 'indeterminate' }, config)).toBe(false)
  expect(isDrawn({ vendor: 'qiyuesuo', state: 'ready' }, config)).toBe(false)
  expect(isDrawn({ vendor: 'esign', state: 'ready' }, null)).toBe(false)
})
