import { View } from '@tarojs/components'
import type { FlowOutline } from '../cloud/types'
import { classes } from '../components/classes'
import { Tag } from '../components/tag'
import { outlineText } from './texts'
import { flowIdText, kindText, stateOf, stateText, tagOf } from './words'

interface FlowProps {
  id: string
  title: string
  flow: FlowOutline
  /** '' where nothing is known of it. */
  since?: string
  /** Shows the vendor's own words, to operators. */
  details: boolean
  /** Hangs on the flow above. */
  related?: boolean
}

/** One flow: who, which state, since when, why it failed, and its steps. Flat, for few levels keep the page fast. */
export function Flow({ id, title, flow, since, details, related }: FlowProps) {
  const part = (name: string) => classes(name, { 'p-outline__part--related': related })
  return (
    <>
      <View
        id={id}
        className={classes('p-outline__head', { 'p-outline__head--related': related })}
        aria-label={outlineText('flow.label', { title, state: stateText(flow) })}
      >
        <View className="p-outline__title">{title}</View>
        <Tag kind={tagOf(flow)} text={stateText(flow)} />
      </View>
      {since && (
        <View id={`${id}-since`} className={part('p-outline__note')}>
          {since}
        </View>
      )}
      {flow.id && (
        <View id={`${id}-id`} className={part('p-outline__note')}>
          {flowIdText(flow)}
        </View>
      )}
      {flow.ours === false && (
        <View id={`${id}-foreign`} className={part('p-outline__failure')}>
          {outlineText('ours.no')}
        </View>
      )}
      {details && stateOf(flow) === 'unknown' && flow.rawState && (
        <View id={`${id}-raw`} className={part('p-outline__note')}>
          {outlineText('rawState', { text: flow.rawState })}
        </View>
      )}
      {details && flow.failure && (
        <View id={`${id}-failure`} className={part('p-outline__failure')}>
          {outlineText('failure', { text: flow.failure })}
        </View>
      )}
      {flow.steps.length === 0 && <View className={part('p-outline__note')}>{outlineText('noSteps')}</View>}
      <View id={`${id}-steps`} className={part('p-outline__steps')}>
        {flow.steps.map((step, index) => (
          <View
            // The vendor may do the same kind twice; steps are only ever added.
            // biome-ignore lint/suspicious/noArrayIndexKey: there is nothing else to tell them apart by.
            key={index}
            id={`${id}-step-${index + 1}`}
            className={`p-outline__step p-outline__step--${stateOf(step)}`}
            aria-label={outlineText('step.label', { kind: kindText(step, details), state: stateText(step) })}
          >
            <View className="p-outline__icon" />
            <View className="p-outline__kind">{kindText(step, details)}</View>
            {step.id && <View className="p-outline__id">{outlineText('subFlowId', { id: step.id })}</View>}
            <View className="p-outline__state">{stateText(step)}</View>
          </View>
        ))}
      </View>
    </>
  )
}
