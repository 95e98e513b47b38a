import { businessNumberKey } from './businessNumber'
import { readMobile } from './mobile'
import { organizationNameKey } from './organizationName'
import { personNameKey, readPersonName } from './personName'
import { likeliest } from './reading'
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

/** The forms in which the same was kept before `searchForm`: as it was typed, and as it should have been. */
export function earlierSearchForms(text: string): string[] {
  const mobile = readMobile(text)
  const asItShould = mobile.ok ? mobile.value : likeliest(readPersonName, text)
  return [text, asItShould].map(each =>
    each.slice(0, longest).normalize('NFKC').replace(/\s/g, '').toUpperCase(),
  )
}

/** Signs; nobody looks for more. */
const longest = 200
