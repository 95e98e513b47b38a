/** What `config.get` says the vendors are called. */
export const vendorNames = {
  qiyuesuo: { zh: '契约锁', en: 'Qiyuesuo' },
  ess: { zh: '腾讯电子签', en: 'Tencent e-Sign' },
  esign: { zh: 'e签宝', en: 'eSign' },
}

/** What it says of a vendor that takes organizations by the hundred, as far as pages of batches look. */
export const batchVendor = { id: 'ess', batch: true }
