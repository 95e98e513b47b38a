import type { Standing } from './decide'
import type { FailureReason, VendorId } from './words'

export interface NoticeRow {
  /**
   * `<verification id>_<attempt>_<sha256 of what it says>`, or `<vendor>_<event id>` for one of the whole account: the
   * same notice twice is the same document.
   */
  _id: string
  /** '' when it is about something else. */
  verificationId: string
  vendor: VendorId
  attempt: number
  /** null: it says nothing that counts. */
  standing: Standing | null
  reason?: FailureReason
  rawStatus: string | null
  refs: Record<string, string>
  receivedAt: number
}
