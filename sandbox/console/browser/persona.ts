/** The fictitious people of the demo. */
import type { Key } from './words'

export interface Persona {
  openid: string
  label: Key
  name: string
  /** Numbers beginning with 100 are given to nobody. */
  mobile: string
  idNumber: string
}

export const personas: readonly [Persona, ...Persona[]] = [
  {
    openid: 'oSandboxUser0001',
    label: 'user1',
    name: '测试员甲',
    mobile: '10020033001',
    idNumber: residentId('110101', '19900101', '001'),
  },
  {
    openid: 'oSandboxUser0002',
    label: 'user2',
    name: '测试员乙',
    mobile: '10020033002',
    idNumber: residentId('110101', '19900101', '002'),
  },
  {
    openid: 'oSandboxUser0003',
    label: 'user3',
    name: '测试员丙',
    mobile: '10020033003',
    idNumber: residentId('110101', '19900101', '003'),
  },
]

/** Adds the check digit of GB 11643: weights 2^(17-i) mod 11 from the left. */
export function residentId(region: string, birth: string, sequence: string): string {
  const digits = region + birth + sequence
  const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (2 ** (17 - index) % 11), 0)
  return digits + '10X98765432'.charAt(sum % 11)
}
