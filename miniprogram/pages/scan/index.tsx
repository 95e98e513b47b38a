import { Apart } from '../../components/apart'
import { Button } from '../../components/button'
import { Empty } from '../../components/empty'
import { Layout } from '../../components/layout'
import { Notice } from '../../components/notice'
import { Skeleton } from '../../components/skeleton'
import type { Stop } from '../../entry/go'
import { entryOfScan } from '../../entry/parse'
import { entryText } from '../../entry/texts'
import { useScan } from '../../entry/use-scan'
import { commonText, failureText, useTitle } from '../../i18n'
import { toHome } from '../../routes'
import { useWay } from './use-way'

/** Where every code leads: it finds the page the code is meant for, or says why there is none. */
export default function Scan() {
  useTitle(entryText('title'))
  const { stop, take, retry } = useWay()
  const { scan, failed } = useScan(code => take(entryOfScan(code)))

  if (!stop) {
    return (
      <Layout>
        <Skeleton id="opening" shape={['card', 'button']} />
      </Layout>
    )
  }
  return (
    <Layout>
      <Empty id={`stop-${stop.kind}`} title={entryText(`${stop.kind}.title`)} text={textOf(stop)}>
        {stop.kind === 'failed' && (
          <Button id="retry" onTap={retry}>
            {commonText('retry')}
          </Button>
        )}
        <Button id="rescan" kind={stop.kind === 'failed' ? 'plain' : 'primary'} onTap={scan}>
          {entryText('scan')}
        </Button>
        <Button id="home" kind="text" onTap={() => toHome()}>
          {commonText('home')}
        </Button>
      </Empty>
      <Apart>
        {failed && (
          <Notice id="scan-failed" kind="warn">
            {entryText('scan.failed')}
          </Notice>
        )}
      </Apart>
    </Layout>
  )
}

function textOf(stop: Stop): string {
  return stop.kind === 'failed' ? failureText(stop.failure) : entryText(`${stop.kind}.text`)
}
