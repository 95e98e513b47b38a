import type { InvitationSheetResult } from '../../contract/invitation'
import { type Brand, brandId, largestLogo } from '../../domain/brand'
import { dayOf } from '../../domain/day'
import { ActionError } from '../../domain/errors'
import type { Campaign, Invitation } from '../../domain/invitation/invitation'
import { writeCodeSheet } from '../../platform/codeSheet'
import { unavailable } from '../kit/code'
import type { Deps } from '../kit/deps'
import { inLanes } from '../kit/lanes'
import { codeImage, plainLink } from './code'

/** So many WeChat makes within the time a function has. */
const codesAPart = 300
const lanes = 12
/** Of the address, s; the file itself is deleted by the sweep. */
const addressSeconds = 600
const keptFor = 3600_000

/**
 * The codes of a campaign that can still be used, to print and cut: WeChat's round ones, or plain QR codes where plain
 * links are set up. Throws NOT_FOUND, INVITATION_ENDED, CODE_UNAVAILABLE.
 */
export async function invitationSheet(
  deps: Deps,
  _operator: string,
  { campaignId, part, language }: { campaignId: string; part: number; language: 'zh' | 'en' },
): Promise<InvitationSheetResult> {
  const campaign = await deps.store.get('campaigns', campaignId)
  if (!campaign) throw new ActionError('NOT_FOUND')
  const alive = await usable(deps, campaign)
  const parts = Math.ceil(alive.length / codesAPart)
  const chosen = alive.slice((part - 1) * codesAPart, part * codesAPart)
  if (chosen.length === 0) throw new ActionError('INVITATION_ENDED')
  const images = await imagesOf(deps, chosen)
  const brand = await deps.store.get('brands', brandId)
  const pdf = await writeCodeSheet({
    title: brand ? `${brand.name} · ${campaign.title}` : campaign.title,
    footer: footers[language](campaign.expiresAt),
    ...(brand && { brand: { color: brand.color, logo: await logoOf(deps, brand) } }),
    codes: chosen.map(invitation => ({
      image: images.get(invitation) as Buffer,
      lines: [
        `${invitation.number}  ${invitation.maskedName || invitation.maskedContact}`,
        invitation.bizId,
      ].filter(line => line !== ''),
    })),
  })
  return {
    ...(await kept(deps, pdf)),
    name: nameOf(campaign, part, parts),
    codes: chosen.length,
    part,
    parts,
  }
}

/** A sheet without its logo is still one. */
async function logoOf({ files }: Deps, { logo }: Brand): Promise<Buffer | null> {
  return logo === null ? null : files.download(logo, largestLogo).catch(() => null)
}

/** In the order of the spreadsheet. */
async function usable({ store, clock }: Deps, { _id }: Campaign): Promise<Invitation[]> {
  const all = await store.find('invitations', {
    where: [
      ['campaignId', 'eq', _id],
      ['state', 'in', ['pending', 'started']],
      ['expiresAt', 'gt', clock()],
    ],
    fields: ['_id', 'number', 'edition', 'maskedName', 'maskedContact', 'bizId'],
    orderBy: [['number', 'asc']],
    limit: 1000,
  })
  return all as Invitation[]
}

async function imagesOf(
  deps: Deps,
  invitations: readonly Invitation[],
): Promise<ReadonlyMap<Invitation, Buffer>> {
  const images = new Map<Invitation, Buffer>()
  const queue = [...invitations]
  try {
    await inLanes(lanes, async () => {
      for (let next = queue.shift(); next; next = queue.shift()) images.set(next, await imageOf(deps, next))
    })
  } catch (error) {
    throw unavailable(deps, 'sheet', error)
  }
  return images
}

async function imageOf(deps: Deps, invitation: Invitation): Promise<Buffer> {
  if (deps.config.invitationLink === null) return (await codeImage(deps, invitation)).bytes
  const url = await deps.qrImage(plainLink(deps, invitation))
  return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64')
}

/** Noted before it is stored, so that no file is ever forgotten. */
async function kept({ store, files, random, clock }: Deps, pdf: Buffer): Promise<{ url: string }> {
  const path = `sheets/${random(16)}.pdf`
  const fileId = await files.upload(path, pdf)
  await store.insert('files', { _id: `f_${random(16)}`, version: 1, fileId, expiresAt: clock() + keptFor })
  return { url: await files.address(fileId, addressSeconds) }
}

const footers = {
  zh: (expiresAt: number) => `微信扫一扫,按提示完成认证 · 有效期至 ${dayOf(expiresAt)}`,
  en: (expiresAt: number) => `Scan with WeChat and follow the steps · valid until ${dayOf(expiresAt)}`,
}

function nameOf({ title }: Campaign, part: number, parts: number): string {
  return `${title.replace(/[\\/:*?"<>|\s]+/g, ' ').trim()}${parts > 1 ? ` ${part}` : ''}.pdf`
}
