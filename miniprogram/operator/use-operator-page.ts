import Taro, { useDidShow, usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import type { ActionFailureError } from '../cloud/call'
import type { Role } from '../cloud/types'
import { useRole } from './use-role'

export interface OperatorPage {
  /** undefined: not asked yet · null: not an operator. */
  role: Role | null | undefined
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
  const look = async () => {
    if (await ask()) await load()
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
    failure,
    look,
    claim: async code => {
      if (await claim(code)) await load()
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
