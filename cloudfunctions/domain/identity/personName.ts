import { isHeading, isPlaceholder } from './placeholder'
import { ask, type Reading, right, wrong } from './reading'
import { hasHan, hasLostSigns, plainText } from './signs'

/** Signs that look like the dot between the parts of a name, U+00B7, which alone is on identity cards. */
const dots =
  /[\u2022\u2023\u2024\u2027\u2043\u2218\u2219\u22C5\u25CF\u25E6\u26AB\u2981\u2B24\u2E30\u2E31\u2E33\u30FB\uA78F\u16EB\u1427\u0387\u119E\uFE45\u{10101}]/gu
/** These are dots only between two Chinese characters. */
const stopBetween =
  /([\u3005\u3007\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\u{20000}-\u{323AF}]) ?[.\u3002] ?(?=[\u3005\u3007\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\u{20000}-\u{323AF}])/gu
const hyphenBetween =
  /([\u3005\u3007\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\u{20000}-\u{323AF}]) ?[-_] ?(?=[\u3005\u3007\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\u{20000}-\u{323AF}])/gu
const hanAndGaps = /[\u3005\u3007\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\u{20000}-\u{323AF} ]+/gu
const bracketed = /\([^()]{0,40}\)/g

/** No name on a paper has them: a stray one out of a CSV, or a name that was quoted. */
const quotes = /["\u201C-\u201F\u00AB\u00BB\u300C-\u300F]/g
/** How somebody is addressed, behind a name. */
const address = /(?:先生|女士|小姐)$/
/** Punctuation and symbols no name has; brackets, dots and hyphens are looked at by themselves. */
const strange =
  /[!#-&+,/:-@[-`{-~\u00A1-\u00B6\u00B8-\u00BF\u00D7\u00F7\u2000-\u2BFF\u3001\u3003\u3004\u3008-\u303F\uFE10-\uFE6F\u{1F000}-\u{1FAFF}]/u
const letter = /[A-Za-z\u00C0-\u024F\u0370-\u1FFF\u3040-\u318F\uA000-\uA48C\uAC00-\uD7AF]/
/** As many digits as no fictitious person is numbered with: a mobile or an id number. */
const longNumber = /\d{6}/

/** Family names of two characters: a gap behind one of them only aligns a column. */
const doubleFamilyNames = new Set(
  '欧阳,太史,端木,上官,司马,东方,独孤,南宫,万俟,闻人,夏侯,诸葛,尉迟,公羊,赫连,澹台,皇甫,宗政,濮阳,公冶,太叔,申屠,公孙,慕容,仲孙,钟离,长孙,宇文,司徒,鲜于,司空,闾丘,令狐,百里,呼延,东郭,南门,西门,第五,欧陽,司馬,東方,諸葛,長孫,鍾離'.split(
    ',',
  ),
)

/**
 * A person's name as identity cards have it. Right: full width, radicals, invisible signs and every dot that looks like
 * U+00B7 are put right, and gaps that only align 「张　三」 are closed. Asked about (`unclear`): a gap or hyphen where the
 * dot of 「买买提·艾力」 may belong, a remark in brackets, a form of address, quotation marks. Refused: lost signs, placeholders, numbers, headings, companies.
 */
export function readPersonName(text: string): Reading {
  const plain = plainText(text)
  if (isPlaceholder(plain)) return wrong('placeholder')
  if (hasLostSigns(plain)) return wrong('signsLost')
  if (isHeading(plain) || longNumber.test(plain) || /公司$/.test(plain)) return wrong('malformed')
  const dotted = plain
    .replace(dots, '·')
    .replace(stopBetween, '$1·')
    .replace(/[\u2018\u2019\u02BC]/g, "'")
    .replace(/[\u2010-\u2015\u2212]/g, '-')
  const bare = dotted.replace(quotes, '').replace(address, '')
  if (bare !== dotted) return ask(readPersonName, bare)
  if (strange.test(dotted.replace(hyphenBetween, ''))) return wrong('malformed')
  if (!letter.test(dotted) && !hasHan(dotted)) return wrong('malformed')
  const whole = hasHan(dotted) ? dotted.replace(/ ?·[· ]*/g, '·') : dotted
  if (/.\u3002./.test(whole)) return wrong('malformed')
  const asked = withoutGaps(withoutRemarks(whole).replace(hyphenBetween, '$1·'), '·')
  const certain = withoutGaps(whole, ' ')
  if (asked === certain) return right(certain)
  return ask(readPersonName, asked)
}

/** For comparing and finding: no two ways to write a name differ in it. */
export function personNameKey(text: string): string {
  return plainText(text)
    .replace(dots, '')
    .replace(/[\s.\u3002·'\u2018\u2019\-\u2010-\u2015]/g, '')
    .toUpperCase()
}

/** A dot at an end stands between nothing. */
const ends = new Set([' ', '·', '\u3002'])

function withoutRemarks(name: string): string {
  const signs = [...name.replace(bracketed, ' ').replace(/[()]/g, ' ').replace(/ +/g, ' ')]
  const first = signs.findIndex(sign => !ends.has(sign))
  const last = signs.reduce((found, sign, at) => (ends.has(sign) ? found : at), -1)
  return signs.slice(first, last + 1).join('')
}

/** Gaps that only align a column are closed; what stands in the others is `otherwise`. */
function withoutGaps(name: string, otherwise: string): string {
  return name.replace(hanAndGaps, run => {
    const core = run.trim()
    const parts = core.split(' ')
    // The gaps at its ends are beside something else, and stay.
    return run.replace(core, parts.join(onlyAligned(parts) ? '' : otherwise))
  })
}

function onlyAligned(parts: string[]): boolean {
  const lengths = parts.map(part => [...part].length)
  const total = lengths.reduce((sum, length) => sum + length, 0)
  const [first = ''] = parts
  if (total <= 3 || lengths.every(length => length === 1)) return true
  return total === 4 && (lengths[0] === 1 || doubleFamilyNames.has(first))
}
