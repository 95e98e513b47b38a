import { useCallback, useState } from 'react'
import { callAction, toFailure } from '../../../cloud/call'
import type { CampaignView } from '../../../cloud/types'

interface CampaignState {
  /** null: not asked yet, or not found. */
  campaign: CampaignView | null
  missing: boolean
  look: () => Promise<void>
}

/** The head of a campaign. */
export function useCampaign(id: string | undefined): CampaignState {
  const [campaign, setCampaign] = useState<CampaignView | null>(null)
  const [missing, setMissing] = useState(false)
  const look = useCallback(async () => {
    if (id === undefined) return
    try {
      setCampaign((await callAction('invitation.campaign', { id })).campaign)
      setMissing(false)
    } catch (error) {
      // Of everything else the list below says what is the matter, and its retry looks here again.
      setMissing(toFailure(error).code === 'NOT_FOUND')
    }
  }, [id])
  return { campaign, missing, look }
}
