import { toContract, toOffer, toTakeOver } from '../routes'
import type { Entry } from './parse'

/** Opens what was scanned above the page on screen. */
export function openEntry(entry: Entry) {
  switch (entry.kind) {
    case 'invitation':
      return toOffer(entry.token)
    case 'handover':
      return toTakeOver(entry.token)
    case 'contract':
      return toContract(entry.locator)
  }
}
