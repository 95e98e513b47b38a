/** Something of the file that was not imported. The operator is told of each, and may ask for some of them. */
export interface LeftOut {
  what: 'sheet' | 'row' | 'column'
  /** Of a sheet, its name · of rows, their numbers: `3, 7-9` · of a column, its heading, else its letter. */
  name: string
  /** Rows of the sheet, rows, or cells of the column that say something. */
  count: number
  /**
   * `hidden`: not seen on opening the file · `notChosen`: a sheet with headings beside the one that was read ·
   * `noHeading`: a sheet without · `example`: a sheet that shows how
   * to fill in another · `aboveHeading`: rows before the headings · `unknown`: a heading that means nothing
   * to us · `twice`: a second heading for the same thing · `faulty`: rows at fault that were to be left out.
   */
  why: 'hidden' | 'notChosen' | 'noHeading' | 'aboveHeading' | 'unknown' | 'twice' | 'example' | 'faulty'
}

/** Whether it can be had by asking for it: see `readingInput` of the contract. */
export function canBeHad({ what, why }: LeftOut): boolean {
  return why === 'hidden' || (what === 'sheet' && why === 'notChosen')
}

const mostNumbers = 20

/** `3, 7-9` */
export function numbersText(numbers: readonly number[]): string {
  const spans: [number, number][] = []
  for (const number of numbers) {
    const last = spans[spans.length - 1]
    if (last && number === last[1] + 1) last[1] = number
    else spans.push([number, number])
  }
  const texts = spans.slice(0, mostNumbers).map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`))
  return texts.join(', ') + (spans.length > mostNumbers ? ' …' : '')
}

/** `A` for 0, `AA` for 26. */
export function columnLetters(column: number): string {
  const before = Math.floor(column / 26)
  return (before > 0 ? columnLetters(before - 1) : '') + String.fromCharCode(65 + (column % 26))
}
