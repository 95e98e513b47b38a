import type { ApiModule } from '../context'
import { canvasApi } from './canvas'
import { chooseApi } from './choose'
import { clipboardApi } from './clipboard'
import { cloudApi } from './cloud'
import { deviceApi } from './device'
import { documentApi } from './document'
import { filesApi } from './files'
import { imagesApi } from './images'
import { jumpApi } from './jump'
import { navigationApi } from './navigation'
import { privacyApi } from './privacy'
import { scanApi } from './scan'
import { storageApi } from './storage'
import { uiApi } from './ui'

/** `wx`, by theme. */
export const apiModules: ApiModule[] = [
  uiApi,
  navigationApi,
  storageApi,
  clipboardApi,
  chooseApi,
  filesApi,
  imagesApi,
  canvasApi,
  documentApi,
  scanApi,
  cloudApi,
  privacyApi,
  jumpApi,
  deviceApi,
]
