import { View } from '@tarojs/components'
import { useState } from 'react'
import type { RowDetail } from '../../../cloud/types'
import { Apart } from '../../../components/apart'
import { Button } from '../../../components/button'
import { Confirm } from '../../../components/confirm'
import { useVendor } from '../shared/use-vendor'
import { Failed } from './failed'
import { LinkPanel } from './link-panel'
import { RepairForm } from './repair-form'
import { rowText } from './texts'
import type { RowPage } from './use-row'

type Asking = 'resubmit' | 'cancel' | 'repair' | null

/** What may be done with the row now, besides editing it. */
export function Actions({ page, row }: { page: RowPage; row: RowDetail }) {
  const [asking, setAsking] = useState<Asking>(null)
  const { busy, dirty, link } = page
  const { can, state } = row
  const vendor = useVendor()
  const close = () => setAsking(null)
  const off = busy !== null

  if (asking === 'repair' && can.repair) return <RepairForm page={page} onClose={close} />
  return (
    <View className="p-row__actions">
      <Failed page={page} acts={['link', 'resubmit', 'cancel', 'repair']} />
      <Apart>{can.link && link && <LinkPanel link={link} />}</Apart>
      {can.link && (
        <Button
          id="row-link"
          kind={link ? 'plain' : 'primary'}
          loading={busy === 'link'}
          disabled={off}
          onTap={page.getLink}
        >
          {rowText(link ? 'link.again' : 'link')}
        </Button>
      )}
      {can.resubmit && (
        <Button
          id="resubmit"
          kind="plain"
          loading={busy === 'resubmit'}
          disabled={off || dirty}
          onTap={() => setAsking('resubmit')}
        >
          {rowText('resubmit')}
        </Button>
      )}
      {can.resubmit && dirty && <View className="p-row__hint">{rowText('resubmit.unsaved')}</View>}
      {can.repair && (
        <Button id="repair" kind="plain" disabled={off} onTap={() => setAsking('repair')}>
          {rowText('repair')}
        </Button>
      )}
      {can.cancel && (
        <Button
          id="row-cancel"
          kind="text"
          loading={busy === 'cancel'}
          disabled={off}
          onTap={() => setAsking('cancel')}
        >
          {rowText('cancel')}
        </Button>
      )}
      <Apart>
        {asking === 'resubmit' && (
          <Confirm
            id="resubmit"
            title={rowText('resubmit.title')}
            texts={[rowText(state === 'indeterminate' ? 'resubmit.unknown' : 'resubmit.text', { vendor })]}
            yes={rowText('resubmit')}
            no={rowText('sheet.no')}
            kind={state === 'indeterminate' ? 'danger' : 'primary'}
            onYes={page.resubmit}
            onClose={close}
          />
        )}
        {asking === 'cancel' && (
          <Confirm
            id="row-cancel"
            title={rowText('cancel.title')}
            texts={[
              rowText('cancel.text'),
              ...(mayBeAtVendor(row) ? [rowText('cancel.atVendor', { vendor })] : []),
            ]}
            yes={rowText('cancel.yes')}
            no={rowText('sheet.no')}
            kind="danger"
            onYes={page.cancel}
            onClose={close}
          />
        )}
      </Apart>
    </View>
  )
}

function mayBeAtVendor({ state }: RowDetail): boolean {
  return ['indeterminate', 'accepted', 'ready', 'processing'].includes(state)
}
