import { readFileSync } from 'node:fs'
import { type ActionName, actions } from '../cloudfunctions/contract/actions'
import { type LimitName, limitNames, limitOf } from '../cloudfunctions/domain/limits'

const whom = { person: '每人', operator: '每位操作员', key: '每个密钥', address: '每个地址' }
const windows: Record<number, string> = { 60000: '分钟', 3600000: '小时', 86400000: '天' }
/** Where what is no action of its own is counted. */
const elsewhere: Partial<Record<LimitName, string>> = {
  attempts: '真正向厂商发起的认证、合同',
  apiCalls: '业务系统的接口',
  wrongKeys: '业务系统的接口，密钥不对时',
  probes: '`GET <回调地址>/health/<随机数>`',
  notices: '同一次尝试的回调通知',
}

function rowOf(name: LimitName): string {
  const { per, most, window, kept, wrong } = limitOf(name)
  const figure = `${most} 次/${windows[window]}${wrong && wrong > 1 ? `，错的一次算 ${wrong} 次` : ''}`
  const named = (Object.keys(actions) as ActionName[]).filter(action => actions[action].limit === name)
  const what = elsewhere[name] ?? named.map(action => `\`${action}\``).join(' ')
  return `| \`${name}\` | ${whom[per]} | ${figure} | ${kept === 'instance' ? '各实例' : '所有实例'} | ${what} |`
}

test('the documentation shows the limits as they are', () => {
  const text = readFileSync('docs/security.md', 'utf8')
  const rows = limitNames.map(rowOf)
  const missing = rows.filter(row => !text.includes(row))
  expect(missing).toEqual([])
})

test('every limit is used', () => {
  const used = new Set<LimitName>(Object.values(actions).map(({ limit }) => limit))
  const others = Object.keys(elsewhere)
  expect(limitNames.filter(name => !used.has(name)).sort()).toEqual(others.sort())
})
