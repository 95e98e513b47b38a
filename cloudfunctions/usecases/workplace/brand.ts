import type { BrandResult, SaveBrandResult } from '../../contract/brand'
import { brandId, largestLogo, longestLogoSide, readable } from '../../domain/brand'
import { ActionError } from '../../domain/errors'
import { changeOrBegin } from '../../platform/change'
import { kindOfFile, longerSideOfPng } from '../../platform/fileKind'
import { brandOf, brandView } from '../kit/brand'
import type { Deps } from '../kit/deps'
import { operatorId } from '../operator/identity'

export async function getBrand(deps: Deps): Promise<BrandResult> {
  return { brand: await brandOf(deps) }
}

/** Throws LOGO_UNREADABLE, BUSY. */
export async function saveBrand(
  deps: Deps,
  openid: string,
  { name, color, logoFileId }: { name: string; color: string; logoFileId?: string | null | undefined },
): Promise<SaveBrandResult> {
  const { store, clock } = deps
  const taken = typeof logoFileId === 'string' ? await takeLogo(deps, logoFileId) : logoFileId
  const shown = readable(color)
  let before: string | null = null
  const { document } = await changeOrBegin(store, 'brands', brandId, found => {
    before = found?.logo ?? null
    const logo = taken === undefined ? before : taken
    return { name, color: shown, logo, operator: operatorId(deps, openid), at: clock() }
  })
  if (!document) throw new ActionError('BUSY')
  if (before !== null && before !== document.logo) await deps.files.remove(before).catch(() => kept(deps))
  return { brand: await brandView(deps, document), darkened: shown !== color.toLowerCase() }
}

/** Under a name of ours, so that nobody can put another picture in its place. Returns the file. Throws LOGO_UNREADABLE. */
async function takeLogo(deps: Deps, fileId: string): Promise<string> {
  const { files, random } = deps
  let bytes: Buffer
  try {
    bytes = await files.download(fileId, largestLogo)
  } catch {
    throw new ActionError('LOGO_UNREADABLE', 'logoFileId')
  } finally {
    await files.remove(fileId).catch(() => kept(deps))
  }
  const kind = kindOfFile(bytes)
  // A JPEG goes onto paper as it is; a PNG is unpacked there.
  const tooLarge = kind === 'png' && longerSideOfPng(bytes) > longestLogoSide
  if ((kind !== 'png' && kind !== 'jpg') || tooLarge) throw new ActionError('LOGO_UNREADABLE', 'logoFileId')
  return files.upload(`brand/${random(16)}.${kind}`, bytes)
}

const kept = ({ log }: Deps): void => log.error('brand.fileKept', {})
