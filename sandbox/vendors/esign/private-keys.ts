/** Which keys hold personal data, in the vendor's own words and in those of the pages. */
const KEYS = {
  name: ['name', 'psnName', 'legalRepName', 'legalName', 'agentName'],
  number: [
    'certNo',
    'idNumber',
    'agentIdNo',
    'legalNo',
    'legalRepCertNo',
    'legalRepIDCardNum',
    'psnIDCardNum',
    'bankCardNo',
    'bankCardNum',
    'bankCard',
    'orgBankAccountNum',
  ],
  contact: [
    'mobile',
    'mobileNo',
    'psnMobile',
    'email',
    'account',
    'accountMobile',
    'accountEmail',
    'psnAccount',
    'receiveUrlMobileNo',
  ],
} as const

export const byKey = new Map(
  Object.entries(KEYS).flatMap(([kind, keys]) =>
    keys.map(key => [key as string, kind as keyof typeof KEYS] as const),
  ),
)
