import type { Change, Step } from '../../../setup/plan'
import type { Deployment, WantedFunction } from '../deployment'
import { findFunction, placeOf, untilActive } from './functionState'

/** The last thing: it runs from its first second. */
export function timer(deployment: Deployment): Step {
  return {
    name: '定时器 timer(最后 last)',
    async look() {
      const changes: Change[] = []
      for (const wanted of deployment.functions) changes.push(...(await changesOf(deployment, wanted)))
      return changes
    },
  }
}

async function changesOf(deployment: Deployment, { name, timers }: WantedFunction): Promise<Change[]> {
  if (timers.length === 0) return []
  const there = (await findFunction(deployment, name))?.timers ?? []
  const kept = there
    .filter(each => timers.every(wanted => wanted.name !== each.name))
    .map<Change>(each => ({ mark: 'kept', what: `${name}.${each.name}`, detail: each.cron }))
  const wanted = timers.map<Change>(each => {
    const what = `${name}.${each.name}`
    const old = there.find(one => one.name === each.name)
    if (old?.cron === each.cron && old.isEnabled) return { mark: 'same', what }
    const apply = async () => {
      await untilActive(deployment, name)
      const place = placeOf(deployment, name)
      // A trigger cannot be changed, only made anew.
      if (old) await deployment.scf.call('DeleteTrigger', { ...place, TriggerName: each.name, Type: 'timer' })
      const triggers = [{ TriggerName: each.name, Type: 'timer', TriggerDesc: each.cron }]
      await deployment.scf.call('BatchCreateTrigger', {
        ...place,
        Triggers: JSON.stringify(triggers),
        Count: triggers.length,
      })
    }
    if (!old) return { mark: 'create', what, detail: each.cron, apply }
    return {
      mark: 'change',
      what,
      detail: `${old.cron}${old.isEnabled ? '' : '(停用 off)'}→${each.cron}`,
      apply,
    }
  })
  return [...wanted, ...kept]
}
