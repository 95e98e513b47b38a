import { useState } from 'react'
import { callAction } from '../../../cloud/call'
import { useOnce } from '../../../cloud/once'
import type { FiguresResult } from '../../../cloud/types'
import { useConfig } from '../../../cloud/use-config'
import { Cell, CellGroup } from '../../../components/cell'
import { askFor } from '../../../form/ask-messages'
import { toVerifications } from '../../../routes'
import { lastWeekOf } from './last-week'
import { homeText } from './texts'

/** What was done in a week, what waits and what failed; where it can be, told again on Monday. */
export function Week({ figures }: { figures: FiguresResult }) {
  const { started, verified, failed, open, more } = lastWeekOf(figures)
  const { config } = useConfig()
  const [kept, setKept] = useState(false)
  const { busy, once } = useOnce<'weekly'>()
  const template = config?.messages?.find(({ kind }) => kind === 'weekly')
  const tell = () =>
    once('weekly', async () => {
      const [agreed] = template ? await askFor([template]) : []
      if (agreed) setKept((await callAction('workplace.acceptWeekly', {})).kinds.length > 0)
    })
  if (started === 0) return null
  return (
    <CellGroup id="week" title={homeText('week')}>
      <Cell
        id="week-sum"
        title={homeText('week.sum', { verified, open, failed })}
        note={more === null ? homeText('week.started', { n: started }) : compared(started, more)}
        onTap={() => toVerifications()}
      />
      {template && (
        <Cell
          id="week-tell"
          title={homeText(kept ? 'week.told' : 'week.tell')}
          {...(!kept && busy === null && { onTap: tell })}
        />
      )}
    </CellGroup>
  )
}

function compared(started: number, more: number): string {
  const key = more === 0 ? 'week.same' : more > 0 ? 'week.more' : 'week.fewer'
  return homeText(key, { n: started, m: Math.abs(more) })
}
