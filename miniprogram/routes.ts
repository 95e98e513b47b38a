import Taro from '@tarojs/taro'
import type { Subject } from './cloud/types'
import { type ContractLocator, locatorQuery } from './contract/locator'
import { queryText } from './entry/query'

const formPages: Record<Subject, string> = {
  person: '/packages/verify/person/index',
  organization: '/packages/verify/organization/index',
}
const verificationPage = '/packages/verify/verification/index'
const contractPage = '/packages/verify/contract/index'
const batchesPage = '/packages/batch/list/index'
const boardPage = '/packages/batch/board/index'
const invitationsPage = '/packages/workplace/invitations/index'
const invitationPage = '/packages/workplace/invitation/index'
const invitePage = '/packages/workplace/invite/index'
const rowPage = '/packages/batch/row/index'
const scanPage = '/pages/scan/index'
const offerPage = '/packages/verify/invitation/index'
const handoverPage = '/packages/verify/handover/index'
const workplacePage = '/packages/workplace/home/index'

/** Where a start comes from: tokens of an invitation and of the code by which a phone took over. */
export interface StartOrigin {
  invitation?: string | null
  handover?: string | null
}
const formUrl = (subject: Subject, origin: StartOrigin) => formPages[subject] + queryText({ ...origin })
const offerUrl = (token: string, handover?: string | null) => offerPage + queryText({ token, handover })
const verificationUrl = (id: string, invitation?: string | null) =>
  verificationPage + queryText({ id, invitation })

export const toForm = (subject: Subject, origin: StartOrigin = {}) =>
  Taro.navigateTo({ url: formUrl(subject, origin) })
export const toContract = (locator: ContractLocator) =>
  Taro.navigateTo({ url: `${contractPage}?${locatorQuery(locator)}` })
export const toRecords = () => Taro.navigateTo({ url: '/pages/records/index' })
/** What is kept about oneself, and what one may do about it. */
export const toMyData = () => Taro.navigateTo({ url: '/packages/verify/my-data/index' })
export const toVerification = (id: string, invitation?: string | null) =>
  Taro.navigateTo({ url: verificationUrl(id, invitation) })
export const toBatches = () => Taro.navigateTo({ url: batchesPage })
export const toBatchCreate = () => Taro.navigateTo({ url: '/packages/batch/create/index' })
export const toBatch = (id: string) => Taro.navigateTo({ url: `${boardPage}?id=${id}` })
export const toBatchLink = (id: string) => Taro.navigateTo({ url: `/packages/batch/link/index?id=${id}` })
export const toBatchRow = (rowId: string) => Taro.navigateTo({ url: `${rowPage}?rowId=${rowId}` })
/** What has become of invitations that e签宝 no longer makes. */
export const toLegacyInvitations = () => Taro.navigateTo({ url: '/packages/workplace/legacy/index' })
export const toWorkplace = () => Taro.navigateTo({ url: workplacePage })
/** Everybody's verifications, for operators. */
export const toVerifications = () => Taro.navigateTo({ url: '/packages/workplace/verifications/index' })
export const toCase = (id: string) =>
  Taro.navigateTo({ url: `/packages/workplace/verification/index?id=${id}` })
export const toOperators = () => Taro.navigateTo({ url: '/packages/workplace/operators/index' })
/** Keys, endpoints and deliveries of the enterprise's own systems, for owners. */
export const toIntegration = (tab?: 'endpoints') =>
  Taro.navigateTo({ url: `/packages/workplace/integration/index${queryText({ tab })}` })
/** How the installation fares, for owners. */
export const toHealth = () => Taro.navigateTo({ url: '/packages/workplace/health/index' })
/** How whoever invites shows himself, for owners. */
export const toBrand = () => Taro.navigateTo({ url: '/packages/workplace/brand/index' })
/** What people ask for in writing, for owners. */
export const toRequests = (row?: string) =>
  Taro.navigateTo({ url: `/packages/workplace/request/index${queryText({ row })}` })
export const toInvitations = () => Taro.navigateTo({ url: invitationsPage })
export const toCampaigns = () => Taro.navigateTo({ url: '/packages/workplace/campaigns/index' })
/** The invitations of one campaign, with what has become of them. */
export const toCampaign = (id: string) => Taro.navigateTo({ url: `${invitationsPage}?campaignId=${id}` })
export const toInvitation = (id: string) => Taro.navigateTo({ url: `${invitationPage}?id=${id}` })
export const toInvite = () => Taro.navigateTo({ url: invitePage })
/** Of a whole spreadsheet. */
export const toInviteMany = () => Taro.navigateTo({ url: `${invitePage}?many=1` })
/** An empty form that adds a row to the batch. */
export const toNewBatchRow = (id: string) => Taro.navigateTo({ url: `${rowPage}?id=${id}` })
export const toOffer = (token: string) => Taro.navigateTo({ url: offerUrl(token) })
/** The page that asks what the code on a computer stands for. */
export const toTakeOver = (token: string) => Taro.navigateTo({ url: `${scanPage}?h=${token}` })
/** The page on a computer that shows a code for the phone. */
export const toHandover = (of: { subject: Subject } | { id: string } | { token: string }) =>
  Taro.navigateTo({ url: handoverPage + queryText({ ...of }) })
export const homePage = '/pages/home/index'
export const toHome = () => Taro.reLaunch({ url: homePage })

/** Instead of the page on screen, so that going back does not lead to a form already sent. */
export const becomeVerification = (id: string, invitation?: string | null) =>
  Taro.redirectTo({ url: verificationUrl(id, invitation) })
export const becomeForm = (subject: Subject, origin: StartOrigin = {}) =>
  Taro.redirectTo({ url: formUrl(subject, origin) })
export const becomeContract = (locator: ContractLocator) =>
  Taro.redirectTo({ url: `${contractPage}?${locatorQuery(locator)}` })
export const becomeOffer = (token: string, handover?: string | null) =>
  Taro.redirectTo({ url: offerUrl(token, handover) })
export const becomeBatch = (id: string) => Taro.redirectTo({ url: `${boardPage}?id=${id}` })
/** With its code on the screen at once. */
export const becomeInvitation = (id: string) => Taro.redirectTo({ url: `${invitationPage}?id=${id}&code=1` })
export const becomeCampaign = (id: string) => Taro.redirectTo({ url: `${invitationsPage}?campaignId=${id}` })

/** Whoever came by an address of its own has no list to go back to. */
export const backToInvitations = () => backOr(invitationsPage)
export const backToWorkplace = () => backOr(workplacePage)

/** The page of the invitation beneath the one on screen, or in place of it for whoever came another way. */
export function backToOffer(token: string) {
  const pages = Taro.getCurrentPages()
  const beneath = pages[pages.length - 2]
  const there = `/${beneath?.route}` === offerPage && beneath?.options?.token === token
  return there ? Taro.navigateBack() : becomeOffer(token)
}

function backOr(url: string) {
  return Taro.getCurrentPages().length > 1 ? Taro.navigateBack() : Taro.redirectTo({ url })
}
