import { businessNumberKey } from './businessNumber'
import { readMobile } from './mobile'
import { organizationNameKey } from './organizationName'
import { personNameKey } from './personName'
import { hasHan } from './signs'

/**
 * The one form under which a name, number, code or contact is found, whichever it is: width, case, gaps, the dot of a
 * name and the prefix of a mobile make no difference. Numbers keep their hyphens and dots: `HT-1.2` is not `HT-12`.
 */
export function searchForm(text: string): string {
  const mobile = readMobile(text)
  if (mobile.ok) return mobile.value
  if (hasHan(text) && !/\d/.test(text)) return organizationNameKey(personNameKey(text))
  return businessNumberKey(text)
}
