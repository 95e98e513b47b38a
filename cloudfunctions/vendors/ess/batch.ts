import type {
  BatchDriver,
  BatchLink,
  LinkRequest,
  PreparedRow,
  Registered,
  Registration,
  RowProgress,
  Withdrawal,
  Withdrawn,
} from '../batch'
import type { Outcome } from '../driver'
import { incomplete } from '../outcome'
import {
  type AnswerOf,
  createBatchLink,
  createTasks,
  deleteFlows,
  describeOrganization,
  describeTasks,
  describeUrls,
} from './actions'
import type { Client } from './client'
import { type LinkOptions, miniProgram, spoiled } from './links'
import { organizationIdentity, standingOf } from './organization'
import { administratorFields, refusedWith, registeredOf, registrationFields } from './registration'
import { saysNoFlows, saysVerified } from './texts'

const megabyte = 1024 * 1024
/** Of the JSON as it is sent, files in base64. The vendor takes 10 MB, whichever kind; the rest is left free. */
const bodyBytes = 10_000_000 - 250_000
/** Base64 makes three bytes four; a row's other fields are short. */
const largestFile = Math.floor(((bodyBytes - 50_000) * 3) / 4)

export interface BatchOptions extends LinkOptions {
  /** Rows a day for the whole enterprise. */
  rowsPerDay: number
  /** Rows of one link; null: all of an administrator's. */
  rowsPerLink: number | null
}

/** Organizations by the hundred: tasks, their links, one link for many, and how far they are. docs/vendors/ess.md */
export function createBatch(client: Client, options: BatchOptions): BatchDriver {
  return {
    limits: {
      rowsPerCall: 10,
      rowsPerDay: options.rowsPerDay,
      rowsPerLink: options.rowsPerLink,
      bodyBytes,
      licenceBytes: 5 * megabyte,
      letterBytes: Math.min(8 * megabyte, largestFile),
    },
    register,
    prepared,
    progress,
    standing,
    link,
    withdraw,
  }

  async function register(request: Registration): Promise<Outcome<Registered>> {
    return answered(await client.ask(createTasks, registrationFields(request)), reply =>
      reply.said === 'yes' ? registeredOf(reply.value, request.rows) : refusedWith(reply.text, request.rows),
    )
  }

  async function prepared(taskId: string): Promise<Outcome<PreparedRow[]>> {
    const outcome = await client.call(describeUrls, { TaskId: taskId })
    if (outcome.kind !== 'ok') return outcome
    const { OrganizationAuthUrls: rows } = outcome.value
    return spoiled(...rows.map(row => row.AuthUrl)) ?? { kind: 'ok', value: rows.flatMap(preparedRow) }
  }

  async function progress(subTaskIds: readonly string[]): Promise<Outcome<RowProgress[]>> {
    // What an empty list asks for is documented nowhere.
    if (subTaskIds.length === 0) return { kind: 'ok', value: [] }
    return answered(await client.call(describeTasks, { TaskIds: subTaskIds }), ({ Details: details }) =>
      [...new Set(subTaskIds)].flatMap(id => details.find(each => each.TaskId === id) ?? []).map(progressOf),
    )
  }

  async function standing(organization: { name: string; creditCode: string }) {
    const { name, creditCode } = organization
    const outcome = await client.call(describeOrganization, organizationIdentity(name, creditCode))
    return answered(outcome, standingOf)
  }

  async function link({ administrator, subTaskIds }: LinkRequest): Promise<Outcome<BatchLink>> {
    const noFlows = { kind: 'rejected', code: 'NO_FLOWS', detail: 'no flow of this administrator' } as const
    // Without a list the link would hold whatever else the administrator has.
    if (subTaskIds.length === 0) return noFlows
    const fields = { ...administratorFields(administrator), SubTaskIds: subTaskIds }
    const form = (Endpoint: string) => client.call(createBatchLink, { ...fields, Endpoint })
    const [app, qrImage, long, short] = await Promise.all([
      form('APP'),
      form('QR_CODE'),
      form('HTTP'),
      form('HTTP_SHORT_URL'),
    ])
    if (app.kind !== 'ok') return app
    if (qrImage.kind !== 'ok') return qrImage
    if (long.kind !== 'ok') return long
    if (short.kind !== 'ok') return short
    const forms = [app.value, qrImage.value, long.value, short.value]
    const links = forms.map(form => form.AuthUrl)
    if (links.every(each => each === '')) return noFlows
    if (links.includes('')) return incomplete('a link of every form')
    const value: BatchLink = {
      app: miniProgram(app.value.AuthUrl, options),
      qrImage: qrImage.value.AuthUrl,
      url: long.value.AuthUrl,
      shortUrl: short.value.AuthUrl,
      expiresAt: Math.min(...forms.map(form => form.ExpireTime)) * 1000,
      failures: [...new Set(forms.flatMap(form => form.ErrorMessages).filter(Boolean))],
    }
    return spoiled(...links) ?? { kind: 'ok', value }
  }

  async function withdraw(withdrawal: Withdrawal): Promise<Outcome<Withdrawn>> {
    const nothing: Outcome<Withdrawn> = { kind: 'ok', value: { extent: 'nothing', failures: [] } }
    const byId = 'authorizationIds' in withdrawal
    if (byId && withdrawal.authorizationIds.length === 0) return nothing
    const outcome = await client.ask(
      deleteFlows,
      byId
        ? { AuthorizationIds: withdrawal.authorizationIds }
        : { AdminName: withdrawal.administrator.name, AdminMobile: withdrawal.administrator.mobile },
    )
    if (outcome.kind !== 'ok') return outcome
    const reply = outcome.value
    if (reply.said === 'yes') return { kind: 'ok', value: withdrawnOf(reply.value) }
    const noFlows = reply.code.startsWith('FailedOperation') && saysNoFlows(reply.text)
    return noFlows ? nothing : { kind: 'rejected', code: reply.code, detail: reply.detail }
  }
}

type UrlRow = AnswerOf<typeof describeUrls>['OrganizationAuthUrls'][number]

/** A row with neither id nor failure is still being worked on; one without a name belongs to nobody. */
function preparedRow({ OrganizationName: name, SubTaskId, AuthUrl, ErrorMessage }: UrlRow): PreparedRow[] {
  if (name === '' || (SubTaskId === '' && ErrorMessage === '')) return []
  const already = saysVerified(ErrorMessage)
  return [{ name, subTaskId: SubTaskId, url: AuthUrl, failure: ErrorMessage, already }]
}

/** `Authorization`: the data passed, the letter or the legal person is next. None of them means verified. */
const statuses: Readonly<Record<string, RowProgress['standing']>> = {
  Processing: 'waiting',
  Create: 'prepared',
  Submit: 'started',
  Authorization: 'submitted',
  Failed: 'failed',
}

type Detail = AnswerOf<typeof describeTasks>['Details'][number]

function progressOf({ TaskId, Status, ErrorMessage, AuthorizationInfoId }: Detail): RowProgress {
  const known = new Map(Object.entries(statuses)).get(Status) ?? 'unknown'
  return {
    subTaskId: TaskId,
    rawStatus: Status,
    standing: known === 'failed' && saysVerified(ErrorMessage) ? 'already' : known,
    failure: ErrorMessage,
    authorizationId: AuthorizationInfoId || null,
  }
}

const extents = { '1': 'all', '2': 'some', '3': 'none' } as const

function withdrawnOf({
  Status,
  DeleteOrganizationAuthorizationInfos: rows,
}: AnswerOf<typeof deleteFlows>): Withdrawn {
  const failures = rows.map(row => ({
    authorizationId: row.AuthorizationId,
    name: row.OrganizationName,
    text: row.Errormessage || row.ErrorMessage,
  }))
  return { extent: extents[Status], failures: failures.filter(({ text }) => text !== '') }
}

function answered<T, U>(outcome: Outcome<T>, read: (value: T) => U): Outcome<U> {
  return outcome.kind === 'ok' ? { kind: 'ok', value: read(outcome.value) } : outcome
}
