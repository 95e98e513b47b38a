/** What programs write of a number: `1.0020033002E10` of Java, `10020033003.0` of pandas, `1.00E+10` of Excel. */
const scientific = /^(\d)(?:\.(\d+))?E(\+?)(\d{1,3})$/i
const decimal = /^(\d+)\.0+$/
/** Spreadsheets and programs keep 15 digits for certain. */
const keptDigits = 15
/** Fewer decimals than that are a rounded display rather than a number that ends in zeros. */
const tellingDecimals = 5

/** The digits a number stands for; `lost` when they are not all there; null when the text is no number of a program. */
export function digitsIn(text: string): { digits: string } | 'lost' | null {
  const whole = decimal.exec(text)?.[1]
  if (whole !== undefined) return whole.length > keptDigits ? 'lost' : { digits: whole }
  const [, first = '', decimals = '', plus, power] = scientific.exec(text) ?? []
  if (power === undefined) return null
  const zeros = Number(power) - decimals.length
  if (Number(power) + 1 > keptDigits) return 'lost'
  if (zeros < 0) return null
  // Excel alone writes a plus behind a capital E, and it writes what it shows: rounded to the width of the column.
  const shown = plus === '+' && text.includes('E')
  if (zeros > 0 && (shown || decimals.length < tellingDecimals)) return 'lost'
  return { digits: first + decimals + '0'.repeat(zeros) }
}

/**
 * Spreadsheets keep 15 digits of a number, and write longer ones like `1.10101E+17`. Whoever reads a table keeps
 * to that, so that the text itself shows that digits are gone.
 */
function lostDigits(text: string): boolean {
  // `1E10` may be somebody's own number.
  return digitsIn(text) === 'lost' && /[.+]/.test(text) && /E\+?\d\d/i.test(text)
}

/** Sixteen digits and more of which the last are zeros, as a spreadsheet leaves them: worth telling when they do not fit. */
export function looksRounded(text: string): boolean {
  return /^\d{15}0{1,6}$/.test(text)
}

/** What a spreadsheet program has made of a text: it shows in the text, whatever the column. */
export type Spoilt = 'digitsLost' | 'turnedToDate' | 'formulaError'

export function spoiltBy(text: string): Spoilt | null {
  if (lostDigits(text)) return 'digitsLost'
  if (formulaErrors.test(text)) return 'formulaError'
  return shortDate.test(text) ? 'turnedToDate' : null
}

/** As this reader writes the date of a cell; somebody may have typed one like it. */
export function isFullDate(text: string): boolean {
  return /^\d{4}-\d\d-\d\d( \d\d:\d\d:\d\d)?$/.test(text)
}

/** As Excel shows 3-12 and saves it as CSV; nobody types it like that. */
const shortDate = /^\d{1,2}月\d{1,2}日$|^\d{1,2}-(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)$/i

/** What a formula shows that has no result: `#REF!`, `#N/A`, `#CALC!` when nothing has calculated it yet. */
const formulaErrors =
  /^#(REF!|N\/A|NAME\?|VALUE!|DIV\/0!|NULL!|NUM!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|UNKNOWN!|BUSY!|GETTING_DATA)$/i
