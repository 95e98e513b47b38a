import type { MyData } from '../../../cloud/types'
import { Cell, CellGroup } from '../../../components/cell'
import { clock } from '../../../i18n/time'
import { myDataText } from './texts'

type KeptView = MyData['kept'][number]

/** What is kept, and until when. Ids: `kept-<kind>`. */
export function Kept({ data: { kept, retentionDays: days } }: { data: MyData }) {
  return (
    <CellGroup id="kept" title={myDataText('kept')} note={myDataText('kept.note', { days })}>
      {kept.map(each => (
        <Cell
          key={each.kind}
          id={`kept-${each.kind}`}
          title={myDataText(`kind.${each.kind}`)}
          note={myDataText('about', { note: myDataText(`note.${each.kind}`), until: untilText(each, days) })}
          value={myDataText('count', { n: each.count })}
        />
      ))}
    </CellGroup>
  )
}

function untilText({ kind, until }: KeptView, days: number): string {
  if (until !== null) return myDataText('until.time', { time: clock(until) })
  // Not settled by time: the one ends with the role, the other with the person's own word.
  if (kind === 'operator' || kind === 'answer') return myDataText(`until.${kind}`)
  return myDataText('until.end', { days })
}
