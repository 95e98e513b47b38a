/** The three ways through the demo: what to tap, what can be filled in, and how it is known that it was done. */
import type { Key } from './words'

/** What a step can put into the form on the phone. */
export type Filling = 'person' | 'operatorCode' | 'invitation' | 'sheet'

/** What a step can do beside the phone. */
export type Deed = 'scanNewest' | 'firstUser'

export interface Step {
  text: Key
  fill?: Filling
  deed?: Deed
  /** What has happened when it is done; see seen.ts. */
  light: string
}

export interface Way {
  id: 'one' | 'invite' | 'batch'
  title: Key
  steps: readonly Step[]
}

const becomeOperator: Step = { text: 'wayOperator', fill: 'operatorCode', light: 'operator' }

export const ways: readonly [Way, ...Way[]] = [
  {
    id: 'one',
    title: 'wayOne',
    steps: [
      { text: 'wayOneOpen', light: 'page:packages/verify/person/index' },
      { text: 'wayOneFill', fill: 'person', light: 'filled:person' },
      { text: 'wayOneStart', light: 'did:verification.start' },
      { text: 'wayOnePass', light: 'told' },
      { text: 'wayOneSee', light: 'verified' },
    ],
  },
  {
    id: 'invite',
    title: 'wayInvite',
    steps: [
      becomeOperator,
      { text: 'wayInviteNew', fill: 'invitation', light: 'did:invitation.create' },
      { text: 'wayInviteScan', deed: 'scanNewest', light: 'did:invitation.open' },
      { text: 'wayInviteStart', fill: 'person', light: 'did:invitation.start' },
      { text: 'wayOnePass', light: 'verified' },
      { text: 'wayInviteBack', deed: 'firstUser', light: 'deed:firstUser' },
    ],
  },
  {
    id: 'batch',
    title: 'wayBatch',
    steps: [
      becomeOperator,
      { text: 'wayBatchSheet', fill: 'sheet', light: 'did:batch.create' },
      { text: 'wayBatchFix', light: 'did:batch.fix' },
      { text: 'wayBatchSubmit', light: 'did:batch.submit' },
      { text: 'wayBatchLink', light: 'told' },
      { text: 'wayBatchSee', light: 'rowVerified' },
    ],
  },
]
