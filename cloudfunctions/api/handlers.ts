import type * as v from 'valibot'
import type { ActionName, ActionResults, actions } from '../contract/actions'
import { createOrAsk } from '../usecases/batch/create'
import { attach, fix, removeRows, saveRow } from '../usecases/batch/edit'
import { exportSheet, template } from '../usecases/batch/export'
import { link, links, rowLink } from '../usecases/batch/links'
import { getBatch, getRow, listBatches, refreshBatch } from '../usecases/batch/read'
import { cancelBatch, repair, resolve } from '../usecases/batch/repair'
import { submit } from '../usecases/batch/submit'
import { getConfig } from '../usecases/getConfig'
import { createHandover, getHandover, openHandover } from '../usecases/handover/handover'
import { health } from '../usecases/health/health'
import { reach } from '../usecases/health/reach'
import { createApiKey, listApiKeys, revokeApiKey } from '../usecases/integration/apiKeys'
import {
  addEndpoint,
  deliveries,
  endpoints,
  pingEndpoint,
  removeEndpoint,
  replayDelivery,
  rotateEndpoint,
  switchEndpoint,
} from '../usecases/integration/workplace'
import { adoptLegacyInvitations } from '../usecases/invitation/adopt'
import { invitationCode } from '../usecases/invitation/code'
import { createInvitation } from '../usecases/invitation/create'
import { importInvitations } from '../usecases/invitation/import'
import { searchLegacyInvitations } from '../usecases/invitation/legacyInvitations'
import { getCampaign, listCampaigns, listInvitations } from '../usecases/invitation/list'
import { resendInvitation, revokeInvitations } from '../usecases/invitation/manage'
import { finishInvitation, openInvitation } from '../usecases/invitation/open'
import { getInvitation } from '../usecases/invitation/read'
import { invitationSheet } from '../usecases/invitation/sheet'
import { startInvited } from '../usecases/invitation/startInvited'
import { invitationTemplate } from '../usecases/invitation/template'
import type { Deps } from '../usecases/kit/deps'
import { claim } from '../usecases/operator/claim'
import { inviteOperator } from '../usecases/operator/inviteOperator'
import { listOperators } from '../usecases/operator/listOperators'
import { me } from '../usecases/operator/me'
import { removeOperator } from '../usecases/operator/removeOperator'
import { withdrawOperatorCode } from '../usecases/operator/withdrawOperatorCode'
import { copyMyData } from '../usecases/personal/copy'
import { eraseMine } from '../usecases/personal/erase'
import { copyOnRequest, eraseOnRequest, withdrawOnRequest } from '../usecases/personal/request'
import { seeMyData } from '../usecases/personal/see'
import { withdrawMine } from '../usecases/personal/withdraw'
import { cancel } from '../usecases/verification/cancel'
import { confirmNumber } from '../usecases/verification/confirmNumber'
import { openContract } from '../usecases/verification/openContract'
import { outline } from '../usecases/verification/outline'
import { phoneNumber } from '../usecases/verification/phoneNumber'
import { get, list } from '../usecases/verification/read'
import { recordConsent } from '../usecases/verification/recordConsent'
import { refresh } from '../usecases/verification/refresh'
import { renew } from '../usecases/verification/renew'
import { start } from '../usecases/verification/start'
import { exportInvitations, exportVerifications } from '../usecases/workplace/export'
import { figures } from '../usecases/workplace/figures'
import { caseOf, caseOutline, searchVerifications } from '../usecases/workplace/verifications'

type Parsed<A extends ActionName> = v.InferOutput<(typeof actions)[A]['input']>
type Handlers = {
  [A in ActionName]: (
    deps: Deps,
    owner: string,
    input: Parsed<A>,
  ) => ActionResults[A] | Promise<ActionResults[A]>
}

const table: Handlers = {
  'myData.see': seeMyData,
  'myData.copy': copyMyData,
  'myData.withdraw': withdrawMine,
  'myData.erase': eraseMine,
  'request.copy': copyOnRequest,
  'request.withdraw': withdrawOnRequest,
  'request.erase': eraseOnRequest,
  'config.get': getConfig,
  'consent.record': recordConsent,
  'contract.open': openContract,
  'verification.start': start,
  'verification.get': get,
  'verification.refresh': refresh,
  'verification.list': list,
  'verification.cancel': cancel,
  'verification.confirmNumber': confirmNumber,
  'verification.renew': renew,
  'verification.outline': outline,
  'phone.number': phoneNumber,
  'invitation.open': openInvitation,
  'invitation.start': startInvited,
  'invitation.finish': finishInvitation,
  'handover.create': createHandover,
  'handover.get': getHandover,
  'handover.open': openHandover,
  'operator.me': me,
  'operator.claim': claim,
  'operator.list': listOperators,
  'operator.invite': inviteOperator,
  'operator.withdraw': withdrawOperatorCode,
  'operator.remove': removeOperator,
  'batch.template': template,
  'batch.create': createOrAsk,
  'batch.list': listBatches,
  'batch.get': getBatch,
  'batch.refresh': refreshBatch,
  'batch.row': getRow,
  'batch.saveRow': saveRow,
  'batch.removeRows': removeRows,
  'batch.attach': attach,
  'batch.fix': fix,
  'batch.submit': submit,
  'batch.links': links,
  'batch.link': link,
  'batch.rowLink': rowLink,
  'batch.repair': repair,
  'batch.resolve': resolve,
  'batch.cancel': cancelBatch,
  'batch.export': exportSheet,
  'invitation.template': invitationTemplate,
  'invitation.create': createInvitation,
  'invitation.import': importInvitations,
  'invitation.list': listInvitations,
  'invitation.campaigns': listCampaigns,
  'invitation.campaign': getCampaign,
  'invitation.get': getInvitation,
  'invitation.revoke': revokeInvitations,
  'invitation.resend': resendInvitation,
  'invitation.code': invitationCode,
  'invitation.sheet': invitationSheet,
  'workplace.figures': figures,
  'workplace.verifications': searchVerifications,
  'workplace.verification': caseOf,
  'workplace.outline': caseOutline,
  'workplace.exportVerifications': exportVerifications,
  'workplace.exportInvitations': exportInvitations,
  'workplace.health': health,
  'workplace.reach': reach,
  'legacyInvitations.search': searchLegacyInvitations,
  'legacyInvitations.adopt': adoptLegacyInvitations,
  'apiKey.create': createApiKey,
  'apiKey.list': listApiKeys,
  'apiKey.revoke': revokeApiKey,
  'endpoint.create': addEndpoint,
  'endpoint.list': endpoints,
  'endpoint.switch': switchEndpoint,
  'endpoint.remove': removeEndpoint,
  'endpoint.rotate': rotateEndpoint,
  'endpoint.test': pingEndpoint,
  'delivery.list': deliveries,
  'delivery.replay': replayDelivery,
}

type Handler = (
  deps: Deps,
  owner: string,
  input: unknown,
) => ActionResults[ActionName] | Promise<ActionResults[ActionName]>

/** The use case behind every action; ./perform.ts is the way to it. */
export const handlers = table as Record<ActionName, Handler>
