import { View } from '@tarojs/components'
import { useCallback } from 'react'
import { Chips } from '../../../components/chips'
import { classes } from '../../../components/classes'
import { SearchField } from '../../../components/search-field'
import { type FilterKey, filterKeys } from './filters'
import type { Board, BoardShot } from './store'
import { boardText } from './texts'

interface ToolsProps {
  board: Board
  shot: BoardShot
  /** The list is another one now. */
  onChange: () => void
}

/** Search and filters; they stay in sight while the rows scroll below. */
export function Tools({ board, shot, onChange }: ToolsProps) {
  const { tally, filter, query, drifted } = shot
  const choose = (key: FilterKey) => {
    board.setFilter(key)
    onChange()
  }
  const search = useCallback(
    (text: string) => {
      board.search(text)
      onChange()
    },
    [board, onChange],
  )
  const renew = () => {
    board.regroup()
    onChange()
  }
  return (
    <View id="board-tools" className="p-tools">
      <SearchField
        id="board-search"
        value={query}
        placeholder={boardText('search')}
        clearLabel={boardText('search.clear')}
        onInput={search}
      />
      <View className="p-tools__chips">
        <Chips
          id="board-filter"
          label={boardText('filter.label')}
          options={filterKeys.map(key => ({
            value: key,
            title: boardText(`filter.${key}`),
            count: tally[key],
            hidden: tally[key] === 0 && key !== 'all' && key !== filter,
          }))}
          value={filter}
          onChoose={choose}
        />
      </View>
      <View className={classes('p-tools__drifted', { 'c-hidden': drifted === 0 })}>
        <View className="p-tools__drifted-text">{boardText('drifted', { n: drifted })}</View>
        <View id="board-regroup" className="p-tools__renew" aria-role="button" onClick={renew}>
          {boardText('drifted.renew')}
        </View>
      </View>
    </View>
  )
}
