import type { Dictionary } from './dictionary'
import { finder, keyOf, split } from './keys'

/** Signs; what is longer explains something. */
const longestHeading = 120
/** To its end, or to the end of the heading. */
const remark = /[（(【[〔<《][^）)】\]〕>》]*[）)】\]〕>》]?/g
const alternatives = /[/／、|｜;；或]/
/** What a heading above others says beside whom they are about: 「管理员的基本信息」. */
const groupWords = [
  ['信息', '资料', '情况', '数据', '栏'],
  ['基本', '相关', '详细', '登记', '注册', '实名', '认证'],
  ['的'],
]
const somebody = /[人员者]$|代表$|经理$|会计$|负责|联系|法人|财务/

/** How the texts of headings are understood. */
export interface Meaning<C extends string> {
  /** The column a heading means; null when it means none. */
  columnOf(text: string): C | null
  /** Of a heading below another: 「姓名」 below 「管理员信息」. */
  below(above: string, text: string): C | null
}

export function createMeaning<C extends string>({ columns, texts, aliases }: Dictionary<C>): Meaning<C> {
  const known = finder(columns, column => [texts.zh[column], texts.en[column], ...split(aliases[column])])

  /** Several names for one thing; null when they are not for the same. */
  const agreed = (names: readonly string[]): C | null => {
    const found = new Set(names.map(known).filter(column => column !== null))
    const [column = null] = found
    return found.size === 1 ? column : null
  }

  const columnOf = (text: string): C | null => {
    if (text.length > longestHeading) return null
    const plain = text.replace(remark, '')
    return known(text) ?? known(plain) ?? agreed(plain.split(alternatives)) ?? agreed(inTwoLanguages(plain))
  }

  const below = (above: string, text: string): C | null => {
    if (text === '' || keyOf(text) === keyOf(above)) return columnOf(above)
    const group = withoutGroupWords(above.replace(remark, '').trim())
    const together = columnOf(above + text) ?? columnOf(group + text)
    if (together) return together
    // The mobile of a legal representative is not the administrator's.
    return somebody.test(group) || columnOf(group) ? null : columnOf(text)
  }

  return { columnOf, below }
}

/** 「姓名 Name」: once in either language. */
function inTwoLanguages(text: string): string[] {
  const latin = text.search(/\p{Script=Latin}/u)
  const names = [text.slice(0, Math.max(latin, 0)), text.slice(latin)]
  return latin > 0 && !/\p{Script=Han}/u.test(text.slice(latin)) ? names : []
}

function withoutGroupWords(text: string): string {
  return groupWords.reduce((rest, words) => {
    const word = words.find(each => rest.endsWith(each)) ?? ''
    return rest.slice(0, rest.length - word.length)
  }, text)
}
