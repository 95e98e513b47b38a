import { getConfig } from '../usecases/getConfig'
import { createHandover, getHandover, openHandover } from '../usecases/handover/handover'
import { finishInvitation, openInvitation } from '../usecases/invitation/open'
import { startInvited } from '../usecases/invitation/startInvited'
import { claim } from '../usecases/operator/claim'
import { me } from '../usecases/operator/me'
import { cancel } from '../usecases/verification/cancel'
import { confirmNumber } from '../usecases/verification/confirmNumber'
import { phoneNumber } from '../usecases/verification/phoneNumber'
import { get, list } from '../usecases/verification/read'
import { recordConsent } from '../usecases/verification/recordConsent'
import { refresh } from '../usecases/verification/refresh'
import { renew } from '../usecases/verification/renew'
import { start } from '../usecases/verification/start'
import type { PeopleHandlers } from './handler'

/** What few people call. */
const seldom = () => import('./seldom')

/** What anybody may call: loaded by every instance, because the first call is nearly always one of these. */
export const people: PeopleHandlers = {
  'myData.see': async (deps, openid) => (await seldom()).seeMyData(deps, openid),
  'myData.copy': async (deps, openid) => (await seldom()).copyMyData(deps, openid),
  'myData.withdraw': async (...given) => (await seldom()).withdrawMine(...given),
  'myData.erase': async (deps, openid) => (await seldom()).eraseMine(deps, openid),
  'config.get': getConfig,
  'consent.record': recordConsent,
  'contract.open': async (...given) => (await seldom()).openContract(...given),
  'verification.start': start,
  'verification.get': get,
  'verification.refresh': refresh,
  'verification.list': list,
  'verification.cancel': cancel,
  'verification.confirmNumber': confirmNumber,
  'verification.renew': renew,
  'verification.outline': async (...given) => (await seldom()).outline(...given),
  'message.accept': async (...given) => (await seldom()).acceptMessages(...given),
  'phone.number': phoneNumber,
  'invitation.open': openInvitation,
  'invitation.start': startInvited,
  'invitation.finish': finishInvitation,
  'link.open': async (...given) => (await seldom()).openLink(...given),
  'link.accept': async (...given) => (await seldom()).acceptLink(...given),
  'handover.create': createHandover,
  'handover.get': getHandover,
  'handover.open': openHandover,
  'operator.me': me,
  'operator.claim': claim,
}
