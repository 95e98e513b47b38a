import Taro from '@tarojs/taro'

const verificationPage = '/packages/verify/verification/index'

export const toForm = () => Taro.navigateTo({ url: '/packages/verify/person/index' })
export const toRecords = () => Taro.navigateTo({ url: '/pages/records/index' })
export const toVerification = (id: string) => Taro.navigateTo({ url: `${verificationPage}?id=${id}` })
export const toHome = () => Taro.reLaunch({ url: '/pages/home/index' })

/** Instead of the page on screen, so that going back does not lead to a form already sent. */
export const becomeVerification = (id: string) => Taro.redirectTo({ url: `${verificationPage}?id=${id}` })
export const becomeForm = () => Taro.redirectTo({ url: '/packages/verify/person/index' })
