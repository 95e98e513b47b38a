import type { BrandView } from '../../contract/brand'
import { type Brand, brandId } from '../../domain/brand'
import type { Deps } from './deps'

/** s */
const addressSeconds = 3600

/** How the inviting firm shows itself; null: nobody has set it. */
export async function brandOf(deps: Deps): Promise<BrandView | null> {
  const found = await deps.store.get('brands', brandId)
  return found && brandView(deps, found)
}

/** An invitation without its logo is still one: a file that cannot be had is left out. */
export async function brandView(deps: Deps, { name, color, logo }: Brand): Promise<BrandView> {
  const address = logo === null ? null : await deps.files.address(logo, addressSeconds).catch(() => null)
  return { name, color, logo: address }
}
