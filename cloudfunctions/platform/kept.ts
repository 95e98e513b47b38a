import type { CollectionName, Collections } from './store'

/** By itself. `afterEnd`: RETENTION_DAYS after what it is about has ended. */
export type KeptUntil =
  | 'afterEnd'
  /** `consentTerm` days after RETENTION_DAYS. */
  | 'consentTerm'
  /** A time of its own: minutes, a day, 30 days, as docs/security.md says. */
  | 'ownTime'
  /** As long as somebody is an operator. */
  | 'whileAppointed'
  /** It says nothing about anybody, or only by a keyed digest. */
  | 'nobody'

/** What becomes of it when its person has it erased. */
export type OnErase = 'emptied' | 'removed' | 'stays'

interface Kept<D> {
  /** Fields that hold something about a person, or lead to one. */
  personal: readonly (D extends unknown ? keyof D & string : never)[]
  until: KeptUntil
  erase: OnErase
}

const nothing = { personal: [], until: 'nobody', erase: 'stays' } as const

/**
 * What the documents of every collection keep about people, until when, and what erasing does to it. 我的信息 and
 * docs/security.md are made from it; `usecases/personal/kept.test.ts` finds what is kept and does not stand here.
 */
export const kept: { readonly [C in CollectionName]: Kept<Collections[C]> } = {
  verifications: {
    personal: [
      'owner',
      'bodyHash',
      'bizId',
      'searchKeys',
      'maskedName',
      'maskedContact',
      'sealed',
      'refs',
      'before',
    ],
    until: 'afterEnd',
    erase: 'emptied',
  },
  consents: { personal: ['owner'], until: 'consentTerm', erase: 'emptied' },
  notices: { personal: ['refs'], until: 'afterEnd', erase: 'removed' },
  batch_rows: {
    personal: ['maskedAdmin', 'adminKey', 'sealed', 'attachments', 'vendorText', 'issues'],
    until: 'afterEnd',
    erase: 'emptied',
  },
  links: { personal: ['sealed', 'failures'], until: 'ownTime', erase: 'stays' },
  invitations: {
    personal: ['sealed', 'maskedName', 'maskedContact', 'searchKeys', 'bizId'],
    until: 'afterEnd',
    erase: 'emptied',
  },
  invitation_uses: { personal: ['owner'], until: 'afterEnd', erase: 'emptied' },
  handovers: { personal: ['owner', 'scannedBy'], until: 'ownTime', erase: 'removed' },
  kept_answers: { personal: ['sealed', 'requestHash', 'holder'], until: 'ownTime', erase: 'removed' },
  events: { personal: ['data'], until: 'ownTime', erase: 'emptied' },
  case_notes: { personal: ['sealed'], until: 'afterEnd', erase: 'removed' },
  messages: { personal: ['owner'], until: 'afterEnd', erase: 'removed' },
  operators: { personal: ['label'], until: 'whileAppointed', erase: 'stays' },
  operator_codes: { personal: ['label'], until: 'ownTime', erase: 'stays' },
  // By digests only: that somebody else's start is judged rightly (46 days), and how often who does what.
  account_uses: nothing,
  counters: nothing,
  slots: nothing,
  audit: nothing,
  batches: nothing,
  campaigns: nothing,
  files: nothing,
  tokens: nothing,
  api_keys: nothing,
  endpoints: nothing,
  deliveries: nothing,
  brands: nothing,
  invitation_links: nothing,
  health: nothing,
  figures: nothing,
  exports: { personal: ['filters'], until: 'ownTime', erase: 'stays' },
}

/** Days after RETENTION_DAYS for which a consent says whose it is: longer than any verification can be open. */
export const consentTerm = 60
