/** Which invitation a verification answers: lives in memory only, for the way back from the page of the verification. */
const known = new Map<string, string>()

export function rememberInvitation(verificationId: string, token: string): void {
  known.set(verificationId, token)
}

export function invitationOf(verificationId: string): string | null {
  return known.get(verificationId) ?? null
}
