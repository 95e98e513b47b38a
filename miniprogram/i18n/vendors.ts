import type { ConfigResult, VendorId, VendorView } from '../cloud/types'
import { defineTexts } from './define-texts'

/** A vendor of the contract without its name fails the type-check here. */
type Required = Record<VendorId | `${VendorId}.note`, string>

const zh = {
  qiyuesuo: '契约锁',
  'qiyuesuo.note': '在契约锁的页面完成',
  ess: '腾讯电子签',
  'ess.note': '在腾讯电子签的小程序完成',
  esign: 'e签宝',
  'esign.note': '在e签宝的页面完成',
  several: '认证机构',
  unknown: '认证机构',
} satisfies Required & Record<string, string>

const en: Record<keyof typeof zh, string> = {
  qiyuesuo: 'Qiyuesuo',
  'qiyuesuo.note': 'Done on the page of Qiyuesuo',
  ess: 'Tencent e-Sign',
  'ess.note': 'Done in the mini-program of Tencent e-Sign',
  esign: 'eSign',
  'esign.note': 'Done on the page of eSign',
  several: 'the vendor you choose',
  unknown: 'the vendor',
}

export const vendorText = defineTexts({ zh, en })

/** A vendor by its name; in general words while it is not known, or when only a newer version can name it. */
export function vendorName(id: VendorId | null | undefined): string {
  return vendorText(id && vendorText.has(id) ? id : 'unknown')
}

/** The vendors that are on; one that only a newer version can name is left out. */
export function knownVendors(config: ConfigResult | null): VendorView[] {
  return config?.vendors.filter(({ id }) => vendorText.has(id)) ?? []
}
