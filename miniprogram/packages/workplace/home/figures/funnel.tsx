import { View } from '@tarojs/components'
import type { FiguresResult } from '../../../../cloud/types'
import { homeText } from '../texts'
import { Panel } from './panel'
import { lengthOf, shareText } from './shares'

const steps = ['invited', 'opened', 'started', 'verified', 'finished'] as const

/** How many of those invited got how far; each bar is as wide as its share of the first. */
export function Funnel({ funnel }: { funnel: FiguresResult['funnel'] }) {
  const bars = steps.map((step, index) => {
    const before = steps[index - 1]
    const share = before === undefined ? null : shareText(funnel[step], funnel[before])
    return { step, n: funnel[step], share, width: lengthOf(funnel[step], funnel.invited) }
  })
  return (
    <Panel id="funnel" title={homeText('funnel')} empty={funnel.invited === 0}>
      {bars.map(({ step, n, share, width }) => (
        <View
          key={step}
          id={`funnel-${step}`}
          className="p-funnel__step"
          aria-role="img"
          aria-label={
            share === null
              ? homeText('funnel.step', { step: homeText(`funnel.${step}`), n })
              : homeText('funnel.step.share', { step: homeText(`funnel.${step}`), n, share })
          }
        >
          <View className="p-funnel__name">{homeText(`funnel.${step}`)}</View>
          <View className="p-funnel__track">
            <View className="p-funnel__bar" style={`width: ${width}`} />
          </View>
          <View className="p-funnel__n">{n}</View>
          <View className="p-funnel__share">{share === null ? '' : homeText('funnel.share', { share })}</View>
        </View>
      ))}
    </Panel>
  )
}
