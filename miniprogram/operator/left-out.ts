import type { ActionInput, ActionResults } from '../cloud/types'
import { operatorText } from './texts'

/** What an import answers when the operator is to choose first. */
export type Asked = Extract<ActionResults['batch.create'], { outcome: 'asked' }>
export type LeftOut = Asked['leftOut'][number]
export type Reading = NonNullable<ActionInput<'invitation.import'>['reading']>

/** Something that is left out and can be had. `id`: of its button. */
export interface Offer {
  id: string
  text: string
  reading: Reading
}

/** `工作表“二月”，3 行：一次只读一张工作表` */
export function leftOutText({ what, name, count, why }: LeftOut): string {
  // Of a single row its number says how many.
  const key = what === 'row' && count === 1 ? 'leftOut.oneRow' : (`leftOut.${what}` as const)
  return operatorText(key, { name, count, why: operatorText(`why.${why}`) })
}

/** `before`: what was asked for when this was left out. Of another sheet nobody knows yet what is left out. */
export function offersFor(leftOut: readonly LeftOut[], before: Reading): Offer[] {
  const sheets = leftOut.filter(
    ({ what, why }) => what === 'sheet' && (why === 'notChosen' || why === 'hidden'),
  )
  const hides = (what: LeftOut['what']) => leftOut.some(each => each.what === what && each.why === 'hidden')
  return [
    ...sheets.map(({ name }, index) => ({
      id: `take-sheet-${index + 1}`,
      text: operatorText('take.sheet', { name }),
      reading: { sheet: name, ask: true },
    })),
    ...(hides('row')
      ? [{ id: 'take-rows', text: operatorText('take.rows'), reading: { ...before, hiddenRows: true } }]
      : []),
    ...(hides('column')
      ? [
          {
            id: 'take-columns',
            text: operatorText('take.columns'),
            reading: { ...before, hiddenColumns: true },
          },
        ]
      : []),
  ]
}

/** The part of an import that says what is asked for; nothing of it where nothing is. */
export function asked(reading: Reading): { reading?: Reading } {
  return Object.keys(reading).length > 0 ? { reading } : {}
}
