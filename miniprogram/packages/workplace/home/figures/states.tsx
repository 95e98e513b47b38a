import { View } from '@tarojs/components'
import type { FiguresResult } from '../../../../cloud/types'
import { statesInOrder } from '../../shared/states'
import { workplaceText } from '../../shared/texts'
import { homeText } from '../texts'
import { Panel } from './panel'
import { shareText } from './shares'

/** One bar of all verifications, and what each part of it is. */
export function States({ total, states }: FiguresResult['verifications']) {
  const parts = statesInOrder
    .filter(state => states[state] > 0)
    .map(state => ({
      state,
      name: workplaceText(`state.${state}`),
      n: states[state],
      share: shareText(states[state], total),
    }))
  return (
    <Panel
      id="states"
      title={homeText('states')}
      note={homeText('states.total', { n: total })}
      empty={total === 0}
    >
      <View
        id="states-bar"
        className="p-states__bar"
        aria-role="img"
        aria-label={parts
          .map(({ name, n, share }) => homeText('states.part', { state: name, n, share }))
          .join('；')}
      >
        {parts.map(({ state, n }) => (
          <View key={state} className={`p-states__part p-states__fill--${state}`} style={`flex-grow: ${n}`} />
        ))}
      </View>
      <View className="p-states__legend">
        {parts.map(({ state, name, n, share }) => (
          <View key={state} id={`states-${state}`} className="p-states__item">
            <View className={`p-states__swatch p-states__fill--${state}`} />
            <View className="p-states__name">{name}</View>
            <View className="p-states__n">{n}</View>
            <View className="p-states__share">{share}</View>
          </View>
        ))}
      </View>
    </Panel>
  )
}
