// @ts-check
import Database from 'libsql'

/**
 * @typedef {object} Supplier
 * @property {number} id
 * @property {string} name
 * @property {string} mobile
 * @property {string} bizId Our own number of the matter; every event carries it back.
 * @property {string | null} invitationId
 * @property {string} state What the last event said.
 * @property {number} sequence Of that event: an older one that comes late changes nothing.
 */

/** @param {string} file A path, or `:memory:`. */
export function createStore(file) {
  const db = new Database(file)
  db.exec(`
    CREATE TABLE IF NOT EXISTS suppliers (
      id INTEGER PRIMARY KEY, name TEXT NOT NULL, mobile TEXT NOT NULL, bizId TEXT NOT NULL UNIQUE,
      invitationId TEXT, state TEXT NOT NULL DEFAULT 'new', sequence INTEGER NOT NULL DEFAULT 0);
    CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT NOT NULL);
    CREATE TABLE IF NOT EXISTS seen (id TEXT PRIMARY KEY, at INTEGER NOT NULL);
  `)
  return {
    /** @returns {Supplier[]} */
    suppliers: () => /** @type {Supplier[]} */ (db.prepare('SELECT * FROM suppliers ORDER BY id DESC').all()),
    /** @param {number} id @returns {Supplier | undefined} */
    supplier: id =>
      /** @type {Supplier | undefined} */ (db.prepare('SELECT * FROM suppliers WHERE id = ?').get(id)),
    /** @param {{ name: string, mobile: string, bizId: string }} supplier */
    add({ name, mobile, bizId }) {
      db.prepare('INSERT INTO suppliers (name, mobile, bizId) VALUES (?, ?, ?)').run(name, mobile, bizId)
    },
    /** @param {number} id @param {string} invitationId */
    invited(id, invitationId) {
      db.prepare("UPDATE suppliers SET invitationId = ?, state = 'invited' WHERE id = ?").run(
        invitationId,
        id,
      )
    },
    /** The same event comes more than once, and a late one must not undo a newer one. @returns whether it was new */
    take: db.transaction(
      (/** @type {{ id: string, bizId: string, state: string, sequence: number }} */ event) => {
        const fresh = db
          .prepare('INSERT OR IGNORE INTO seen (id, at) VALUES (?, ?)')
          .run(event.id, Date.now())
        if (fresh.changes === 0) return false
        db.prepare('UPDATE suppliers SET state = ?, sequence = ? WHERE bizId = ? AND sequence < ?').run(
          event.state,
          event.sequence,
          event.bizId,
          event.sequence,
        )
        return true
      },
    ),
    /** @param {string} name @returns {string | null} */
    setting(name) {
      const row = /** @type {{ value: string } | undefined} */ (
        db.prepare('SELECT value FROM settings WHERE name = ?').get(name)
      )
      return row ? row.value : null
    },
    /** @param {string} name @param {string} value */
    set(name, value) {
      db.prepare('INSERT OR REPLACE INTO settings (name, value) VALUES (?, ?)').run(name, value)
    },
    close: () => db.close(),
  }
}
