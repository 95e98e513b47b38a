import { Skeleton } from '../components/skeleton'

/** Instead of what was asked for and has not come yet. */
export function Loading({ id = 'loading' }: { id?: string }) {
  return <Skeleton id={id} shape={['line', 'cells2', 'cells4', 'cells4']} />
}
