import { boot } from './boot'
import { browserStorage } from './storage'

/** Entry of the bundle: what pages that embed the simulator find on `globalThis`. */
Object.assign(globalThis, { __wxboot: boot, __wxstorage: browserStorage })
