import { View } from '@tarojs/components'
import { memo, useRef } from 'react'
import type { RowView } from '../../../cloud/types'
import { classes } from '../../../components/classes'
import { StateTag } from '../shared/state-tag'
import { hasIssues } from './filters'
import { placesOf, type Span } from './span'
import type { Board, BoardShot } from './store'
import { boardText } from './texts'
import { rowHeight } from './use-span'

interface RowsProps {
  board: Board
  shot: BoardShot
  span: Span
  onTap: (row: RowView) => void
}

/**
 * The rows around the screen, each at its own height in a list as long as all of them. The elements are used again
 * while one scrolls: taking one away would send all its siblings anew.
 */
export function Rows({ board, shot, span, onTap }: RowsProps) {
  const { listed, selecting, selected } = shot
  const places = placesOf(span, Math.min(span.size, board.size()), listed.length)
  return (
    <View
      id="board-rows"
      className={classes('p-rows', { 'p-rows--selecting': selecting })}
      style={{ height: `${listed.length * rowHeight}px` }}
    >
      {places.map((place, slot) => {
        const row = place === null ? undefined : board.row(listed[place] ?? 0)
        return (
          <Slot
            // biome-ignore lint/suspicious/noArrayIndexKey: an element stands for a place on the screen, not for a row.
            key={slot}
            slot={slot}
            place={place ?? 0}
            row={row ?? null}
            selected={row !== undefined && selected.has(row.number)}
            onTap={onTap}
          />
        )
      })}
    </View>
  )
}

interface SlotProps {
  slot: number
  place: number
  row: RowView | null
  selected: boolean
  onTap: (row: RowView) => void
}

/** One row. Left over, it is hidden with the texts it had. */
const Slot = memo(function Slot({ slot, place, row, selected, onTap }: SlotProps) {
  const kept = useRef(row)
  if (row) kept.current = row
  const shown = kept.current
  if (!shown) return <View className="p-row c-hidden" />
  const { number, name, creditCode, state, letterRejected, issues } = shown
  const faulty = hasIssues(shown) && issues > 0
  return (
    <View
      id={row ? `row-${number}` : `spare-${slot}`}
      className={classes('p-row', { 'c-hidden': row === null, 'p-row--selected': selected })}
      style={{ top: `${place * rowHeight}px` }}
      hoverClass="c-cell--pressed"
      aria-role="button"
      onClick={() => onTap(shown)}
    >
      <View
        id={row ? `select-${number}` : `spare-select-${slot}`}
        className="p-row__check"
        aria-role="checkbox"
        aria-checked={selected}
      />
      <View className="p-row__number">{number}</View>
      <View className="p-row__main">
        <View className="p-row__name">{name}</View>
        <View className="p-row__line">
          <View className="p-row__code">{creditCode}</View>
          <View className="p-row__issues">{faulty ? boardText('row.issues', { n: issues }) : ''}</View>
          <View className="p-row__gap" />
          <StateTag state={state} letterRejected={letterRejected} />
        </View>
      </View>
    </View>
  )
})
