import { useRouter } from '@tarojs/taro'
import { useMemo } from 'react'
import { tokenOf } from '../../../entry/token'

/** What a form was opened for, besides its subject. */
export interface Origin {
  invitation: string | null
  /** Of the code by which the phone took over from a computer. */
  handover: string | null
}

export function useOrigin(): Origin {
  const { params } = useRouter()
  return useMemo(
    () => ({
      invitation: tokenOf(params.invitation),
      handover: tokenOf(params.handover),
    }),
    [params],
  )
}
