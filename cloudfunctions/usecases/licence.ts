import { ActionError } from '../domain/errors'
import type { Capabilities, Licence, LicenceType } from '../vendors/driver'
import type { Deps } from './deps'

/** How the files begin; what a file is called proves nothing. */
const beginnings: [LicenceType, Buffer][] = [
  ['jpg', Buffer.from([0xff, 0xd8, 0xff])],
  ['png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
  ['pdf', Buffer.from('%PDF-')],
]

/**
 * Takes the uploaded licence into memory and deletes the file at once, whatever it was: the original is never kept.
 * Throws LICENCE_UNREADABLE.
 */
export async function takeLicence(
  { files, log }: Deps,
  fileId: string,
  limits: Capabilities['licence'],
): Promise<Licence> {
  let bytes: Buffer
  try {
    bytes = await files.download(fileId)
  } catch {
    throw new ActionError('LICENCE_UNREADABLE', 'organization.licenceFileId')
  } finally {
    await files.remove(fileId).catch(() => log.error('licence.kept', {}))
  }
  const type = beginnings.find(([, beginning]) => bytes.subarray(0, beginning.length).equals(beginning))?.[0]
  if (!type || !limits?.types.includes(type) || bytes.length > limits.maxBytes) {
    throw new ActionError('LICENCE_UNREADABLE', 'organization.licenceFileId')
  }
  return { type, bytes }
}
