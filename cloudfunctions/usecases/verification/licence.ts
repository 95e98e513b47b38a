import { ActionError } from '../../domain/errors'
import { kindOfFile } from '../../platform/fileKind'
import type { Capabilities, Licence } from '../../vendors/driver'
import type { Deps } from '../kit/deps'

/**
 * Takes the uploaded licence into memory and deletes the file at once, whatever it was: the original is never kept.
 * Throws LICENCE_UNREADABLE.
 */
export async function takeLicence(
  { files, log }: Deps,
  fileId: string,
  { maxBytes, types }: NonNullable<Capabilities['licence']>,
): Promise<Licence> {
  let bytes: Buffer
  try {
    bytes = await files.download(fileId, maxBytes)
  } catch {
    throw new ActionError('LICENCE_UNREADABLE', 'organization.licenceFileId')
  } finally {
    await files.remove(fileId).catch(() => log.error('licence.kept', {}))
  }
  const type = kindOfFile(bytes)
  if (!type || !types.includes(type)) {
    throw new ActionError('LICENCE_UNREADABLE', 'organization.licenceFileId')
  }
  return { type, bytes }
}
