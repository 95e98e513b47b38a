import { readFileSync } from 'node:fs'
import { consentTerm, type KeptUntil, kept, type OnErase } from './kept'
import { collectionNames } from './store'

const untilWords: Record<KeptUntil, string> = {
  afterEnd: '结束后 `RETENTION_DAYS` 天',
  consentTerm: `\`RETENTION_DAYS\` + ${consentTerm} 天`,
  ownTime: '各自的时间',
  whileAppointed: '是操作员期间',
  nobody: '–',
}
const eraseWords: Record<OnErase, string> = { emptied: '清空', removed: '删除', stays: '不变' }

test('the documentation shows the table as it is', () => {
  const text = readFileSync('docs/security.md', 'utf8')
  const rows = collectionNames.map(name => {
    const { personal, until, erase } = kept[name]
    const fields = personal.map(field => `\`${field}\``).join(' ') || '–'
    return `| \`${name}\` | ${fields} | ${untilWords[until]} | ${eraseWords[erase]} |`
  })
  expect(rows.filter(row => !text.includes(row))).toEqual([])
})
