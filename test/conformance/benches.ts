import type { VendorId } from '../../sandbox/vendors/registry'
import type { NamedBench } from './bench'
import { esignBenches } from './esign-bench'
import { openEssBench } from './ess-bench'
import { openQiyuesuoBench } from './qiyuesuo-bench'

/** The suites run over all of these. A vendor of the registry without a bench does not pass the type check. */
export const benches = {
  qiyuesuo: [{ name: '契约锁', open: openQiyuesuoBench }],
  ess: [{ name: '腾讯电子签', open: openEssBench }],
  esign: esignBenches,
} satisfies Record<VendorId, readonly NamedBench[]>
