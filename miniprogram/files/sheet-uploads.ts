import { discard, upload } from './cloud-files'
import { randomName } from './cloud-path'
import type { SheetFile } from './pick-sheet'

/** The one file of which nobody knows yet whether the server has read it. */
let known: { path: string; fileId: string } | null = null

/** The fileID of this spreadsheet; uploaded once, however often a lost answer makes the user try. Throws NETWORK. */
export async function uploadSheet({ path, type }: SheetFile): Promise<string> {
  if (known?.path === path) return known.fileId
  discardSheet()
  const fileId = await upload(`imports/${randomName()}.${type}`, path)
  known = { path, fileId }
  return fileId
}

/** The server has read and deleted it: to try again it has to be uploaded anew. */
export function forgetSheet(): void {
  known = null
}

/** Not wanted any more. */
export function discardSheet(): void {
  if (known) discard(known.fileId)
  known = null
}
