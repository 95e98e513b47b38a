import { openQiyuesuoBench } from './qiyuesuo-bench'
import { describePersonDriver } from './suite'

describePersonDriver('契约锁', openQiyuesuoBench)
