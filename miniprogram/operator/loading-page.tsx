import { Layout } from '../components/layout'
import { Loading } from './loading'

/** A page for operators of which nothing is known yet. */
export function LoadingPage() {
  return (
    <Layout wide>
      <Loading />
    </Layout>
  )
}
