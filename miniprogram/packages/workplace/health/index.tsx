import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { Apart } from '../../../components/apart'
import { Button } from '../../../components/button'
import { Cell, CellGroup } from '../../../components/cell'
import { Empty } from '../../../components/empty'
import { Layout } from '../../../components/layout'
import { Notice } from '../../../components/notice'
import { failureText, useTitle } from '../../../i18n'
import { vendorName } from '../../../i18n/vendors'
import { FailedNotice } from '../../../operator/failed-notice'
import { Loading } from '../../../operator/loading'
import { backToWorkplace } from '../../../routes'
import { Network } from './network'
import { healthText } from './texts'
import { type Health, useHealth } from './use-health'
import { backlogText, functionText, sweepProblem, sweepText, usageText, vendorText } from './words'

/** For owners: how the installation fares, as `doctor --live` would say it. */
export default function HealthPage() {
  useTitle(healthText('title'))
  const page = useHealth()
  const { health, failure, load } = page
  useDidShow(() => {
    load()
  })
  usePullDownRefresh(async () => {
    await load()
    Taro.stopPullDownRefresh()
  })

  if (failure?.code === 'FORBIDDEN') {
    return (
      <Layout wide>
        <Empty id="forbidden" title={healthText('forbidden')} text={failureText(failure)}>
          <Button id="back" onTap={backToWorkplace}>
            {healthText('back')}
          </Button>
        </Empty>
      </Layout>
    )
  }
  return (
    <Layout wide>
      <FailedNotice failure={failure} retry={load} />
      <Apart>{!health && !failure && <Loading />}</Apart>
      {health && <Findings health={health} page={page} />}
      {health && <Network page={page} />}
    </Layout>
  )
}

function Findings({ health, page: { config } }: { health: Health; page: ReturnType<typeof useHealth> }) {
  const { sweep, backlog, vendors, usage, functions, at, release } = health
  const problem = sweepProblem(sweep)
  return (
    <>
      <Apart>
        {problem && (
          <Notice id="sweep-problem" kind="warn">
            {problem}
          </Notice>
        )}
      </Apart>
      <CellGroup title={healthText('work')} note={healthText('work.note')}>
        <Cell id="sweep" title={healthText('sweep')} value={sweepText(sweep, at)} />
        {backlog.map(each => (
          <Cell
            key={each.kind}
            id={`backlog-${each.kind}`}
            title={healthText(`backlog.${each.kind}`)}
            value={backlogText(each, at)}
          />
        ))}
      </CellGroup>
      <CellGroup title={healthText('vendors')}>
        {vendors.map(each => (
          <Cell
            key={each.id}
            id={`vendor-${each.id}`}
            title={vendorName(config, each.id)}
            value={vendorText(each, at)}
          />
        ))}
      </CellGroup>
      <CellGroup title={healthText('usage')} note={healthText('usage.note')}>
        {(['reads', 'writes', 'calls'] as const).map(what => (
          <Cell
            key={what}
            id={`usage-${what}`}
            title={healthText(`usage.${what}`)}
            value={usageText(what, usage)}
          />
        ))}
      </CellGroup>
      <CellGroup title={healthText('functions')} note={healthText('release', { release })}>
        {functions.map(each => (
          <Cell
            key={each.name}
            id={`function-${each.name}`}
            title={each.name}
            value={functionText(each, at, release)}
          />
        ))}
      </CellGroup>
    </>
  )
}
