import { Apart } from '../../../components/apart'
import { Layout } from '../../../components/layout'
import { useTitle } from '../../../i18n'
import { ClaimPage } from '../../../operator/claim-page'
import { FailedNotice } from '../../../operator/failed-notice'
import { LoadingPage } from '../../../operator/loading-page'
import { useOperatorPage } from '../../../operator/use-operator-page'
import { Cells } from './cells'
import { Figures } from './figures'
import { StoppedEndpoints } from './stopped-endpoints'
import { homeText } from './texts'
import { useFigures } from './use-figures'
import { Week } from './week'
import './index.css'

/** What operators can do, and how it goes; for everybody else the way to become one. */
export default function Workplace() {
  useTitle(homeText('title'))
  const figures = useFigures()
  const page = useOperatorPage(figures.load)
  const { role, ready, failure, look } = page
  if (role === null) return <ClaimPage page={page} />
  if (!ready) return <LoadingPage />

  return (
    <Layout wide>
      <FailedNotice failure={failure ?? figures.failure} retry={look} />
      {role === 'owner' && <StoppedEndpoints />}
      {role && <Cells role={role} />}
      <Apart>{role && figures.figures && <Week figures={figures.figures} />}</Apart>
      {role && <Figures state={figures} mayInvite={role !== 'viewer'} />}
    </Layout>
  )
}
