/** The enterprise that calls: its employees and what it has bought. */
import { ApiFault } from './protocol'

/** Another employee, who made none of the flows. */
const COLLEAGUE_USER_ID = 'yDsandboxColleague'

export function createCaller(options: { operatorUserId: string; realNamePackage: boolean }) {
  let hasPackage = options.realNamePackage
  return {
    /** The employee's id, or a refusal. */
    employee({ UserId: id }: { UserId: string }): string {
      if (id === options.operatorUserId || id === COLLEAGUE_USER_ID) return id
      throw new ApiFault(
        'OperationDenied.UserNotInOrganization',
        '用户不归属于当前企业，无法操作，请检查后重试。',
      )
    },
    /** For the actions that a real-name package pays. */
    pay(): void {
      if (!hasPackage)
        throw new ApiFault('FailedOperation.BalanceNotEnough', '实名套餐包余额不足，请购买后再试。')
    },
    hasPackage: (): boolean => hasPackage,
    setPackage(has: boolean): void {
      hasPackage = has
    },
    reset(): void {
      hasPackage = options.realNamePackage
    },
  }
}

export type Caller = ReturnType<typeof createCaller>
