import { useState } from 'react'
import { useOnce } from '../../../../cloud/once'
import type { LicenceLimits } from '../../../../cloud/types'
import type { Licence } from '../../../../files/check'
import { type LicenceSource, type PickOutcome, pickLicence } from '../../../../files/pick'
import { sizeText } from '../../../../files/size-text'
import { licenceText } from './texts'

interface Pick {
  /** Why the last file was not taken. */
  complaint: string | null
  pick: (source: LicenceSource) => Promise<unknown>
  clear: () => void
}

export function usePick(limits: LicenceLimits, onPicked: (licence: Licence) => void): Pick {
  const [complaint, setComplaint] = useState<string | null>(null)
  const { once } = useOnce<LicenceSource>()
  return {
    complaint,
    pick: source =>
      once(source, async () => {
        const outcome = await pickLicence(source, limits)
        setComplaint(complaintOf(outcome, limits))
        if (outcome.kind === 'ok') onPicked(outcome.licence)
      }),
    clear: () => setComplaint(null),
  }
}

function complaintOf(outcome: PickOutcome, { maxBytes, types }: LicenceLimits): string | null {
  switch (outcome.kind) {
    case 'ok':
    case 'canceled':
      return null
    case 'tooLarge':
      return licenceText('tooLarge', { size: sizeText(outcome.size), limit: sizeText(maxBytes) })
    case 'wrongType':
      return licenceText('wrongType', { types: typesText(types) })
    case 'empty':
    case 'unreadable':
      return licenceText('unreadable')
    case 'refused':
    case 'undeclared':
      return licenceText(outcome.kind)
  }
}

/** `JPG / PNG / PDF`. */
export function typesText(types: LicenceLimits['types']): string {
  return types.map(type => type.toUpperCase()).join(' / ')
}
