import { Layout } from '../components/layout'
import { Claim } from './claim'
import { FailedNotice } from './failed-notice'
import type { OperatorPage } from './use-operator-page'

/** What a page for operators shows everybody else. */
export function ClaimPage({ page: { failure, look, claim } }: { page: OperatorPage }) {
  return (
    <Layout wide>
      <FailedNotice failure={failure} retry={look} />
      <Claim claim={claim} />
    </Layout>
  )
}
