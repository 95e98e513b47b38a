import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import type { AttachmentKind, RowDetail } from '../../../cloud/types'
import { CellGroup } from '../../../components/cell'
import { sizeText } from '../../../files/size-text'
import { failureText } from '../../../i18n'
import { batchText, issuesText } from '../shared/texts'
import { limitText, pickAttachment, sources } from './attachment'
import { rowText } from './texts'
import type { RowPage } from './use-row'

const kinds: readonly AttachmentKind[] = ['licence', 'letter']

/** Files that go to the vendor with the row. */
export function Attachments({ page, row }: { page: RowPage; row: RowDetail }) {
  const shown = kinds.filter(kind => row.can.attach || row.attachments.some(each => each.kind === kind))
  if (shown.length === 0) return null
  return (
    <CellGroup title={rowText('attachments')}>
      {shown.map(kind => (
        <Attachment key={kind} kind={kind} page={page} row={row} />
      ))}
    </CellGroup>
  )
}

interface AttachmentProps {
  kind: AttachmentKind
  page: RowPage
  row: RowDetail
}

function Attachment({ kind, page, row }: AttachmentProps) {
  const [complaint, setComplaint] = useState<string | null>(null)
  const { busy, failure, once } = page
  const has = row.attachments.find(each => each.kind === kind)
  const issues = row.issueList.filter(each => each.column === kind)
  const failed = failure?.kind === kind ? failureText(failure.error) : null

  const choose = () =>
    once(kind, async () => {
      setComplaint(null)
      const source = await chooseSource()
      if (!source) return
      const outcome = await pickAttachment(kind, source, fileId => page.attach(kind, fileId))
      if (outcome.kind === 'complaint') setComplaint(outcome.text)
    })
  const remove = () => {
    setComplaint(null)
    once(kind, () => page.attach(kind, null))
  }
  const note = has ? rowText('attach.has', { size: sizeText(has.size) }) : limitText(kind)
  return (
    <View id={`field-${kind}`} className="p-row__field">
      <View className="c-cell">
        <View className="c-cell__main">
          <View>{batchText(`column.${kind}`)}</View>
          <View id={`${kind}-note`} className="c-cell__note">
            {busy === kind ? rowText('attach.busy') : note}
          </View>
        </View>
        {row.can.attach && has && (
          <View
            id={`remove-${kind}`}
            className="p-row__act p-row__act--danger"
            hoverClass="c-button--pressed"
            aria-role="button"
            onClick={remove}
          >
            {rowText('attach.remove')}
          </View>
        )}
        {row.can.attach && (
          <View
            id={`attach-${kind}`}
            className="p-row__act"
            hoverClass="c-button--pressed"
            aria-role="button"
            aria-label={`${batchText(`column.${kind}`)} ${rowText(has ? 'attach.replace' : 'attach.choose')}`}
            onClick={choose}
          >
            {rowText(has ? 'attach.replace' : 'attach.choose')}
          </View>
        )}
      </View>
      <View id={`error-${kind}`} className="p-row__issue" aria-role="alert">
        {complaint ?? failed ?? issuesText(issues)}
      </View>
    </View>
  )
}

/** null: closed without a choice. */
async function chooseSource() {
  const itemList = sources.map(source => rowText(`attach.${source}`))
  return Taro.showActionSheet({ itemList }).then(
    ({ tapIndex }) => sources[tapIndex] ?? null,
    () => null,
  )
}
