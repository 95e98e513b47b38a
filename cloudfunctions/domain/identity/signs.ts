/**
 * What texts carry that nobody typed on purpose, and the signs names are made of. Written as ranges of code points
 * and without look-behind: old phones run this too.
 */

const anyHan = /[\u3005\u3007\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\u{20000}-\u{323AF}]/u
export const hasHan = (text: string): boolean => anyHan.test(text)

/** Zero-width and direction signs, selectors of variants, fillers, controls other than blanks. */
const invisible =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what is looked for
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: each sign by itself is meant
  /[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF0-\uFFFB\u{1BCA0}-\u{1BCA3}\u{1D173}-\u{1D17A}\u{E0000}-\u{E0FFF}]/gu

const blanks = /[\s\u0085\u2800]+/g

/**
 * Radicals that are no characters of their own, as PDFs yield them, and the character meant: block U+2E80 of Unicode's
 * EquivalentUnifiedIdeograph. Those of block U+2F00 are in NFKC already.
 */
const radicals = new Map(
  [
    '⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇𠘨⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺑𡯂⺒巳⺓幺⺔彑⺕𫜹⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王',
    '⺪𤴔⺫目⺬示⺭礻⺮𥫗⺯糹⺰纟⺱罓⺲罒⺳㓁⺴冗⺵𦉫⺶羊⺷𦍌⺸𦍋⺹耂⺺肀⺻聿⺼肉⺽𦥑⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇𧢲⻈讠⻉贝⻊𧾷⻋车⻌辶⻍辶⻎辶',
    '⻏邑⻐钅⻑長⻒镸⻓长⻔门⻕𨸏⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞𩙿⻟飠⻠饣⻡𩠐⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟',
  ]
    .join('')
    .match(/../gu)
    ?.map(pair => [...pair] as [string, string]),
)

/** Signs that are looked at: far more than any name has, so that what is too long stays too long and costs nothing. */
const most = 2000

/** Without what cannot be seen, single blanks; what can be seen stays as it is. */
export function visibleText(text: string): string {
  return text.slice(0, most).replace(invisible, '').replace(blanks, ' ').trim()
}

/** The same of several lines. */
export function visibleLines(text: string): string {
  return text
    .slice(0, most)
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map(visibleText)
    .join('\n')
    .trim()
}

/** The text as it looks: half width, characters for radicals, single blanks, nothing that cannot be seen. */
export function plainText(text: string): string {
  const characters = text
    .slice(0, most)
    .replace(invisible, '')
    .replace(/[\u2E80-\u2EFF]/g, sign => radicals.get(sign) ?? sign)
  return characters.normalize('NFKC').replace(blanks, ' ').trim()
}

/** Codes and numbers: capitals without gaps, hyphens, or the apostrophe with which spreadsheets mark a text. */
export function plainNumber(text: string): string {
  return plainText(text)
    .toUpperCase()
    .replace(/[\s\-\u2010-\u2015\u2212]/g, '')
    .replace(/^['`\u2018\u2019]+/, '')
}

/**
 * Stands where a sign was that an encoding has not, a font has drawn or a system has masked: the text is not whole.
 * What decoding GBK as something else makes of it is three characters no name has.
 */
const lost =
  /[?*\uFFFD\u25CB\u25EF\u25A1\u25A0\u3013\uE000-\uF8FF\uD800-\uDFFF\u{F0000}-\u{10FFFF}]|锟斤|斤拷/u
export const hasLostSigns = (text: string): boolean => lost.test(text)
