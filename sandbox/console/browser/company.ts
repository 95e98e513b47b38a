/** The fictitious organization of the demo, and the check signs that make its code a right one. */

export interface Company {
  name: string
  creditCode: string
  legalName: string
  address: string
}

const SIGNS = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const ORGANIZATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2]

/** Adds the check signs of GB 11714 (ninth of the last ten) and of GB 32100 (weights 3^i mod 31). */
export function creditCode(authority: string, region: string, organization: string): string {
  const first = authority + region + organization + organizationSign(organization)
  const sum = [...first].reduce((total, sign, index) => total + SIGNS.indexOf(sign) * (3 ** index % 31), 0)
  return first + SIGNS.charAt((31 - (sum % 31)) % 31)
}

/** Here letters count from A = 10 without a gap. */
function organizationSign(organization: string): string {
  const sum = [...organization].reduce(
    (total, sign, index) => total + Number.parseInt(sign, 36) * (ORGANIZATION_WEIGHTS[index] ?? 0),
    0,
  )
  return '0X987654321'.charAt(sum % 11)
}

export const company: Company = {
  name: '测试甲有限公司',
  creditCode: creditCode('91', '110000', 'MA0TEB00'),
  legalName: '测试员甲',
  address: '北京市东城区测试路1号',
}
