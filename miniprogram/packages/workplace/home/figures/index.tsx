import { View } from '@tarojs/components'
import { Button } from '../../../../components/button'
import { classes } from '../../../../components/classes'
import { Empty } from '../../../../components/empty'
import { Loading } from '../../../../operator/loading'
import { toInvite } from '../../../../routes'
import { daysChoices } from '../span'
import { homeText } from '../texts'
import type { FiguresState } from '../use-figures'
import { DaysChart } from './days-chart'
import { Duration } from './duration'
import { Failures } from './failures'
import { Funnel } from './funnel'
import { States } from './states'
import { Vendors } from './vendors'
import './index.css'

/** How it goes, drawn; every picture says the same in words. Flat, for few levels keep the page fast. */
export function Figures({ state, mayInvite }: { state: FiguresState; mayInvite: boolean }) {
  const { days, figures, pending, failure, choose } = state
  const nothing = figures?.funnel.invited === 0 && figures.verifications.total === 0
  return (
    <>
      <View id="figures" className="p-figures__head">
        <View className="p-figures__title">{homeText('figures')}</View>
        <View className="p-figures__spans" aria-role="radiogroup" aria-label={homeText('figures.span')}>
          {daysChoices.map(n => (
            <View
              key={n}
              id={`figures-${n}`}
              className={classes('p-figures__span', { 'p-figures__span--on': n === days })}
              aria-role="radio"
              aria-checked={n === days}
              onClick={() => choose(n)}
            >
              {homeText('figures.days', { n })}
            </View>
          ))}
        </View>
      </View>
      <View className="p-figures__note">{homeText('figures.note')}</View>
      {figures !== null && figures.uncounted > 0 && (
        <View id="figures-uncounted" className="p-figures__note" aria-role="alert">
          {homeText('figures.uncounted', { n: figures.uncounted })}
        </View>
      )}
      {!figures && !failure && <Loading id="figures-loading" />}
      {nothing && (
        <Empty id="figures-empty" title={homeText('none')} text={homeText('none.text')}>
          {mayInvite && (
            <Button id="first-invitation" kind="plain" onTap={() => toInvite()}>
              {homeText('none.invite')}
            </Button>
          )}
        </Empty>
      )}
      {figures && !nothing && (
        <View className={classes('p-figures__all', { 'p-figures__all--pending': pending })}>
          <Funnel funnel={figures.funnel} />
          <States {...figures.verifications} />
          <DaysChart key={`${figures.from} ${figures.until}`} days={figures.days} />
          <Failures failures={figures.failures} total={figures.verifications.total} />
          <Duration {...figures.duration} />
          <Vendors vendors={figures.vendors} />
        </View>
      )}
    </>
  )
}
