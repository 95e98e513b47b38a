import Taro from '@tarojs/taro'
import type { Subject } from './cloud/types'
import { type ContractLocator, locatorQuery } from './contract/locator'

const formPages: Record<Subject, string> = {
  person: '/packages/verify/person/index',
  organization: '/packages/verify/organization/index',
}
const verificationPage = '/packages/verify/verification/index'
const contractPage = '/packages/verify/contract/index'
const batchesPage = '/packages/batch/list/index'
const boardPage = '/packages/batch/board/index'
const rowPage = '/packages/batch/row/index'

export const toForm = (subject: Subject) => Taro.navigateTo({ url: formPages[subject] })
export const toContract = (locator: ContractLocator) =>
  Taro.navigateTo({ url: `${contractPage}?${locatorQuery(locator)}` })
export const toRecords = () => Taro.navigateTo({ url: '/pages/records/index' })
export const toVerification = (id: string) => Taro.navigateTo({ url: `${verificationPage}?id=${id}` })
export const toBatches = () => Taro.navigateTo({ url: batchesPage })
export const toBatchCreate = () => Taro.navigateTo({ url: '/packages/batch/create/index' })
export const toBatch = (id: string) => Taro.navigateTo({ url: `${boardPage}?id=${id}` })
export const toBatchLink = (id: string) => Taro.navigateTo({ url: `/packages/batch/link/index?id=${id}` })
export const toBatchRow = (rowId: string) => Taro.navigateTo({ url: `${rowPage}?rowId=${rowId}` })
/** What has become of invitations that e签宝 no longer makes. */
export const toLegacyInvitations = () => Taro.navigateTo({ url: '/packages/batch/legacy/index' })
export const toOperators = () => Taro.navigateTo({ url: '/packages/batch/operators/index' })
/** An empty form that adds a row to the batch. */
export const toNewBatchRow = (id: string) => Taro.navigateTo({ url: `${rowPage}?id=${id}` })
export const toHome = () => Taro.reLaunch({ url: '/pages/home/index' })

/** Instead of the page on screen, so that going back does not lead to a form already sent. */
export const becomeVerification = (id: string) => Taro.redirectTo({ url: `${verificationPage}?id=${id}` })
export const becomeForm = (subject: Subject) => Taro.redirectTo({ url: formPages[subject] })
export const becomeBatch = (id: string) => Taro.redirectTo({ url: `${boardPage}?id=${id}` })

/** Whoever came by an address of its own has no list to go back to. */
export const backToBatches = () =>
  Taro.getCurrentPages().length > 1 ? Taro.navigateBack() : Taro.redirectTo({ url: batchesPage })
