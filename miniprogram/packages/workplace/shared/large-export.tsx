import { Apart } from '../../../components/apart'
import { Cell, CellGroup } from '../../../components/cell'
import { Notice } from '../../../components/notice'
import { KeptSheet } from '../../../files/kept-sheet'
import { commonText, failureText } from '../../../i18n'
import { workplaceText } from './texts'
import type { LargeExporting } from './use-large-export'

/** How far an export in parts has come, and its files. */
export function LargeExport({ exporting }: { exporting: LargeExporting }) {
  const { job, failure, kept } = exporting
  const rows = job?.parts.reduce((sum, each) => sum + each, 0) ?? 0
  return (
    <Apart>
      {failure && (
        <Notice
          id="large-failed"
          kind="error"
          action={{ text: commonText('retry'), onTap: () => void exporting.retry() }}
        >
          {`${workplaceText('export.failed')}：${failureText(failure)}`}
        </Notice>
      )}
      {job && (
        <CellGroup
          id="large-export"
          title={workplaceText(job.done ? 'large.done' : 'large.running', { rows, n: job.parts.length })}
          note={workplaceText(job.cut ? 'large.cut' : 'large.note')}
        >
          {job.parts.map((each, index) => (
            <Cell
              // biome-ignore lint/suspicious/noArrayIndexKey: parts never change places.
              key={index}
              id={`large-part-${index + 1}`}
              title={workplaceText('large.part', { n: index + 1 })}
              value={workplaceText('large.rows', { n: each })}
              onTap={() => void exporting.take(index + 1)}
            />
          ))}
        </CellGroup>
      )}
      {kept && <KeptSheet kept={kept} onClose={exporting.close} />}
    </Apart>
  )
}
