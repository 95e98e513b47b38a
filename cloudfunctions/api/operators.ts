import { createOrAsk } from '../usecases/batch/create'
import { attach, fix, removeRows, saveRow } from '../usecases/batch/edit'
import { exportSheet, template } from '../usecases/batch/export'
import { link, links, rowLink } from '../usecases/batch/links'
import { getBatch, getRow, listBatches, refreshBatch } from '../usecases/batch/read'
import { cancelBatch, repair, resolve } from '../usecases/batch/repair'
import { submit } from '../usecases/batch/submit'
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
import { getInvitation } from '../usecases/invitation/read'
import { invitationSheet } from '../usecases/invitation/sheet'
import { invitationTemplate } from '../usecases/invitation/template'
import { acceptWeekly } from '../usecases/message/acceptWeekly'
import { remindInvitees } from '../usecases/message/remind'
import { remindAdministrators } from '../usecases/message/remindAdministrators'
import { inviteOperator } from '../usecases/operator/inviteOperator'
import { listOperators } from '../usecases/operator/listOperators'
import { removeOperator } from '../usecases/operator/removeOperator'
import { withdrawOperatorCode } from '../usecases/operator/withdrawOperatorCode'
import { copyOnRequest, eraseOnRequest, withdrawOnRequest } from '../usecases/personal/request'
import { annotate } from '../usecases/workplace/annotate'
import { getBrand, saveBrand } from '../usecases/workplace/brand'
import { exportInvitations, exportVerifications } from '../usecases/workplace/export'
import { figures } from '../usecases/workplace/figures'
import { beginExport, exportFile, goOnExport, listExports } from '../usecases/workplace/largeExport'
import { caseOf, caseOutline, searchVerifications } from '../usecases/workplace/verifications'
import type { OperatorHandlers } from './handler'

/** What operators call. Most instances never serve one of these: loaded by the first call that needs it. */
export const operators: OperatorHandlers = {
  'request.copy': copyOnRequest,
  'request.withdraw': withdrawOnRequest,
  'request.erase': eraseOnRequest,
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
  'batch.remind': remindAdministrators,
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
  'invitation.remind': remindInvitees,
  'invitation.code': invitationCode,
  'invitation.sheet': invitationSheet,
  'workplace.figures': figures,
  'workplace.verifications': searchVerifications,
  'workplace.verification': caseOf,
  'brand.get': getBrand,
  'brand.save': saveBrand,
  'workplace.acceptWeekly': acceptWeekly,
  'workplace.annotate': annotate,
  'workplace.outline': caseOutline,
  'workplace.exportVerifications': exportVerifications,
  'workplace.exportInvitations': exportInvitations,
  'workplace.beginExport': beginExport,
  'workplace.goOnExport': goOnExport,
  'workplace.exports': listExports,
  'workplace.exportFile': exportFile,
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
