import type { AttachmentKind, LicenceLimits } from '../../../cloud/types'
import { discard, upload } from '../../../files/cloud-files'
import { cloudPath, randomName } from '../../../files/cloud-path'
import { type PickOutcome, pickLicence } from '../../../files/pick'
import { sizeText } from '../../../files/size-text'
import { rowText } from './texts'

export type AttachmentSource = Parameters<typeof pickLicence>[0]
export const sources: readonly AttachmentSource[] = ['album', 'camera', 'chat']

/** The vendor's limits; a letter is encoded together with the rest of its call, which takes part of the room. */
const limits: Readonly<Record<AttachmentKind, LicenceLimits>> = {
  licence: { maxBytes: 5 * 1024 * 1024, types: ['jpg', 'png'] },
  letter: { maxBytes: 7 * 1024 * 1024, types: ['jpg', 'png', 'pdf'] },
}

export type Attached = { kind: 'attached' } | { kind: 'canceled' } | { kind: 'complaint'; text: string }

/**
 * Picks a file, uploads it and hands its fileID to `attach`. Throws what `attach` throws; the file is deleted then,
 * unless the server may have taken it.
 */
export async function pickAttachment(
  kind: AttachmentKind,
  source: AttachmentSource,
  attach: (fileId: string) => Promise<void>,
): Promise<Attached> {
  const outcome = await pickLicence(source, limits[kind])
  if (outcome.kind === 'canceled') return { kind: 'canceled' }
  if (outcome.kind !== 'ok') return { kind: 'complaint', text: complaintOf(outcome, kind) }
  const fileId = await upload(cloudPath(await randomName(), outcome.licence.type), outcome.licence.path)
  try {
    await attach(fileId)
  } catch (error) {
    if (!isLost(error)) discard(fileId)
    throw error
  }
  return { kind: 'attached' }
}

/** `JPG / PNG，不超过 5 MB`. */
export function limitText(kind: AttachmentKind): string {
  return rowText('attach.limit', { types: typesText(kind), limit: sizeText(limits[kind].maxBytes) })
}

function complaintOf(
  outcome: Exclude<PickOutcome, { kind: 'ok' | 'canceled' }>,
  kind: AttachmentKind,
): string {
  switch (outcome.kind) {
    case 'tooLarge':
      return rowText('attach.tooLarge', {
        size: sizeText(outcome.size),
        limit: sizeText(limits[kind].maxBytes),
      })
    case 'wrongType':
      return rowText('attach.wrongType', { types: typesText(kind) })
    case 'empty':
    case 'unreadable':
      return rowText('attach.unreadable')
    case 'refused':
    case 'undeclared':
      return rowText(`attach.${outcome.kind}`)
  }
}

function typesText(kind: AttachmentKind): string {
  return limits[kind].types.map(type => type.toUpperCase()).join(' / ')
}

function isLost(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'NETWORK'
}
