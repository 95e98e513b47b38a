import type * as v from 'valibot'
import type { Scope } from '../../domain/integration/apiKey'
import * as endpoints from './endpoints'
import * as events from './events'
import * as invitations from './invitations'
import { outline } from './outline'
import { nothing } from './shape'
import * as verifications from './verifications'

interface RouteShape {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** Below `/v1`. */
  path: string
  scope: Scope
  /** One line, for the document. */
  summary: string
  params: v.GenericSchema
  query: v.GenericSchema
  body: v.GenericSchema
  status: 200 | 201 | 202
  answer: v.GenericSchema
  /** Makes something: an Idempotency-Key is required. */
  creates: boolean
}

/** Every call of the server API. The same schemas check the input and draw docs/openapi.json. */
export const routes = {
  createInvitation: {
    method: 'POST',
    path: '/invitations',
    scope: 'invite',
    summary: 'Asks a person or an organization to verify',
    params: nothing,
    query: nothing,
    body: invitations.createBody,
    status: 201,
    answer: invitations.invitation,
    creates: true,
  },
  listInvitations: {
    method: 'GET',
    path: '/invitations',
    scope: 'read',
    summary: 'Invitations, newest first',
    params: nothing,
    query: invitations.listQuery,
    body: nothing,
    status: 200,
    answer: invitations.invitationList,
    creates: false,
  },
  getInvitation: {
    method: 'GET',
    path: '/invitations/{id}',
    scope: 'read',
    summary: 'One invitation',
    params: invitations.invitationPath,
    query: nothing,
    body: nothing,
    status: 200,
    answer: invitations.invitation,
    creates: false,
  },
  getInvitationLinks: {
    method: 'GET',
    path: '/invitations/{id}/links',
    scope: 'invite',
    summary: 'What to show or to send to the invitee',
    params: invitations.invitationPath,
    query: nothing,
    body: nothing,
    status: 200,
    answer: invitations.invitationLinks,
    creates: false,
  },
  revokeInvitation: {
    method: 'POST',
    path: '/invitations/{id}/revoke',
    scope: 'invite',
    summary: 'Takes an invitation back; one that has come to its end stays as it is',
    params: invitations.invitationPath,
    query: nothing,
    body: nothing,
    status: 200,
    answer: invitations.invitation,
    creates: false,
  },
  resendInvitation: {
    method: 'POST',
    path: '/invitations/{id}/resend',
    scope: 'invite',
    summary: 'Gives an invitation more time, on request with a new code',
    params: invitations.invitationPath,
    query: nothing,
    body: invitations.resendBody,
    status: 200,
    answer: invitations.invitation,
    creates: false,
  },
  listVerifications: {
    method: 'GET',
    path: '/verifications',
    scope: 'read',
    summary: 'Verifications, newest first',
    params: nothing,
    query: verifications.listQuery,
    body: nothing,
    status: 200,
    answer: verifications.verificationList,
    creates: false,
  },
  getVerification: {
    method: 'GET',
    path: '/verifications/{id}',
    scope: 'read',
    summary: 'One verification',
    params: verifications.verificationPath,
    query: nothing,
    body: nothing,
    status: 200,
    answer: verifications.verification,
    creates: false,
  },
  getVerificationOutline: {
    method: 'GET',
    path: '/verifications/{id}/outline',
    scope: 'read',
    summary: 'The steps at the vendor, where it gives them',
    params: verifications.verificationPath,
    query: nothing,
    body: nothing,
    status: 200,
    answer: outline,
    creates: false,
  },
  listEvents: {
    method: 'GET',
    path: '/events',
    scope: 'read',
    summary: 'What happened in the last 30 days, oldest first',
    params: nothing,
    query: events.listQuery,
    body: nothing,
    status: 200,
    answer: events.eventList,
    creates: false,
  },
  getEvent: {
    method: 'GET',
    path: '/events/{id}',
    scope: 'read',
    summary: 'One event',
    params: events.eventPath,
    query: nothing,
    body: nothing,
    status: 200,
    answer: events.event,
    creates: false,
  },
  createEndpoint: {
    method: 'POST',
    path: '/webhook-endpoints',
    scope: 'webhooks',
    summary: 'Registers where events are sent; the secret is shown this once',
    params: nothing,
    query: nothing,
    body: endpoints.createBody,
    status: 201,
    answer: endpoints.endpointWithSecret,
    creates: true,
  },
  listEndpoints: {
    method: 'GET',
    path: '/webhook-endpoints',
    scope: 'webhooks',
    summary: 'All endpoints',
    params: nothing,
    query: nothing,
    body: nothing,
    status: 200,
    answer: endpoints.endpointList,
    creates: false,
  },
  getEndpoint: {
    method: 'GET',
    path: '/webhook-endpoints/{id}',
    scope: 'webhooks',
    summary: 'One endpoint',
    params: endpoints.endpointPath,
    query: nothing,
    body: nothing,
    status: 200,
    answer: endpoints.endpoint,
    creates: false,
  },
  changeEndpoint: {
    method: 'PATCH',
    path: '/webhook-endpoints/{id}',
    scope: 'webhooks',
    summary: 'Changes address, types, or whether it takes events',
    params: endpoints.endpointPath,
    query: nothing,
    body: endpoints.changeBody,
    status: 200,
    answer: endpoints.endpoint,
    creates: false,
  },
  deleteEndpoint: {
    method: 'DELETE',
    path: '/webhook-endpoints/{id}',
    scope: 'webhooks',
    summary: 'Forgets an endpoint; what was waiting for it is not sent',
    params: endpoints.endpointPath,
    query: nothing,
    body: nothing,
    status: 200,
    answer: nothing,
    creates: false,
  },
  rotateSecret: {
    method: 'POST',
    path: '/webhook-endpoints/{id}/rotate-secret',
    scope: 'webhooks',
    summary: 'A new secret, shown this once; the one of before signs beside it for a day',
    params: endpoints.endpointPath,
    query: nothing,
    body: nothing,
    status: 200,
    answer: endpoints.endpointWithSecret,
    creates: false,
  },
  testEndpoint: {
    method: 'POST',
    path: '/webhook-endpoints/{id}/test',
    scope: 'webhooks',
    summary: 'Sends a `ping` with the next run',
    params: endpoints.endpointPath,
    query: nothing,
    body: nothing,
    status: 202,
    answer: endpoints.testAnswer,
    creates: false,
  },
} as const satisfies Record<string, RouteShape>

export type RouteName = keyof typeof routes
export type Route = (typeof routes)[RouteName]
export type RouteInput<R extends RouteName> = {
  params: v.InferOutput<(typeof routes)[R]['params']>
  query: v.InferOutput<(typeof routes)[R]['query']>
  body: v.InferOutput<(typeof routes)[R]['body']>
}
export type RouteAnswer<R extends RouteName> = v.InferOutput<(typeof routes)[R]['answer']>
