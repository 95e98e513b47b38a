export type LogFields = Record<string, string | number | boolean | null | undefined>

export interface Log {
  info(event: string, fields?: LogFields): void
  warn(event: string, fields?: LogFields): void
  error(event: string, fields?: LogFields): void
}

/** One JSON line an event on standard output, where the cloud's log service picks it up. */
export function createLog(write: (line: string) => void = line => process.stdout.write(`${line}\n`)): Log {
  const at =
    (level: string) =>
    (event: string, fields: LogFields = {}) => {
      write(JSON.stringify({ level, event, ...scrub(fields) }))
    }
  return { info: at('info'), warn: at('warn'), error: at('error') }
}

/** Units of a field; nothing of ours is longer. What is longer came from outside. */
const longest = 300

/** A last net, not the rule: callers log ids and codes only. What looks like a phone, an id number or an address is cut out. */
function scrub(fields: LogFields): LogFields {
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [key, typeof value === 'string' ? scrubbed(value) : value]),
  )
}

function scrubbed(text: string): string {
  return text
    .slice(0, longest)
    .replace(hexRun, run => (personal.test(run) ? '[removed]' : run))
    .split(' ')
    .map(word => (word.includes('@') ? '[removed]' : word))
    .join(' ')
}

/** Whole runs, so that the digits within one of our ids are no phone number. */
const hexRun = /[0-9a-f]+[Xx]?/g
const personal = /^(?:\d{17}[\dXx]|1\d{10}[Xx]?)$/
