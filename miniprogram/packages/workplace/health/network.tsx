import { Apart } from '../../../components/apart'
import { Button } from '../../../components/button'
import { Cell, CellGroup } from '../../../components/cell'
import { vendorName } from '../../../i18n/vendors'
import { FailedNotice } from '../../../operator/failed-notice'
import { healthText } from './texts'
import type { useHealth } from './use-health'
import { callbackText, reachedText } from './words'

/** What the network looks like from inside the functions, asked when somebody wants to know. */
export function Network({ page }: { page: ReturnType<typeof useHealth> }) {
  const { reach, reaching, reachFailure, look, config } = page
  return (
    <>
      <Button id="reach" kind="plain" loading={reaching} onTap={look}>
        {healthText('reach')}
      </Button>
      <FailedNotice failure={reachFailure} retry={look} />
      <Apart>
        {reach && (
          <CellGroup id="reached" title={healthText('network')} note={healthText('network.note')}>
            {reach.vendors.map(({ id, reached }) => (
              <Cell
                key={id}
                id={`reached-${id}`}
                title={vendorName(config, id)}
                value={reachedText(reached)}
              />
            ))}
            <Cell id="reached-callback" title={healthText('callback')} value={callbackText(reach.callback)} />
            {reach.callback.egress && (
              <Cell id="egress" title={healthText('egress')} value={reach.callback.egress} />
            )}
          </CellGroup>
        )}
      </Apart>
    </>
  )
}
