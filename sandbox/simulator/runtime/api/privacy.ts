import type { ApiModule } from '../context'

export const privacyApi: ApiModule = ({ phone, registry }) => {
  const { privacy } = phone
  registry.api('getPrivacySetting', () => ({
    needAuthorization: privacy.needsAgreement(),
    privacyContractName: privacy.contractName,
  }))
  registry.api('requirePrivacyAuthorize', () => privacy.ensure('requirePrivacyAuthorize'))
  registry.api('openPrivacyContract', () => {
    // Success means opened, not read.
    privacy.openContract()
  })
  registry.sync('onNeedPrivacyAuthorization', (listener: Parameters<typeof privacy.setListener>[0]) =>
    privacy.setListener(listener),
  )
  registry.sync('offNeedPrivacyAuthorization', () => privacy.setListener(null))
}
