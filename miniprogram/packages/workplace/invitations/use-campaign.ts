import { useCallback } from 'react'
import { useAnswer } from '../../../cloud/answer'
import { callAction } from '../../../cloud/call'
import type { CampaignView } from '../../../cloud/types'

interface CampaignState {
  /** null: not asked yet, or not found. */
  campaign: CampaignView | null
  /** Of everything else the list below says what is the matter, and its retry looks here again. */
  missing: boolean
  look: () => Promise<void>
}

/** The head of a campaign. */
export function useCampaign(id: string | undefined): CampaignState {
  const { answer: campaign, failure, ask } = useAnswer<CampaignView>()
  const look = useCallback(async () => {
    if (id !== undefined) await ask(async () => (await callAction('invitation.campaign', { id })).campaign)
  }, [id, ask])
  return { campaign, missing: failure?.code === 'NOT_FOUND', look }
}
