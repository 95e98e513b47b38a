import Taro, { useDidShow, usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import type { ActionFailureError } from '../cloud/call'
import type { Role } from '../cloud/types'
import { useRole } from './use-role'

export interface OperatorPage {
  /** undefined: not asked yet · null: not an operator. */
  role: Role | null | undefined
  /** Role and content were asked for once: before, a page shows its outline and nothing that would move when they come. */
  ready: boolean
  /** Why the role is not known. */
  failure: ActionFailureError | null
  /** Asks for the role, and loads for operators. */
  look: () => Promise<void>
  /** Makes this person an operator by a code, and loads. */
  claim: (code: string) => Promise<void>
}

/** A page for operators, loaded whenever it is shown or pulled down. */
export function useOperatorPage(load: () => Promise<void>): OperatorPage {
  const { role, failure, ask, claim } = useRole()
  const [ready, setReady] = useState(false)
  const look = async () => {
    if (await ask()) await load()
    setReady(true)
  }
  useDidShow(() => {
    look()
  })
  usePullDownRefresh(async () => {
    await look()
    Taro.stopPullDownRefresh()
  })
  return {
    role,
    ready,
    failure,
    look,
    claim: async code => {
      if (await claim(code)) await load()
      setReady(true)
    },
  }
}

interface OperatorList {
  refresh: () => Promise<void>
  more: () => Promise<void>
}

/** The same of a list, which goes on where it ends. */
export function useOperatorList({ refresh, more }: OperatorList): OperatorPage {
  const page = useOperatorPage(refresh)
  useReachBottom(() => {
    if (page.role) more()
  })
  return page
}
