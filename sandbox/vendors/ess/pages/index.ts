/** The pages of the 电子签 mini-program, as the simulator serves them. */
import type { RenderedPage } from '../../kit/page'
import type { EssPageView } from '../views'
import { batchPage } from './batch-page'
import { gonePage } from './gone-page'
import { organizationPage } from './organization-page'
import type { PageOptions } from './page-parts'
import { personPage } from './person-page'

export { indexPage } from './overview-page'
export { miniProgramShell } from './shell-page'

/** What the person sees after the jump, a complete document. `inMiniProgram`: framed by the phone. */
export function showPage(view: EssPageView, options: PageOptions): RenderedPage {
  switch (view.kind) {
    case 'batch':
      return batchPage(view, options)
    case 'organization':
      return organizationPage(view, options)
    case 'person':
      return personPage(view, options)
    case 'gone':
      return gonePage(view, options)
  }
}
