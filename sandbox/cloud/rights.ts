/**
 * READONLY: all read, each writes his own. PRIVATE: each reads and writes his own. ADMINWRITE: all read. ADMINONLY:
 * nobody but the functions.
 */
export const rightsTags = ['READONLY', 'PRIVATE', 'ADMINWRITE', 'ADMINONLY'] as const
export type Rights = (typeof rightsTags)[number]
/** Of a new collection, whoever created it. */
export const defaultRights: Rights = 'PRIVATE'
